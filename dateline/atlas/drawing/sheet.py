"""One map, whole: ground, markers, names, furniture and the strip below, as one SVG."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..vocabulary import CLAIMS
from .crowd import Crowd, around
from .features import Feature, Position
from .furniture import graticule, inset, north_arrow, scale_bar
from .geometry import path_data
from .key import Strip, entries, key_strip
from .labels import Placement, placed
from .layers import Ground, draw_ground, draw_route, ground, hatch_pattern, keep_clear
from .markers import RADIUS, claim_marker, ring_around, sector_end, sector_patch, symbol_marker, town
from .names import ground_labels, point_label
from .projection import Extent, Frame, fit
from .spread import spread
from .svg import el, words

BUDGET = 48_000  # bytes; a drawing that is larger is drawn again more coarsely
FINEST, COARSEST = 0.3, 2.4  # pixels


@dataclass(frozen=True)
class Size:
    """How large a drawing is, in pixels of its own view box; the display scales it.

    ``tallest`` and ``shortest`` bound the map without its strip; with ``height`` set, map and strip fill just that.
    """

    width: float
    text: float
    shortest: float = 0.0
    tallest: float = 0.0
    height: float = 0.0


SIZES = {
    "wide": Size(880, 15, 430, 620),
    "narrow": Size(400, 13.5, 300, 470),
    "full": Size(1280, 15.5, 620, 900),
}
SHAPES = {
    "og": Size(1200, 25, height=630),
    "1x1": Size(1200, 30, height=1200),
    "4x3": Size(1200, 28, height=900),
    "16x9": Size(1200, 26, height=675),
}


@dataclass(frozen=True)
class Plan:
    """What is to be drawn and said. ``wording`` has the key's words and the units, in the reader's language."""

    title: str
    extent: Extent
    features: list[Feature]
    description: str = ""
    notes: str = ""
    miles: bool = False
    rtl: bool = False
    wording: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Drawing:
    """A drawn map: its markup, its size, and where its names came to stand."""

    svg: str
    width: float
    height: float
    placements: list[Placement]


def draw(plan: Plan, size: Size, ident: str = "map", style: str = "", links: bool = False) -> Drawing:
    """Draw, and if the drawing is heavier than the budget, draw again more coarsely."""
    tolerance = FINEST
    while True:
        drawing = draw_once(plan, size, ident, style, links, tolerance)
        if len(drawing.svg.encode()) <= BUDGET or tolerance >= COARSEST:
            return drawing
        tolerance *= 2


def draw_once(plan: Plan, size: Size, ident: str, style: str, links: bool, tolerance: float) -> Drawing:
    """Draw with one tolerance. The strip comes first, because in a fixed height the map has what it leaves."""
    hatch = f"{ident}-hatch"
    margin = size.width * 0.03 if size.height else 0.0
    strip = key_strip(
        entries(plan.features, plan.wording), plan.notes, size.width - 2 * margin, size.text, hatch, plan.rtl
    )
    if size.height:
        left = size.height - strip.height - (margin * 0.6 if strip.height else 0)
        frame = fit(plan.extent, size.width, left, left)
    else:
        frame = fit(plan.extent, size.width, size.shortest, size.tallest)
    crowd = Crowd(frame.width, frame.height)
    body, placements = draw_map(plan, frame, crowd, size.text, hatch, links, tolerance)
    height = size.height or frame.height + strip.height
    svg = "".join(assembled(plan, frame, strip, body, height, margin, size.text, hatch, style, links))
    return Drawing(svg, frame.width, height, placements)


def assembled(
    plan: Plan,
    frame: Frame,
    strip: Strip,
    body: str,
    height: float,
    margin: float,
    text: float,
    hatch: str,
    style: str,
    links: bool,
) -> list[str]:
    """The outermost element. With links inside it is a group, because the parts of an image cannot be reached."""
    key = el("g", strip.markup, transform=f"translate({margin:.1f} {frame.height:.1f})") if strip.markup else ""
    return [
        el(
            "svg",
            el("title", words(plan.title)),
            el("desc", words(plan.description)) if plan.description else "",
            el("style", style) if style else "",
            hatch_pattern(hatch, text),
            el("rect", class_="m-paper", width="100%", height="100%") if style else "",
            el("svg", body, width=frame.width, height=frame.height),
            key,
            xmlns="http://www.w3.org/2000/svg",
            class_="m-map",
            viewBox=f"0 0 {frame.width:.0f} {height:.0f}",
            width=f"{frame.width:.0f}" if style else None,
            height=f"{height:.0f}" if style else None,
            role="group" if links else "img",
            aria_label=plan.title,
            direction="ltr",
        )
    ]


def draw_map(
    plan: Plan, frame: Frame, crowd: Crowd, text: float, hatch: str, links: bool, tolerance: float
) -> tuple[str, list[Placement]]:
    """Everything inside the frame, from the ground up."""
    shapes = [feature for feature in plan.features if feature.shapes and feature.kind != "locator"]
    items = [ground(feature, frame, tolerance) for feature in shapes]
    keep_clear(items, crowd)
    island = any(feature.kind == "land" for feature in plan.features)
    points = point_features(plan.features, frame)
    marks = marked(points, text)
    for feature, _, at in marks:
        reach = text * (RADIUS * 2.3 if feature.kind in CLAIMS or feature.number else 0.5)
        if feature.kind != "place" or feature.importance <= 3:
            crowd.take(around(at, reach, reach))
    furniture = [
        inset(plan.extent, plan.features, crowd, text),
        scale_bar(frame, crowd, text, plan.miles, (plan.wording.get("km", "km"), plan.wording.get("mi", "mi"))),
        north_arrow(frame, crowd, text, plan.wording.get("north", "N")),
    ]
    names = [*ground_labels(items, text), *(point_label(f, at, text) for f, _, at in marks if f.label)]
    placements = placed(names, crowd)
    routes = [draw_route(item, text) for item in items if item.kind == "route"]
    parts = [
        el("rect", class_="m-water" if island else "m-land", width=frame.width, height=frame.height),
        draw_ground(items, text, hatch),
        graticule(plan.extent, frame, text),
        *routes,
        *(uncertain(feature, frame, text) for feature, _ in points),
        *(linked(feature, draw_mark(feature, true, at, text), links) for feature, true, at in marks),
        *(placement.markup() for placement in placements),
        *furniture,
    ]
    return "".join(parts), placements


def point_features(features: list[Feature], frame: Frame) -> list[tuple[Feature, Position]]:
    """Everything that stands at a point of the sheet; towns first, so that claims lie on top."""
    found = []
    for feature in features:
        if feature.shapes or feature.closed:
            continue
        at = frame.place(sector_end(feature) if feature.kind == "sector" else feature.point)
        if -20 < at[0] < frame.width + 20 and -20 < at[1] < frame.height + 20:
            found.append((feature, at))
    return sorted(found, key=lambda pair: ("place", "point").index(pair[0].kind) if pair[0].kind not in CLAIMS else 2)


def marked(points: list[tuple[Feature, Position]], text: float) -> list[tuple[Feature, Position, Position]]:
    """Each feature with its true place and the place of its mark: numbered marks that collide are moved apart."""
    numbered = [index for index, (feature, _) in enumerate(points) if feature.number]
    moved = dict(zip(numbered, spread([points[index][1] for index in numbered], text * RADIUS * 2.25), strict=True))
    return [(feature, at, moved.get(index, at)) for index, (feature, at) in enumerate(points)]


def draw_mark(feature: Feature, true: Position, at: Position, text: float) -> str:
    """A town, a symbol or a claim; a mark that had to move has a line to where it belongs."""
    if feature.kind == "place":
        return town(feature.importance, at, text)
    leader = ""
    if abs(true[0] - at[0]) + abs(true[1] - at[1]) > text * 0.5:
        leader = el("path", class_="m-ink", d=path_data([[true, at]]), stroke_width=text * 0.06) + el(
            "circle", class_="m-town", cx=true[0], cy=true[1], r=text * 0.14
        )
    if feature.kind in CLAIMS:
        return leader + claim_marker(feature.kind, at, text, str(feature.number or ""))
    if feature.number:
        return leader + claim_marker("confirmed", at, text, str(feature.number))
    return symbol_marker(feature.words("symbol"), at, text)


def uncertain(feature: Feature, frame: Frame, text: float) -> str:
    """The ground that an uncertain claim may mean, and for a sector the line of sight to it."""
    if feature.kind not in ("ring", "sector"):
        return ""
    outer = (
        ring_around(feature.point, feature.amount("radius_km", 1)) if feature.kind == "ring" else sector_patch(feature)
    )
    area = Feature(feature.kind, shapes=((outer,),), closed=True)
    patch = el(
        "path",
        class_="m-claimed",
        d=ground(area, frame, 0.3).data,
        fill="none",
        stroke_width=text * 0.1,
        stroke_dasharray=f"{text * 0.4:.1f} {text * 0.25:.1f}",
    )
    if feature.kind == "ring":
        return patch
    sight: Ground = ground(Feature("sight", shapes=(([feature.point, sector_end(feature)],),)), frame, 0.3)
    return patch + el("path", class_="m-claimed", d=sight.data, fill="none", stroke_width=text * 0.06)


def linked(feature: Feature, markup: str, links: bool) -> str:
    """The mark as a link to what it stands for, where it has one."""
    href = feature.words("href")
    if not links or not href:
        return markup
    name = ": ".join(part for part in (str(feature.number or ""), feature.label, feature.words("note")) if part)
    return el("a", markup, href=href, aria_label=name or href, class_="m-link")
