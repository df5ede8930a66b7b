"""Shapes in ink densities, with the small unsteadiness of a hand."""

from __future__ import annotations

import math
import random
from collections.abc import Iterable, Sequence

Point = tuple[float, float]
Mix = tuple[float, float, float]
"""Densities of blue, red and yellow ink, each from 0 to 1."""

BARE: Mix = (0, 0, 0)
NIGHT: Mix = (1, 0.78, 0.1)
DEEP: Mix = (0.92, 0.28, 0)
RIVER: Mix = (0.7, 0.05, 0.06)
MIST: Mix = (0.3, 0.02, 0.04)
HAZE: Mix = (0.14, 0.03, 0.05)
BRICK: Mix = (0.18, 0.86, 0.4)
ROSE: Mix = (0, 0.42, 0.16)
STRAW: Mix = (0, 0.06, 0.8)
EMBER: Mix = (0, 0.5, 0.85)
MOSS: Mix = (0.62, 0.1, 0.75)
EARTH: Mix = (0.5, 0.6, 0.7)


def paint(mix: Mix) -> str:
    """``mix`` as the colour that the press reads as densities."""
    return "#" + "".join(f"{round(max(0.0, min(1.0, part)) * 255):02x}" for part in mix)


def line(points: Iterable[Point], closed: bool = False) -> str:
    """A path through ``points``."""
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + ("Z" if closed else "")


def curve(points: Sequence[Point], closed: bool = False) -> str:
    """A smooth path through ``points`` (Catmull-Rom as Béziers)."""
    last = len(points) - 1
    parts = [f"M{points[0][0]:.1f} {points[0][1]:.1f}"]
    for at in range(len(points) if closed else last):
        if closed:
            before, start, end, after = (points[(at + step) % len(points)] for step in (-1, 0, 1, 2))
        else:
            before, start, end, after = (points[max(0, min(last, at + step))] for step in (-1, 0, 1, 2))
        parts.append(
            f"C{start[0] + (end[0] - before[0]) / 6:.1f} {start[1] + (end[1] - before[1]) / 6:.1f} "
            f"{end[0] - (after[0] - start[0]) / 6:.1f} {end[1] - (after[1] - start[1]) / 6:.1f} "
            f"{end[0]:.1f} {end[1]:.1f}"
        )
    return "".join(parts) + ("Z" if closed else "")


def spans(corners: Sequence[Point], level: float) -> list[tuple[float, float]]:
    """Where the horizontal at ``level`` runs inside the polygon, as pairs of x."""
    crossings = []
    for (x, y), (to_x, to_y) in zip(corners, [*corners[1:], corners[0]], strict=True):
        if (y <= level) != (to_y <= level):
            crossings.append(x + (level - y) / (to_y - y) * (to_x - x))
    crossings.sort()
    return list(zip(crossings[::2], crossings[1::2], strict=False))


class Canvas:
    """What has been drawn so far, back to front."""

    def __init__(self, width: int, height: int, seed: int) -> None:
        self.width, self.height = width, height
        self.chance = random.Random(seed)  # noqa: S311 (a picture, not a secret)
        self.drawn: list[str] = []
        self.named = 0

    def near(self, value: float, by: float) -> float:
        """``value``, give or take ``by``."""
        return value + self.chance.uniform(-by, by)

    def fill(self, path: str, mix: Mix | str, more: str = "") -> None:
        """Fill ``path`` with a mix, or with a gradient made by :meth:`fade`."""
        self.drawn.append(f'<path d="{path}" fill="{mix if isinstance(mix, str) else paint(mix)}" {more}/>')

    def stroke(self, path: str, mix: Mix, width: float = 4, more: str = "") -> None:
        """Draw along ``path`` with a round pen."""
        self.drawn.append(
            f'<path d="{path}" fill="none" stroke="{paint(mix)}" stroke-width="{width:.1f}" '
            f'stroke-linecap="round" stroke-linejoin="round" {more}/>'
        )

    def shape(self, points: Sequence[Point], mix: Mix | str, wobble: float = 2, more: str = "") -> None:
        """A polygon with corners a little off true."""
        self.fill(line([(self.near(x, wobble), self.near(y, wobble)) for x, y in points], closed=True), mix, more)

    def box(self, x: float, y: float, width: float, height: float, mix: Mix | str, wobble: float = 2) -> None:
        """A rectangle from its upper left corner."""
        self.shape([(x, y), (x + width, y), (x + width, y + height), (x, y + height)], mix, wobble)

    def disc(
        self, x: float, y: float, across: float, mix: Mix | str, tall: float | None = None, more: str = ""
    ) -> None:
        """A disc, or an ellipse where ``tall`` is given; both are radii."""
        colour = mix if isinstance(mix, str) else paint(mix)
        tall = across if tall is None else tall
        self.drawn.append(
            f'<ellipse cx="{x:.1f}" cy="{y:.1f}" rx="{across:.1f}" ry="{tall:.1f}" fill="{colour}" {more}/>'
        )

    def fade(self, stops: Sequence[tuple[float, Mix]], across: bool = False) -> str:
        """A gradient from top to bottom (or left to right), to be given as a mix."""
        self.named += 1
        ends = 'x2="1" y2="0"' if across else 'x2="0" y2="1"'
        inner = "".join(f'<stop offset="{at}" stop-color="{paint(mix)}"/>' for at, mix in stops)
        self.drawn.append(f'<linearGradient id="g{self.named}" x1="0" y1="0" {ends}>{inner}</linearGradient>')
        return f"url(#g{self.named})"

    def hatch(self, corners: Sequence[Point], mix: Mix, gap: float = 12, angle: float = 60, width: float = 2.2) -> None:
        """Parallel pen lines inside the polygon ``corners``, lifted here and there, as a pen skips.

        The lines are cut against the polygon here: a clip path per hatch costs the rasteriser a second each.
        """
        cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
        turned = [(x * cos + y * sin, y * cos - x * sin) for x, y in corners]
        level = min(y for _, y in turned) + gap / 2
        strokes = []
        while level < max(y for _, y in turned):
            for start, end in spans(turned, self.near(level, gap * 0.16)):
                for left, right in self.lifted(start, end):
                    ends = [(left, level), (right, level)]
                    strokes.append(line([(x * cos - y * sin, y * cos + x * sin) for x, y in ends]))
            level += gap
        if strokes:
            self.stroke("".join(strokes), mix, width)

    def lifted(self, start: float, end: float) -> list[tuple[float, float]]:
        """The stretch from ``start`` to ``end`` with a gap where the pen left the paper."""
        if end - start < 60:
            return [(start, end)]
        gap = self.chance.uniform(start, end)
        return [(start, max(start, gap - 4)), (min(end, gap + 4), end)]

    def ripples(
        self, top: float, bottom: float, mix: Mix, count: int, left: float = 0, right: float | None = None
    ) -> None:
        """Horizontal dashes of moving water, longer and heavier towards the viewer."""
        right = self.width if right is None else right
        for _ in range(count):
            depth = self.chance.random() ** 0.7
            y, x = top + (bottom - top) * depth, self.chance.uniform(left, right)
            long = (20 + 150 * depth) * self.chance.uniform(0.5, 1.2)
            lift = 2 + 7 * depth
            bend = [(x, y), (x + long * 0.3, y - lift), (x + long * 0.65, self.near(y, 2)), (x + long, y - lift * 0.4)]
            self.stroke(curve(bend), mix, 1.6 + 3.4 * depth)

    def rain(self, mix: Mix, count: int, lean: float = 0.22, width: float = 2.2) -> None:
        """Slanting strokes over everything drawn so far."""
        for _ in range(count):
            x, y, long = (
                self.near(self.width / 2, self.width / 2 + 60),
                self.near(self.height / 2, self.height / 2),
                0.0,
            )
            long = self.chance.uniform(26, 92)
            self.stroke(line([(x, y), (x - long * lean, y + long)]), mix, self.chance.uniform(0.6, 1) * width)

    def svg(self) -> str:
        """The whole drawing."""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.width} {self.height}" '
            f'width="{self.width}" height="{self.height}"><rect width="100%" height="100%" fill="#000"/>'
            + "".join(self.drawn)
            + "</svg>"
        )
