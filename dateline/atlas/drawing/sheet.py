"""One map, whole: ground, markers, names, furniture and the strip below, as one SVG."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Protocol

from .crowd import Box, Crowd, around, overlap
from .detail import COARSEST, STEP, Detail, points_of
from .features import Feature
from .furniture import INSET, beyond_the_poles, graticule, inset, north_arrow, scale_bar
from .key import Strip, entries, key_strip
from .labels import Placement, draw_names, placed
from .layers import Ground, draw_ground, draw_route, ground, hatch_pattern, keep_clear
from .marks import Mark, draw_mark, draw_towns, in_world, marks_of, uncertain_ground
from .names import ground_labels, point_label
from .projection import Extent, Frame, fit
from .svg import el, words

BUDGET = 48_000  # bytes; a drawing that is larger is drawn again more coarsely
NAME, POINT, FURNITURE = 80, 7.2, 7_000  # bytes of a name that is offered, of a point of the ground, of all the rest
ELEMENT = 100  # bytes of a thing on the ground beside its points
SHY = 0.99  # of the points for which there seems to be room, where there was not


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


class Surroundings(Protocol):
    """What lies around the features of a plan, found once it is known how large the sheet is."""

    def __call__(self, extent: Extent, km_per_pixel: float) -> list[Feature]:
        """The world in an extent."""

    def locator(self, extent: Extent, pixels: float) -> list[Feature]:
        """The land of the wider region for an inset so many pixels wide, or nothing where a map needs none."""


@dataclass(frozen=True)
class Plan:
    """What is to be drawn and said. ``wording`` has the key's words and the units, in the reader's language.

    ``scenery`` gives the world around them.
    """

    title: str
    extent: Extent
    features: list[Feature]
    description: str = ""
    notes: str = ""
    miles: bool = False
    rtl: bool = False
    wording: Mapping[str, str] = field(default_factory=dict)
    scenery: Surroundings | None = None


@dataclass(frozen=True)
class Drawing:
    """A drawn map: its markup, its size, and where its names came to stand."""

    svg: str
    width: float
    height: float
    placements: list[Placement]


@dataclass(frozen=True)
class Canvas:
    """What all parts of one drawing share."""

    plan: Plan
    frame: Frame
    strip: Strip
    margin: float
    text: float
    ident: str
    links: bool
    backed: bool

    @property
    def hatch(self) -> str:
        """The id of the pattern of floods; several maps may stand on one page."""
        return f"{self.ident}-hatch"


def draw(
    plan: Plan, size: Size, ident: str = "map", style: str = "", links: bool = False, backed: bool = False
) -> Drawing:
    """Draw: names where they find room above likely ground, then the ground in as much detail as the budget leaves.

    A line moves by no more than what it is made simpler by, so names stand well on either.
    ``style`` is for a drawing that stands alone, ``links`` for one inside a page; ``backed`` lays paper under it.
    """
    canvas = furnished(laid_out(plan, size, ident, links, backed))
    plan = canvas.plan
    items = [ground(feature, canvas.frame) for feature in plan.features if feature.shapes and feature.kind != "locator"]
    named = sum(bool(feature.label) for feature in plan.features)
    detail = Detail.of(items)
    likely = detail.at(detail.tolerance_for((BUDGET - FURNITURE - named * NAME) / POINT))
    upper, placements = draw_upper(canvas, likely, marks_of(plan.features, canvas.frame, canvas.text))
    lower = light_enough(canvas, detail, BUDGET - len(upper.encode()))
    height = size.height or canvas.frame.height + canvas.strip.height
    return Drawing(assembled(canvas, lower + upper, height, style), canvas.frame.width, height, placements)


def light_enough(canvas: Canvas, detail: Detail, most: int) -> str:
    """What lies below, in as much detail as weighs no more than so many bytes; where nothing does, in the least."""
    points, tolerance = (most - ELEMENT * len(detail.items)) / POINT, 0.0
    while True:
        tolerance = max(detail.tolerance_for(points), tolerance * STEP)
        items = detail.at(tolerance)
        lower = draw_lower(canvas, items)
        size = len(lower.encode())
        if size <= most or tolerance >= COARSEST:
            return lower
        points = points_of(items) * (most / size) * SHY


def laid_out(plan: Plan, size: Size, ident: str, links: bool, backed: bool) -> Canvas:
    """Divide the height. The strip comes first, because in a fixed height the map has what it leaves."""
    margin = size.width * 0.03 if size.height else 0.0
    listed = entries(plan.features, plan.wording)
    strip = key_strip(listed, plan.notes, size.width - 2 * margin, size.text, f"{ident}-hatch", plan.rtl)
    if size.height:
        left = size.height - strip.height - (margin * 0.6 if strip.height else 0)
        frame = fit(plan.extent, size.width, left, left)
    else:
        frame = fit(plan.extent, size.width, size.shortest, size.tallest)
    return Canvas(plan, frame, strip, margin, size.text, ident, links, backed)


def furnished(canvas: Canvas) -> Canvas:
    """The same with the world below the plan's own features; a plan's own town takes the place of the world's."""
    plan, frame = canvas.plan, canvas.frame
    if plan.scenery is None:
        return canvas
    named = {feature.label for feature in plan.features if feature.label}
    world = [
        feature
        for feature in plan.scenery(frame.seen(), 1 / frame.pixels_per_km)
        if feature.kind != "place" or feature.label not in named
    ]
    if not any(feature.kind == "locator" for feature in plan.features):
        world += plan.scenery.locator(plan.extent, min(frame.width, frame.height) * INSET)
    return replace(canvas, plan=replace(plan, features=[*world, *plan.features]))


def assembled(canvas: Canvas, body: str, height: float, style: str) -> str:
    """The outermost element. With links inside it is a group, because the parts of an image cannot be reached."""
    plan, frame, strip = canvas.plan, canvas.frame, canvas.strip
    shift = f"translate({canvas.margin:.1f} {frame.height:.1f})"
    return el(
        "svg",
        el("title", words(plan.title)),
        el("desc", words(plan.description)) if plan.description else "",
        el("style", style) if style else "",
        hatch_pattern(canvas.hatch, canvas.text),
        el("rect", class_="m-paper", width="100%", height="100%") if canvas.backed else "",
        el("svg", body, width=frame.width, height=frame.height),
        el("g", strip.markup, transform=shift) if strip.markup else "",
        xmlns="http://www.w3.org/2000/svg",
        class_="m-map",
        viewBox=f"0 0 {frame.width:.0f} {height:.0f}",
        width=f"{frame.width:.0f}" if style else None,
        height=f"{height:.0f}" if style else None,
        role="group" if canvas.links else "img",
        aria_label=plan.title,
        direction="ltr",
    )


def draw_lower(canvas: Canvas, items: list[Ground]) -> str:
    """The ground, the grid over it and the ways that somebody took: all that can be drawn more coarsely."""
    plan, frame, text = canvas.plan, canvas.frame, canvas.text
    island = any(feature.kind == "land" for feature in plan.features)
    parts = [
        el("rect", class_="m-water" if island else "m-land", width=frame.width, height=frame.height),
        draw_ground(items, text, canvas.hatch),
        graticule(plan.extent, frame, text),
        beyond_the_poles(frame),
        *(draw_route(item, text) for item in items if item.kind == "route"),
    ]
    return "".join(parts)


def draw_upper(canvas: Canvas, items: list[Ground], marks: list[Mark]) -> tuple[str, list[Placement]]:
    """Marks, names and furniture, each where it hides least of what lies below."""
    frame, text = canvas.frame, canvas.text
    unsure = [(mark.feature, patch) for mark in marks for patch in uncertain_ground(mark.feature, frame)]
    crowd = peopled(frame, items + [patch for _, patch in unsure], marks, text)
    furniture = draw_furniture(canvas, crowd)
    claimed = [around(m.at, m.reach(text), m.reach(text)) for m in marks if not in_world(m.feature)]
    marks = [mark for mark in marks if not in_world(mark.feature) or settled(mark, crowd, claimed, text)]
    names = [*ground_labels(items, text), *(point_label(m.feature, m.at, text) for m in marks if m.feature.label)]
    placements = placed(names, crowd)
    standing = {(placement.label.text, placement.label.point) for placement in placements}
    shown = [mark for mark in marks if not in_world(mark.feature) or (mark.feature.label, mark.at) in standing]
    parts = [
        *(draw_unsure(patch, text, feature) for feature, patch in unsure),
        draw_towns([mark for mark in shown if in_world(mark.feature)], text),
        *(linked(mark, text, canvas) for mark in shown if not in_world(mark.feature)),
        draw_names(placements),
        furniture,
    ]
    return "".join(parts), placements


def peopled(frame: Frame, items: list[Ground], marks: list[Mark], text: float) -> Crowd:
    """The crowd before any name stands: marks take their ground, lines are dear to cross."""
    crowd = Crowd(frame.width, frame.height)
    keep_clear(items, crowd)
    for mark in marks:
        if not in_world(mark.feature):
            crowd.take(around(mark.at, mark.reach(text), mark.reach(text)))
    return crowd


def settled(mark: Mark, crowd: Crowd, claimed: list[Box], text: float) -> bool:
    """Whether there was still room for a town of the world, which it then takes.

    A town below a claim stays: its name, somewhat farther off, is often the very one that readers look for.
    """
    box = around(mark.at, mark.reach(text), mark.reach(text))
    if not crowd.free(box, margin=0):
        return any(overlap(box, other) for other in claimed)
    crowd.take(box)
    return True


def draw_furniture(canvas: Canvas, crowd: Crowd) -> str:
    """Inset, scale and north, each in the corner where it hides least."""
    plan, frame, text = canvas.plan, canvas.frame, canvas.text
    units = (plan.wording.get("km", "km"), plan.wording.get("mi", "mi"))
    return (
        inset(plan.extent, plan.features, crowd, text)
        + scale_bar(frame, crowd, text, plan.miles, units)
        + north_arrow(frame, crowd, text, plan.wording.get("north", "N"))
    )


EDGES = {"confirmed": "m-ink", "disputed": "m-disputed"}


def draw_unsure(patch: Ground, text: float, feature: Feature) -> str:
    """Ground that a claim may mean: a dashed edge; the line of sight to it is a hairline."""
    dash = f"{text * 0.4:.1f} {text * 0.25:.1f}" if patch.feature.closed else None
    width = text * (0.1 if dash else 0.06)
    return el(
        "path",
        class_=EDGES.get(feature.kind, "m-claimed"),
        d=patch.data,
        fill="none",
        stroke_width=width,
        stroke_dasharray=dash,
        **feature.times,
    )


def linked(mark: Mark, text: float, canvas: Canvas) -> str:
    """The mark; inside a page a link to what it stands for, or to its line in the list below the map."""
    feature, markup = mark.feature, draw_mark(mark, text)
    number = feature.number
    href = feature.words("href") or (f"#{canvas.ident}-line-{number}" if number else "")
    if not canvas.links or not href:
        return el("g", markup, **feature.times) if feature.words("from") or feature.words("until") else markup
    name = ": ".join(part for part in (str(number or ""), feature.label, feature.words("note")) if part)
    ident = f"{canvas.ident}-mark-{number}" if number else None
    return el("a", markup, href=href, id=ident, aria_label=name or href, class_="m-link", **feature.times)
