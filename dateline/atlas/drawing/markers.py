"""Markers that differ in shape, not only in colour: filled, hollow, diamond, ring, sector, and plain symbols."""

from __future__ import annotations

from collections.abc import Callable
from math import cos, radians, sin

from ..geodesy import destination
from .features import Feature, Line, Position
from .geometry import path_data
from .svg import el

RADIUS = 0.68  # of a numbered marker, in units of the text size
CIRCLE_STEPS = 60
TOWN_RADIUS = {2: 0.22, 3: 0.17, 4: 0.13}


def travelled(start: Position, bearing: float, kilometres: float) -> Position:
    """Where one comes to; a position on a map has its longitude first."""
    latitude, longitude = destination((start[1], start[0]), bearing, kilometres)
    return longitude, latitude


def ring_around(centre: Position, kilometres: float) -> Line:
    """All positions at one distance from a place, as a closed ring."""
    return [travelled(centre, 360 * step / CIRCLE_STEPS, kilometres) for step in range(CIRCLE_STEPS + 1)]


def sector_patch(feature: Feature) -> Line:
    """The ground that a stated bearing and distance may mean: a fifth nearer to a fifth farther, across the spread."""
    bearing, distance = feature.amount("bearing", 0), feature.amount("distance_km", 1)
    spread = feature.amount("spread", 45)
    turns = [bearing - spread / 2 + spread * step / 16 for step in range(17)]
    near = [travelled(feature.point, turn, distance * 0.8) for turn in turns]
    far = [travelled(feature.point, turn, distance * 1.2) for turn in reversed(turns)]
    return [*near, *far, near[0]]


def sector_end(feature: Feature) -> Position:
    """Where the stated bearing and distance lead."""
    return travelled(feature.point, feature.amount("bearing", 0), feature.amount("distance_km", 1))


def claim_marker(kind: str, at: Position, size: float, text: str) -> str:
    """A numbered marker: filled when confirmed, hollow when claimed, a hollow diamond when disputed."""
    x, y = at
    radius = size * RADIUS
    if kind == "confirmed":
        body = el("circle", class_="m-halo m-confirmed", cx=x, cy=y, r=radius, stroke_width=size * 0.12)
        return body + digit(at, size, text, "m-number")
    if kind == "disputed":
        wide = radius * 1.3
        points = [(x, y - wide), (x + wide, y), (x, y + wide), (x - wide, y), (x, y - wide)]
        body = el("path", class_="m-paper m-disputed", d=path_data([points], True), stroke_width=size * 0.15)
        return body + digit(at, size, text, "m-number-disputed")
    dash = f"{size * 0.22:.1f}" if kind in ("ring", "sector") else None
    body = el(
        "circle", class_="m-paper m-claimed", cx=x, cy=y, r=radius, stroke_width=size * 0.15, stroke_dasharray=dash
    )
    return body + digit(at, size, text, "m-number-claimed")


def digit(at: Position, size: float, text: str, colour: str) -> str:
    """The number in a marker."""
    if not text:
        return ""
    height = size * (0.86 if len(text) < 2 else 0.74)
    return el(
        "text",
        text,
        class_=f"m-digit {colour}",
        x=at[0],
        y=at[1] + height * 0.36,
        font_size=height,
        text_anchor="middle",
    )


def symbol_marker(symbol: str, at: Position, size: float, text: str = "") -> str:
    """A plain symbol with a halo, about as large as a capital letter; larger with a number in it, or beside it."""
    shape = SYMBOLS.get(symbol, dot)
    if not text:
        return shape(at, size * 0.42, size * 0.12)
    if symbol in ("cross", "plus", "bar"):
        small = size * 0.74
        beside = el(
            "text",
            text,
            class_="m-label-strong",
            x=at[0] + size * 0.45,
            y=at[1] - size * 0.28,
            font_size=small,
            stroke_width=small * 0.24,
        )
        return shape(at, size * 0.42, size * 0.12) + beside
    return shape(at, size * 0.68, size * 0.12) + digit(at, size * 0.92, text, "m-number")


def dot(at: Position, reach: float, edge: float) -> str:
    """A filled circle."""
    return el("circle", class_="m-symbol m-halo", cx=at[0], cy=at[1], r=reach * 0.85, stroke_width=edge)


def filled(points: list[Position], edge: float) -> str:
    """A filled shape with a halo."""
    return el("path", class_="m-symbol m-halo", d=path_data([points], True), stroke_width=edge)


def polygon(corners: int, turn: float, grow: float) -> Callable[[Position, float, float], str]:
    """A regular shape with its first corner at ``turn`` degrees from up."""

    def draw(at: Position, reach: float, edge: float) -> str:
        angles = [radians(turn + 360 * corner / corners) for corner in range(corners)]
        return filled([(at[0] + sin(a) * reach * grow, at[1] - cos(a) * reach * grow) for a in angles], edge)

    return draw


def strokes(*lines: tuple[Position, Position]) -> Callable[[Position, float, float], str]:
    """A shape of thick strokes, each from one corner of a square of two to another."""

    def draw(at: Position, reach: float, edge: float) -> str:
        data = path_data([[(at[0] + x * reach, at[1] + y * reach) for x, y in line] for line in lines])
        halo = el("path", class_="m-halo", d=data, stroke_width=reach * 0.55 + edge * 2, fill="none")
        return halo + el("path", class_="m-ink", d=data, stroke_width=reach * 0.55, fill="none")

    return draw


SYMBOLS: dict[str, Callable[[Position, float, float], str]] = {
    "dot": dot,
    "square": polygon(4, 45, 1.3),
    "diamond": polygon(4, 0, 1.3),
    "triangle": polygon(3, 0, 1.3),
    "cross": strokes(((-0.85, -0.85), (0.85, 0.85)), ((-0.85, 0.85), (0.85, -0.85))),
    "plus": strokes(((-1.0, 0.0), (1.0, 0.0)), ((0.0, -1.0), (0.0, 1.0))),
    "bar": strokes(((-1.0, 0.0), (1.0, 0.0))),
}


def town(importance: int, at: Position, size: float) -> str:
    """A town's dot; the most important has a ring around it."""
    x, y = at
    if importance == 1:
        ring = el("circle", class_="m-paper m-town-ring", cx=x, cy=y, r=size * 0.3, stroke_width=size * 0.1)
        return ring + el("circle", class_="m-town", cx=x, cy=y, r=size * 0.14)
    radius = size * TOWN_RADIUS[importance]
    return el("circle", class_="m-town m-halo", cx=x, cy=y, r=radius, stroke_width=size * 0.08)
