"""The ground: land, water, floods, roads and borders, from features to paths."""

from __future__ import annotations

from dataclasses import dataclass, replace

from .crowd import Crowd
from .features import Feature, Line, Position
from .geometry import Bounds, cut_line, cut_ring, path_data, rounded, simplified
from .projection import Frame
from .svg import el

EDGE = 10.0  # pixels beyond the sheet at which shapes are cut, so that no outline runs along its edge
RIVER_WIDTH = {1: 0.42, 2: 0.26, 3: 0.16, 4: 0.09}
ROAD_WIDTH = {1: 0.24, 2: 0.18, 3: 0.13, 4: 0.09}
AVOID = {
    "border": 2.0,
    "disputed-border": 2.0,
    "land": 1.0,
    "shore": 1.0,
    "river": 2.5,
    "road": 0.7,
    "rail": 0.7,
    "route": 3.0,
    "flood": 0.4,
    "lake": 0.8,
    "ring": 1.2,
    "sector": 1.2,
    "sight": 1.2,
}


@dataclass(frozen=True)
class Ground:
    """A feature on the sheet: its lines in pixels, cut, simple and, where asked for, round."""

    feature: Feature
    lines: tuple[Line, ...]

    @property
    def kind(self) -> str:
        """What it is."""
        return self.feature.kind

    @property
    def data(self) -> str:
        """Its path."""
        return path_data(self.lines, self.feature.closed)


def ground(feature: Feature, frame: Frame) -> Ground:
    """Bring a feature onto the sheet, in full detail."""
    bounds: Bounds = (-EDGE, -EDGE, frame.width + EDGE, frame.height + EDGE)
    lines: list[Line] = []
    for polygon in feature.shapes:
        for line in polygon:
            on_sheet = frame.place_line(line)
            if feature.properties.get("smooth"):
                on_sheet = rounded(on_sheet, feature.closed)
            if feature.closed:
                ring = cut_ring(on_sheet, bounds)
                lines += [[*ring, ring[0]]] if ring else []
            else:
                lines += cut_line(on_sheet, bounds)
    return Ground(feature, tuple(lines))


def coarser(item: Ground, tolerance: float) -> Ground:
    """The same without the points that nobody would miss at so many pixels."""
    return replace(item, lines=tuple(simplified(line, tolerance) for line in item.lines))


def fill(item: Ground, style: str, winding: bool = False, **attributes: str | float | None) -> str:
    """A filled path; holes stay holes. With ``winding`` they are told by the way they run, and shapes may overlap."""
    return el("path", class_=style, d=item.data, fill_rule=None if winding else "evenodd", **attributes)


def stroke(item: Ground, style: str, width: float, dash: str | None = None, cap: str = "round") -> str:
    """A drawn line."""
    return el(
        "path",
        class_=style,
        d=item.data,
        fill="none",
        stroke_width=width,
        stroke_dasharray=dash,
        stroke_linejoin="round",
        stroke_linecap=cap,
    )


def draw_ground(items: list[Ground], text: float, hatch: str) -> str:
    """All layers from the lowest up. ``text`` is the size of a plain label; ``hatch`` the id of the flood's pattern."""
    by_kind: dict[str, list[Ground]] = {}
    for item in items:
        if item.lines:
            by_kind.setdefault(item.kind, []).append(item)

    def each(kind: str) -> list[Ground]:
        return by_kind.get(kind, [])

    parts = [draw_land(item, text) for item in each("land")]
    parts += [stroke(item, "m-shore", text * 0.06) for item in each("shore")]
    parts += [draw_area(item, text) for item in each("area")]
    parts += [draw_river(item, text) for item in sorted(each("river"), key=lambda row: -row.feature.importance)]
    parts += [draw_water(item, text) for item in each("water") + each("lake")]
    parts += [fill(item, "m-building", winding=True) for item in each("building")]
    for item in each("flood"):
        parts.append(fill(item, "m-flood", fill_opacity=".3"))
        parts.append(fill(item, "m-hatch", fill=f"url(#{hatch})", stroke_width=text * 0.06))
    parts += [stroke(item, "m-road-edge", road_width(item, text) + text * 0.13) for item in each("road")]
    parts += [stroke(item, "m-road", road_width(item, text)) for item in each("road")]
    for item in each("rail"):
        parts.append(stroke(item, "m-rail", text * 0.08))
        parts.append(stroke(item, "m-rail", text * 0.3, dash=f"{text * 0.08:.1f} {text * 0.7:.1f}", cap="butt"))
    parts += [stroke(item, "m-state", text * 0.06) for item in each("state")]
    parts += [stroke(item, "m-border", text * 0.09) for item in each("border")]
    dash = f"{text * 0.45:.1f} {text * 0.35:.1f}"
    parts += [stroke(item, "m-border", text * 0.1, dash, "butt") for item in each("disputed-border")]
    return "".join(parts)


def draw_land(item: Ground, text: float) -> str:
    """Land and its coast, unless that is drawn apart from it."""
    if item.feature.properties.get("shore") is False:
        return fill(item, "m-land")
    return fill(item, "m-land m-shore", stroke_width=text * 0.06)


def draw_water(item: Ground, text: float) -> str:
    """Water and its shore; that of tiles overlaps from one to the next and has no shore there."""
    if item.feature.properties.get("shore") is False:
        return fill(item, "m-water", winding=True)
    return fill(item, "m-water m-shore", stroke_width=text * 0.06)


def draw_area(item: Ground, text: float) -> str:
    """Named ground: a light wash and a dashed edge."""
    edge = f"{text * 0.3:.1f} {text * 0.22:.1f}"
    return fill(
        item,
        "m-area m-area-edge",
        fill_opacity=".55",
        stroke_opacity=".7",
        stroke_width=text * 0.08,
        stroke_dasharray=edge,
    )


def draw_river(item: Ground, text: float) -> str:
    """A river as a line as broad as it matters, or as the ground it covers."""
    if item.feature.closed:
        return fill(item, "m-water m-shore", stroke_width=text * 0.06)
    return stroke(item, "m-river", text * RIVER_WIDTH[item.feature.importance])


def road_width(item: Ground, text: float) -> float:
    """Pixels across a road."""
    return text * ROAD_WIDTH[item.feature.importance]


def draw_route(item: Ground, text: float) -> str:
    """Somebody's way: a strong line with a halo, ending in a head unless ``arrow`` is false."""
    parts = [stroke(item, "m-casing", text * 0.42), stroke(item, "m-route", text * 0.2)]
    line = item.lines[-1] if item.lines else []
    if len(line) > 1 and item.feature.properties.get("arrow") is not False:
        parts.append(arrow_head(line[-2], line[-1], text))
    return "".join(parts)


def arrow_head(before: Position, tip: Position, text: float) -> str:
    """A head at the end of a line."""
    across, down = tip[0] - before[0], tip[1] - before[1]
    length = (across**2 + down**2) ** 0.5 or 1
    across, down = across / length * text * 0.62, down / length * text * 0.62
    x, y = tip[0] + across * 0.4, tip[1] + down * 0.4
    wings = [
        (x, y),
        (x - across * 1.5 - down * 0.75, y - down * 1.5 + across * 0.75),
        (x - across * 1.1, y - down * 1.1),
        (x - across * 1.5 + down * 0.75, y - down * 1.5 - across * 0.75),
    ]
    return el("path", class_="m-route-head", d=path_data([wings], True))


def hatch_pattern(ident: str, text: float) -> str:
    """Slanted hatching for floods: it says flood without any colour."""
    gap = text * 0.42
    line = el("path", class_="m-hatch", d=f"M0 0V{gap:.1f}", stroke_width=text * 0.14)
    return el(
        "defs",
        el(
            "pattern",
            line,
            id=ident,
            width=gap,
            height=gap,
            patternUnits="userSpaceOnUse",
            patternTransform="rotate(45)",
        ),
    )


def keep_clear(items: list[Ground], crowd: Crowd) -> None:
    """Tell the crowd which lines labels had better not cross."""
    for item in items:
        if item.kind in AVOID:
            crowd.avoid(item.lines, AVOID[item.kind])
