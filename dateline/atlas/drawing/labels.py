"""Where names stand: most important first, each at the best of several places, none on top of another.

The preferred sides follow Imhof (Positioning Names on Maps, 1975): right before left, above before below.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from math import atan2, cos, degrees, hypot, inf, radians, sin

from .crowd import Box, Crowd, around
from .features import Line, Position
from .geometry import area_of, held, length_of
from .svg import el, words
from .text import in_lines, text_width

LEADING = 1.12
SIDES = {
    "e": (1.0, 0.0, 0.0),
    "ne": (0.72, -0.72, 0.4),
    "se": (0.72, 0.72, 0.9),
    "w": (-1.0, 0.0, 1.2),
    "nw": (-0.72, -0.72, 1.5),
    "sw": (-0.72, 0.72, 1.8),
    "n": (0.0, -1.0, 1.6),
    "s": (0.0, 1.0, 2.0),
}


@dataclass(frozen=True)
class Label:
    """A name to be placed: how it looks, how much it matters, and what it belongs to.

    It stands beside ``point`` at ``clearance``, or along one of ``lines``, or inside ``ring``.
    """

    text: str
    style: str
    size: float
    priority: float
    point: Position = (0.0, 0.0)
    clearance: float = 0.0
    side: str = ""
    lines: tuple[Line, ...] = ()
    ring: tuple[Position, ...] = ()
    weight: float = 1.0
    spacing: float = 0.0
    times: Mapping[str, str | None] = field(default_factory=dict)
    roomy: float = 0.0  # how broad the ring has to be, in widths of the name

    @cached_property
    def rows(self) -> tuple[str, ...]:
        """The lines of text; names along a river stay in one."""
        return (self.text,) if self.lines else in_lines(self.text, 14 if self.ring else 18)

    @cached_property
    def width(self) -> float:
        """Pixels from end to end."""
        return max(text_width(row, self.size, self.weight, self.spacing) for row in self.rows)

    @cached_property
    def height(self) -> float:
        """Pixels from the top of the first line to the foot of the last."""
        return self.size * LEADING * len(self.rows)


@dataclass(frozen=True)
class Placement:
    """A label where it will stand: the boxes it fills and the point and turn at which its text is drawn."""

    label: Label
    boxes: tuple[Box, ...]
    at: Position
    anchor: str = "middle"
    turn: float = 0.0
    price: float = 0.0

    def markup(self) -> str:
        """The text element, without what it shares with others of its style."""
        label = self.label
        x, y = self.at
        top = y - label.height / 2 + label.size * 0.9
        rows = [
            el("tspan", words(row), x=x, y=top + index * label.size * LEADING) for index, row in enumerate(label.rows)
        ]
        return el(
            "text",
            *(rows if len(rows) > 1 else [words(label.text)]),
            x=None if len(rows) > 1 else x,
            y=None if len(rows) > 1 else top,
            transform=f"rotate({self.turn:.1f} {x:.1f} {y:.1f})" if self.turn else None,
            **label.times,
        )


def draw_names(placements: Iterable[Placement]) -> str:
    """All names, those of one style together, with halos as wide as the letters ask for."""
    styles: dict[tuple[str, float, str], list[str]] = {}
    for placement in placements:
        label = placement.label
        styles.setdefault((label.style, label.size, placement.anchor), []).append(placement.markup())
    return "".join(
        el(
            "g",
            *texts,
            class_=style,
            font_size=size,
            stroke_width=size * 0.22,
            text_anchor=None if anchor == "start" else anchor,
        )
        for (style, size, anchor), texts in styles.items()
    )


def placed(labels: Iterable[Label], crowd: Crowd) -> list[Placement]:
    """Place what can be placed, the most important first; what finds no room is left out."""
    result = []
    for label in sorted(labels, key=lambda item: (-item.priority, item.text)):
        best = cheapest(options(label), crowd)
        if best:
            crowd.take(*best.boxes)
            result.append(best)
    return result


def cheapest(places: Iterable[Placement], crowd: Crowd) -> Placement | None:
    """The free place that costs least, with what it covers. One that is dearer by itself need not be looked at."""
    best, least = None, inf
    for place in places:
        if place.price < least and crowd.free(*place.boxes):
            price = place.price + crowd.price(*place.boxes)
            if price < least:
                best, least = place, price
    return best


def options(label: Label) -> Iterator[Placement]:
    """Everywhere a label might stand."""
    if label.lines:
        yield from along(label)
    elif label.ring:
        yield from inside(label)
    else:
        yield from beside(label)


def beside(label: Label) -> Iterator[Placement]:
    """The eight places around a point, or the one that somebody asked for; and the same somewhat farther off.

    A town under a mark has no room close by, yet is often the very name that readers look for.
    """
    for farther, dearer in ((0.0, 0.0), (0.55, 14.0), (1.1, 22.0)):
        for side, (right, down, price) in SIDES.items():
            if not label.side or side == label.side:
                yield at_side(label, side, (right, down), label.size * farther, price + dearer)


def at_side(label: Label, side: str, away: Position, farther: float, price: float) -> Placement:
    """One place beside a point. ``farther`` is in pixels beyond the label's own clearance."""
    (x, y), (right, down) = label.point, away
    clearance = label.clearance + farther
    gap = clearance + label.size * 0.28
    if side in ("n", "s"):
        middle_y = y + down * (clearance + label.size * 0.12 + label.height / 2)
        left, anchor, start = x - label.width / 2, "middle", x
    else:
        middle_y = y + down * (gap + (label.height / 2 if down else 0) * 0.8)
        start = x + right * gap
        left, anchor = (start, "start") if right > 0 else (start - label.width, "end")
    box = (left - 1, middle_y - label.height / 2, left + label.width + 1, middle_y + label.height / 2)
    return Placement(label, (box,), (start, middle_y), anchor, price=price)


def inside(label: Label) -> Iterator[Placement]:
    """The roomiest places inside a ring, on a grid; best near the middle, dear where the name runs over the edge."""
    ring = list(label.ring)
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    left, top, across, down = min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)
    if area_of(ring) < label.size**2 or across < label.width * label.roomy:
        return
    grid = [(column, row) for row in range(1, 10) for column in range(1, 10)]
    points = [(left + across * column / 10, top + down * row / 10) for column, row in grid]
    boxes = [around(point, label.width + 2, label.height) for point in points]
    corners = [(x, y) for box in boxes for x in (box[0], box[2]) for y in (box[1], box[3])]
    within = held(ring, points + corners)
    for index, (column, row) in enumerate(grid):
        if within[index]:
            at = len(grid) + 4 * index
            outside = within[at : at + 4].count(False)
            away = hypot((column - 5) / 5, (row - 5) / 5)
            yield Placement(label, (boxes[index],), points[index], price=outside * 6 + away * 3)


def along(label: Label) -> Iterator[Placement]:
    """Beside the straightest stretches of a line, turned with it and never upside down."""
    for line in label.lines:
        total, need = length_of(line), label.width * 1.04
        if total < need:
            continue
        steps = max(1, min(24, int((total - need) / (label.size * 1.5))))
        for step in range(steps + 1):
            begin = (total - need) * step / steps
            stretch = part_of(line, begin, begin + need)
            yield from on_stretch(label, stretch, abs(begin + need / 2 - total / 2) / total)


def on_stretch(label: Label, stretch: Line, off_middle: float) -> Iterator[Placement]:
    """A name above and below one stretch, if that is nearly straight."""
    (x1, y1), (x2, y2) = stretch[0], stretch[-1]
    chord = hypot(x2 - x1, y2 - y1) or 1
    right, down = (x2 - x1) / chord, (y2 - y1) / chord
    sway = [(x - x1) * -down + (y - y1) * right for x, y in stretch]
    if chord < label.width * 0.93 or max(sway) - min(sway) > label.size * 1.1:
        return
    turn = degrees(atan2(down, right))
    if turn > 90 or turn <= -90:
        turn += 180 if turn < 0 else -180
    across, fall = cos(radians(turn)), sin(radians(turn))
    flipped = right * across + down * fall < 0
    reach = max(sway) - min(sway)
    for above in (True, False):
        edge = (min(sway) if above != flipped else max(sway)) * (-1 if flipped else 1)
        offset = edge + (-1 if above else 1) * (label.size * 0.58 + label.clearance)
        middle = (x1 + x2) / 2 - fall * offset, (y1 + y2) / 2 + across * offset
        boxes = tuple(slanted(middle, (across, fall), label.width, label.size))
        price = reach / label.size * 4 + off_middle * 4 + (0 if above else 0.6) + abs(turn) / 45 - 8
        yield Placement(label, boxes, middle, turn=turn or 0.01, price=price)


def slanted(middle: Position, direction: Position, width: float, size: float) -> Iterator[Box]:
    """A row of squares that cover a turned line of text."""
    across, fall = direction
    count = max(1, round(width / size))
    reach = width / count * max(abs(across), abs(fall)) + size * 0.35
    for index in range(count):
        away = (index + 0.5) / count * width - width / 2
        yield around((middle[0] + across * away, middle[1] + fall * away), reach, max(reach * abs(fall), size) + 1)


def part_of(line: Line, begin: float, end: float) -> Line:
    """The part of a line between two distances from its start."""
    result: Line = []
    walked = 0.0
    for (x1, y1), (x2, y2) in pairwise(line):
        length = hypot(x2 - x1, y2 - y1)
        for limit in (begin, end):
            if walked <= limit <= walked + length and length and (limit == begin) == (not result):
                share = (limit - walked) / length
                result.append((x1 + (x2 - x1) * share, y1 + (y2 - y1) * share))
                if limit == end:
                    return result
        if result:
            result.append((x2, y2))
        walked += length
    return result or line
