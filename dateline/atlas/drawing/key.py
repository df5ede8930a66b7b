"""The strip below the map: what each sign means, for what day it is right, who drew it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ..vocabulary import CLAIMS
from .features import Feature, Line
from .geometry import path_data
from .layers import Ground, draw_area, draw_route, fill, stroke
from .markers import claim_marker, symbol_marker
from .svg import el, words
from .text import text_width, wrapped

ORDER = (
    "confirmed",
    "claimed",
    "disputed",
    "ring",
    "sector",
    "route",
    "point",
    "flood",
    "area",
    "disputed-border",
    "rail",
)


@dataclass(frozen=True)
class Entry:
    """One sign and its words."""

    feature: Feature
    words: str


def entries(features: list[Feature], wording: Mapping[str, str]) -> list[Entry]:
    """What must be explained: whatever is on the map and does not explain itself; the same words only once."""
    found: dict[tuple[str, str, str], Entry] = {}
    for kind in ORDER:
        for feature in features:
            text = feature.words("legend") or wording.get(kind, "")
            if text and (feature.kind == kind or (kind == "ring" and feature.ring_km)):
                found.setdefault((kind, feature.words("symbol"), text), Entry(replace(feature, kind=kind), text))
    return list(found.values())


def swatch(entry: Entry, x: float, y: float, text: float, hatch: str) -> str:
    """The sign itself, ``text`` * 1.9 wide, its middle at ``y``."""
    kind, middle = entry.feature.kind, x + text * 0.95
    if kind == "sector":
        return sector_sign(x, y, text)
    if kind in CLAIMS:
        return claim_marker(kind, (middle, y), text * 0.9, "")
    if kind == "point":
        return symbol_marker(entry.feature.words("symbol"), (middle, y), text)
    x += text * 0.05
    box: Line = [
        (x, y - text * 0.45),
        (x + text * 1.9, y - text * 0.45),
        (x + text * 1.9, y + text * 0.45),
        (x, y + text * 0.45),
    ]
    across: Line = [(x, y), (x + text * 1.7, y)]
    item = Ground(entry.feature, (box,) if entry.feature.closed else (across,))
    if kind == "flood":
        return fill(item, "m-flood", fill_opacity=".3") + fill(
            item, "m-hatch", fill=f"url(#{hatch})", stroke_width=text * 0.06
        )
    if kind == "area":
        return draw_area(item, text)
    if kind == "route":
        return draw_route(item, text)
    if kind == "rail":
        return stroke(item, "m-rail", text * 0.08) + stroke(
            item, "m-rail", text * 0.3, f"{text * 0.08:.1f} {text * 0.7:.1f}", "butt"
        )
    return stroke(item, "m-border", text * 0.1, f"{text * 0.45:.1f} {text * 0.35:.1f}", "butt")


def sector_sign(x: float, y: float, text: float) -> str:
    """A small slice of a ring with its line of sight."""
    start = (x + text * 0.1, y + text * 0.4)
    near = [(x + text * 0.9, y - text * 0.45), (x + text * 1.2, y + text * 0.3)]
    far = [(x + text * 1.75, y + text * 0.15), (x + text * 1.35, y - text * 0.7)]
    dash = f"{text * 0.25:.1f} {text * 0.18:.1f}"
    patch = el(
        "path",
        class_="m-claimed",
        d=path_data([[*near, *far, near[0]]], True),
        fill="none",
        stroke_width=text * 0.09,
        stroke_dasharray=dash,
    )
    middle = (x + text * 1.3, y - text * 0.15)
    return patch + el("path", class_="m-claimed", d=path_data([[start, middle]]), fill="none", stroke_width=text * 0.06)


@dataclass(frozen=True)
class Strip:
    """The strip as it will stand: its height and its markup, from the top left of itself."""

    height: float
    markup: str


def key_strip(listed: list[Entry], notes: str, width: float, text: float, hatch: str, rtl: bool = False) -> Strip:
    """Lay entries in rows as broad as the map and set the notes below them."""
    size, parts = text * 0.92, []
    x, y, row = 0.0, text * 0.6, text * 1.75
    if listed:
        y += row / 2
    for entry in listed:
        need = text * 2.4 + text_width(entry.words, size) + text * 1.2
        if x and x + need - text * 1.2 > width:
            x, y = 0.0, y + row
        sign = width - x - text * 1.9 if rtl else x
        parts.append(swatch(entry, sign, y, text, hatch))
        start = width - x - text * 2.4 if rtl else x + text * 2.4
        parts.append(
            el(
                "text",
                words(entry.words),
                class_="m-key",
                x=start,
                y=y + size * 0.35,
                font_size=size,
                text_anchor="end" if rtl else None,
            )
        )
        x += need
    if listed:
        y += row / 2
    small = text * 0.8
    for line in wrapped(notes, small, width):
        y += small * 1.3
        parts.append(
            el(
                "text",
                words(line),
                class_="m-note",
                x=width if rtl else 0,
                y=y - small * 0.2,
                font_size=small,
                text_anchor="end" if rtl else None,
            )
        )
    return Strip(y + text * 0.35 if parts else 0.0, "".join(parts))
