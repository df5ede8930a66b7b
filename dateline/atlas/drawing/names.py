"""Which names a map carries, in which letters, and which matter more."""

from __future__ import annotations

from collections.abc import Iterator

from ..vocabulary import CLAIMS
from .features import Feature, Line, Position
from .geometry import area_of, length_of
from .labels import Label
from .layers import RIVER_WIDTH, Ground
from .markers import RADIUS

PLACE_SIZE = {1: 1.22, 2: 1.06, 3: 0.95, 4: 0.88}
PLACE_PRIORITY = {1: 90.0, 2: 70.0, 3: 50.0, 4: 30.0}
COUNTRY_ROOM = 0.7  # how broad a country has to be for its name, in widths of that
GROUND = {
    # kind: letters, size, priority, letter-spacing
    "land": ("m-label-land", 0.95, 35.0, 0.14),
    "country": ("m-label-land", 0.95, 62.0, 0.14),
    "water": ("m-label-sea", 1.15, 60.0, 0.0),
    "lake": ("m-label-sea", 0.98, 48.0, 0.0),
    "flood": ("m-label-water", 0.95, 52.0, 0.0),
    "area": ("m-label-area", 0.92, 58.0, 0.0),
    "river": ("m-label-sea", 0.98, 55.0, 0.0),
}


def ground_labels(items: list[Ground], text: float) -> Iterator[Label]:
    """The names of areas and lines."""
    for item in items:
        feature = item.feature
        if not feature.label or not item.lines:
            continue
        if feature.closed and item.kind in GROUND:
            style, size, priority, spacing = GROUND[item.kind]
            ring: Line = max(item.lines, key=area_of)
            roomy = COUNTRY_ROOM if item.kind == "country" else 0.0
            shown = feature.label.upper() if item.kind in ("land", "country") else feature.label
            rank = priority - feature.importance
            yield Label(shown, style, text * size, rank, ring=tuple(ring), spacing=spacing, roomy=roomy)
        elif not feature.closed:
            yield line_label(item, text)


def line_label(item: Ground, text: float) -> Label:
    """A name along a line: rivers in the water's letters, roads small."""
    feature = item.feature
    lines = tuple(sorted(item.lines, key=length_of, reverse=True)[:3])
    if item.kind == "river":
        size = text * (1.05 - 0.06 * feature.importance)
        bank = text * RIVER_WIDTH[feature.importance] / 2
        return Label(feature.label, "m-label-water", size, 75.0 - feature.importance * 12, lines=lines, clearance=bank)
    if item.kind == "route":
        return Label(feature.label, "m-label-strong", text * 0.9, 80.0, lines=lines, clearance=text * 0.2, weight=1.08)
    return Label(
        feature.label, "m-label-area", text * 0.78, 25.0 - feature.importance, lines=lines, clearance=text * 0.12
    )


def point_label(feature: Feature, at: Position, text: float) -> Label:
    """The name beside a town, a symbol or a claim."""
    if feature.kind == "place":
        strong = feature.importance <= 2
        return Label(
            feature.label,
            "m-label-strong" if strong else "m-label",
            text * PLACE_SIZE[feature.importance],
            PLACE_PRIORITY[feature.importance],
            point=at,
            clearance=text * 0.24,
            side=feature.words("side"),
            weight=1.07 if strong else 1.0,
            times=feature.times,
        )
    claim = feature.kind in CLAIMS
    return Label(
        feature.label,
        "m-label-strong",
        text * 0.95,
        95.0 if claim else 80.0,
        point=at,
        clearance=text * (RADIUS if claim or feature.number else 0.5),
        side=feature.words("side"),
        weight=1.07,
        times=feature.times,
    )
