"""What helps to read a map: scale bar, north where it is not up, lines of the globe, an inset that says where."""

from __future__ import annotations

from math import ceil, cos, log10, radians, sin

from .crowd import Box, Crowd
from .features import Feature, Line, Position
from .geometry import path_data
from .layers import coarser, fill, ground, stroke
from .projection import Extent, Frame, fit, outline, width_of
from .svg import el, words
from .text import text_width

KM_PER_MILE = 1.609344
DEAR = 16.0  # what an inset may cover: a road or two, but no lake and no river
BENDING = 20.0  # degrees across, from which on meridians are drawn
SKEWED = 8.0  # degrees off up at which north has to be shown
INSET = 0.26  # of the sheet's shorter side
CORNERS = ("bottom left", "bottom right", "top right", "top left")


def corner_box(crowd: Crowd, width: float, height: float, margin: float) -> Box:
    """The corner in which a thing of this size covers least."""
    places = {
        "bottom left": (margin, crowd.height - margin - height),
        "bottom right": (crowd.width - margin - width, crowd.height - margin - height),
        "top right": (crowd.width - margin - width, margin),
        "top left": (margin, margin),
    }
    boxes = [(x, y, x + width, y + height) for x, y in (places[corner] for corner in CORNERS)]
    return min(boxes, key=lambda box: (not crowd.free(box, margin=0), crowd.price(box)))


def nice(most: float) -> float:
    """The greatest of 1, 2, 5, 10, 20 … that is not above ``most``."""
    power = 10.0 ** int(log10(most) // 1)
    return max(step * power for step in (1, 2, 5) if step * power <= most * 1.0001)


def scale_bar(frame: Frame, crowd: Crowd, text: float, miles: bool, unit: tuple[str, str]) -> str:
    """A bar of round length, and one in miles below it where asked for. A map of the world has no one scale."""
    if frame.degrees_wide > 70:
        return ""
    small, most = text * 0.82, frame.width * 0.2
    rows = [(nice(most / frame.pixels_per_km), frame.pixels_per_km, unit[0])]
    if miles:
        per_mile = frame.pixels_per_km * KM_PER_MILE
        rows.append((nice(most / per_mile), per_mile, unit[1]))
    marks = [(f"{length:g} {name}", length * pixels) for length, pixels, name in rows]
    across = max(max(bar, text_width(mark, small)) for mark, bar in marks)
    box = corner_box(crowd, across + 6, small * 1.9 * len(rows), text * 0.7)
    crowd.take(box)
    parts = []
    for index, (mark, bar) in enumerate(marks):
        x, y = box[0] + 3, box[1] + small * (1.1 + 1.9 * index)
        parts.append(el("text", words(mark), class_="m-scale", x=x, y=y, font_size=small, stroke_width=small * 0.22))
        foot, tick = y + small * 0.55, small * 0.3
        data = path_data([[(x, foot - tick), (x, foot), (x + bar, foot), (x + bar, foot - tick)]])
        parts.append(el("path", class_="m-ink", d=data, fill="none", stroke_width=text * 0.08))
    return "".join(parts)


def north_arrow(frame: Frame, crowd: Crowd, text: float, letter: str) -> str:
    """A small arrow where up is not north on all of the sheet, and no meridians show it.

    Elsewhere, and around a pole, every reader knows.
    """
    if abs(frame.projection.latitude) == 90 or frame.degrees_wide >= BENDING:
        return ""
    size = text * 1.9
    box = corner_box(crowd, size, size, text * 0.8)
    middle = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    longitude, latitude = frame.back(middle)
    turn = frame.north_at((longitude, max(-89.0, min(89.0, latitude))))
    if abs(turn) < SKEWED:
        return ""
    crowd.take(box)
    angle = radians(turn)

    def point(along: float, aside: float) -> Position:
        return (
            middle[0] + (sin(angle) * along + cos(angle) * aside) * size,
            middle[1] + (-cos(angle) * along + sin(angle) * aside) * size,
        )

    arrow = el(
        "path",
        class_="m-town",
        d=path_data([[point(0.1, 0), point(-0.5, 0.2), point(-0.38, 0), point(-0.5, -0.2)]], True),
    )
    x, y = point(0.32, 0)
    return arrow + el(
        "text",
        words(letter),
        class_="m-scale",
        x=x,
        y=y + text * 0.28,
        font_size=text * 0.8,
        stroke_width=text * 0.18,
        text_anchor="middle",
    )


def graticule(extent: Extent, frame: Frame, text: float) -> str:
    """Meridians and parallels, on maps so wide that they bend."""
    if frame.degrees_wide < BENDING:
        return ""
    west, south, _, north = extent
    across = width_of(extent)
    step = next(step for step in (2, 5, 10, 15, 30) if frame.degrees_wide / step <= 7 or step == 30)
    top, foot = min(90.0, north + across / 2), max(-90.0, south - across / 2)
    if across > 350:
        west, across = -180.0, 360.0 - step  # the last meridian would be the first
        foot, top = max(foot, -85.0), min(top, 85.0)  # where all meet, there is nothing to read
    else:
        west, across = west - across / 2, across * 2
    meridians = [ceil(west / step) * step + step * index for index in range(int(across / step) + 1)]
    west, across = (-180.0, 360.0) if across > 300 else (west, across)
    parallels = [ceil(foot / step) * step + step * index for index in range(int((top - foot) / step) + 1)]
    lines: list[Line] = [[(float(x), foot + (top - foot) * i / 30) for i in range(31)] for x in meridians]
    lines += [[(west + across * i / 60, float(y)) for i in range(61)] for y in parallels if abs(y) < 90]
    grid = coarser(ground(Feature("grid", shapes=(tuple(lines),)), frame), 0.5)
    return el("path", class_="m-grid", d=grid.data, fill="none", stroke_width=text * 0.04, stroke_opacity=".6")


def beyond_the_poles(frame: Frame) -> str:
    """Paper where a flat map of the world would go on above the one pole or below the other."""
    if not frame.projection.world:
        return ""
    (_, top), (_, foot) = frame.place((0.0, 90.0)), frame.place((0.0, -90.0))
    parts = []
    if top > 0:
        parts.append(el("rect", class_="m-paper", width=frame.width, height=top))
    if foot < frame.height:
        parts.append(el("rect", class_="m-paper", y=foot, width=frame.width, height=frame.height - foot))
    return "".join(parts)


def inset(extent: Extent, features: list[Feature], crowd: Crowd, text: float) -> str:
    """A small map of the wider region with a box for this one; drawn where there is ``locator`` land and room."""
    lands = [feature for feature in features if feature.kind == "locator"]
    positions = [position for land in lands for polygon in land.shapes for line in polygon for position in line]
    if not positions:
        return ""
    xs, ys = [x for x, _ in positions], [y for _, y in positions]
    side = min(crowd.width, crowd.height) * INSET
    shown = lands[0].properties.get("shown") or (min(xs), min(ys), max(xs), max(ys))
    frame = fit(shown, side, side * 0.6, side * 1.1)
    box = corner_box(crowd, frame.width, frame.height, text * 0.7)
    if not crowd.free(box, margin=0) or crowd.price(box) > DEAR:
        return ""
    crowd.take(box)
    parts = [el("rect", class_="m-water", width=frame.width, height=frame.height)]
    for land in lands:
        item = coarser(ground(land, frame), 0.4)
        parts.append(
            fill(item, "m-land m-shore", stroke_width=text * 0.05)
            if land.closed
            else stroke(item, "m-state", text * 0.04)
        )
    spot = ground(Feature("here", shapes=((outline(extent),),), closed=True), frame)
    parts.append(el("path", class_="m-you", d=spot.data, fill="none", stroke_width=text * 0.14))
    parts.append(
        el("rect", class_="m-border", width=frame.width, height=frame.height, fill="none", stroke_width=text * 0.08)
    )
    return el("svg", *parts, x=box[0], y=box[1], width=frame.width, height=frame.height)
