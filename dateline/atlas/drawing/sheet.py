"""One map, whole: ground, markers, names, furniture and the strip below, as one SVG."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .crowd import Crowd, around
from .features import Feature
from .furniture import graticule, inset, north_arrow, scale_bar
from .key import Strip, entries, key_strip
from .labels import Placement, placed
from .layers import Ground, coarser, draw_ground, draw_route, ground, hatch_pattern, keep_clear
from .marks import Mark, draw_mark, marks_of, uncertain_ground
from .names import ground_labels, point_label
from .projection import Extent, Frame, fit
from .svg import el, words

BUDGET = 48_000  # bytes; a drawing that is larger is drawn again more coarsely
FINEST, COARSEST = 0.3, 5.0  # pixels


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


@dataclass(frozen=True)
class Canvas:
    """What all parts of one drawing share."""

    plan: Plan
    frame: Frame
    strip: Strip
    margin: float
    text: float
    hatch: str
    links: bool
    backed: bool


def draw(
    plan: Plan, size: Size, ident: str = "map", style: str = "", links: bool = False, backed: bool = False
) -> Drawing:
    """Draw, and if the drawing is heavier than the budget, draw again more coarsely.

    ``style`` is for a drawing that stands alone, ``links`` for one inside a page; ``backed`` lays paper under it.
    """
    canvas = laid_out(plan, size, f"{ident}-hatch", links, backed)
    items = [ground(feature, canvas.frame) for feature in plan.features if feature.shapes and feature.kind != "locator"]
    tolerance = FINEST
    while True:
        body, placements = draw_map(canvas, [coarser(item, tolerance) for item in items])
        if len(body.encode()) <= BUDGET or tolerance >= COARSEST:
            break
        tolerance *= 2
    height = size.height or canvas.frame.height + canvas.strip.height
    return Drawing(assembled(canvas, body, height, style), canvas.frame.width, height, placements)


def laid_out(plan: Plan, size: Size, hatch: str, links: bool, backed: bool) -> Canvas:
    """Divide the height. The strip comes first, because in a fixed height the map has what it leaves."""
    margin = size.width * 0.03 if size.height else 0.0
    listed = entries(plan.features, plan.wording)
    strip = key_strip(listed, plan.notes, size.width - 2 * margin, size.text, hatch, plan.rtl)
    if size.height:
        left = size.height - strip.height - (margin * 0.6 if strip.height else 0)
        frame = fit(plan.extent, size.width, left, left)
    else:
        frame = fit(plan.extent, size.width, size.shortest, size.tallest)
    return Canvas(plan, frame, strip, margin, size.text, hatch, links, backed)


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


def draw_map(canvas: Canvas, items: list[Ground]) -> tuple[str, list[Placement]]:
    """Everything inside the frame, from the ground up."""
    plan, frame, text = canvas.plan, canvas.frame, canvas.text
    marks = marks_of(plan.features, frame, text)
    unsure = [patch for mark in marks for patch in uncertain_ground(mark.feature, frame)]
    crowd = peopled(frame, items + unsure, marks, text)
    furniture = draw_furniture(canvas, crowd)
    names = [*ground_labels(items, text), *(point_label(m.feature, m.at, text) for m in marks if m.feature.label)]
    placements = placed(names, crowd)
    island = any(feature.kind == "land" for feature in plan.features)
    parts = [
        el("rect", class_="m-water" if island else "m-land", width=frame.width, height=frame.height),
        draw_ground(items, text, canvas.hatch),
        graticule(plan.extent, frame, text),
        *(draw_route(item, text) for item in items if item.kind == "route"),
        *(draw_unsure(patch, text) for patch in unsure),
        *(linked(mark, text, canvas.links) for mark in marks),
        *(placement.markup() for placement in placements),
        furniture,
    ]
    return "".join(parts), placements


def peopled(frame: Frame, items: list[Ground], marks: list[Mark], text: float) -> Crowd:
    """The crowd before any name stands: marks take their ground, lines are dear to cross."""
    crowd = Crowd(frame.width, frame.height)
    keep_clear(items, crowd)
    for mark in marks:
        crowd.take(around(mark.at, mark.reach(text), mark.reach(text)))
    return crowd


def draw_furniture(canvas: Canvas, crowd: Crowd) -> str:
    """Inset, scale and north, each in the corner where it hides least."""
    plan, frame, text = canvas.plan, canvas.frame, canvas.text
    units = (plan.wording.get("km", "km"), plan.wording.get("mi", "mi"))
    return (
        inset(plan.extent, plan.features, crowd, text)
        + scale_bar(frame, crowd, text, plan.miles, units)
        + north_arrow(frame, crowd, text, plan.wording.get("north", "N"))
    )


def draw_unsure(patch: Ground, text: float) -> str:
    """Ground that a claim may mean: a dashed edge; the line of sight to it is a hairline."""
    dash = f"{text * 0.4:.1f} {text * 0.25:.1f}" if patch.feature.closed else None
    width = text * (0.1 if dash else 0.06)
    return el("path", class_="m-claimed", d=patch.data, fill="none", stroke_width=width, stroke_dasharray=dash)


def linked(mark: Mark, text: float, links: bool) -> str:
    """The mark, as a link to what it stands for where it has one."""
    feature, markup = mark.feature, draw_mark(mark, text)
    href = feature.words("href")
    if not links or not href:
        return markup
    name = ": ".join(part for part in (str(feature.number or ""), feature.label, feature.words("note")) if part)
    return el("a", markup, href=href, aria_label=name or href, class_="m-link")
