"""Everything that stands at a point of the sheet: towns, symbols and claims, and the ground that a claim may mean."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..vocabulary import CLAIMS
from .features import Feature, Position
from .geometry import path_data
from .layers import Ground, ground
from .markers import RADIUS, TOWN_RADIUS, claim_marker, ring_around, sector_end, sector_patch, symbol_marker, town
from .projection import Frame
from .spread import spread
from .svg import el

BEYOND = 20.0  # pixels off the sheet at which a point is still drawn, for its name or ring may show


@dataclass(frozen=True)
class Mark:
    """A feature with the place where it truly is and the place where its mark is drawn."""

    feature: Feature
    true: Position
    at: Position

    def reach(self, text: float) -> float:
        """Pixels across the ground that the mark takes for itself."""
        if self.feature.kind == "place":
            return text * 0.4
        return text * (RADIUS * 2.3 if self.feature.kind in CLAIMS or self.feature.number else 0.85)


def marks_of(features: list[Feature], frame: Frame, text: float) -> list[Mark]:
    """All marks on the sheet: towns first, so that claims lie on top. Numbered ones that collide are moved apart."""
    found = [(feature, placed_at(feature, frame)) for feature in features if not feature.shapes]
    found = [(feature, at) for feature, at in found if on_sheet(at, frame, 0.0 if in_world(feature) else BEYOND)]
    found.sort(key=lambda pair: 2 if pair[0].kind in CLAIMS else 1 if pair[0].kind == "point" else 0)
    numbered = [index for index, (feature, _) in enumerate(found) if feature.number]
    apart = spread([found[index][1] for index in numbered], text * RADIUS * 2.25)
    moved = dict(zip(numbered, apart, strict=True))
    return [Mark(feature, at, moved.get(index, at)) for index, (feature, at) in enumerate(found)]


def placed_at(feature: Feature, frame: Frame) -> Position:
    """Where a feature is on the sheet; what was seen from afar is at the end of its bearing."""
    return frame.place(sector_end(feature) if feature.kind == "sector" else feature.point)


def on_sheet(at: Position, frame: Frame, beyond: float) -> bool:
    """Whether a point is on the sheet, or so many pixels off it."""
    return -beyond < at[0] < frame.width + beyond and -beyond < at[1] < frame.height + beyond


def in_world(feature: Feature) -> bool:
    """Whether it is one of the world's own towns, whose name says nothing without its dot."""
    return bool(feature.properties.get("ground"))


def draw_mark(mark: Mark, text: float) -> str:
    """A town, a symbol or a claim; a mark that had to move has a line to where it belongs."""
    feature, true, at = mark.feature, mark.true, mark.at
    if feature.kind == "place":
        return town(feature.importance, at, text)
    leader = ""
    if abs(true[0] - at[0]) + abs(true[1] - at[1]) > text * 0.5:
        leader = el("path", class_="m-ink", d=path_data([[true, at]]), stroke_width=text * 0.06) + el(
            "circle", class_="m-town", cx=true[0], cy=true[1], r=text * 0.14
        )
    if feature.kind in CLAIMS:
        return leader + claim_marker(feature.kind, at, text, str(feature.number or ""))
    return leader + symbol_marker(feature.words("symbol"), at, text, str(feature.number or ""))


def uncertain_ground(feature: Feature, frame: Frame) -> list[Ground]:
    """The ground that an uncertain claim may mean, and for a sector the line of sight to it."""
    if feature.ring_km:
        outer = ring_around(feature.point, feature.ring_km)
        return [ground(Feature("ring", shapes=((outer,),), closed=True), frame)]
    if feature.kind == "sector":
        sight = [feature.point, sector_end(feature)]
        return [
            ground(Feature("sector", shapes=((sector_patch(feature),),), closed=True), frame),
            ground(Feature("sight", shapes=((sight,),)), frame),
        ]
    return []


def draw_towns(marks: Iterable[Mark], text: float) -> str:
    """The world's towns, with what their dots share written once."""
    capitals = [town(mark.feature.importance, mark.at, text) for mark in marks if mark.feature.importance == 1]
    dots = [
        el("circle", cx=mark.at[0], cy=mark.at[1], r=text * TOWN_RADIUS[mark.feature.importance])
        for mark in marks
        if mark.feature.importance > 1
    ]
    return "".join([el("g", *dots, class_="m-town m-halo", stroke_width=text * 0.08) if dots else "", *capitals])
