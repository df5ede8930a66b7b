"""From longitude and latitude to pixels.

Oblique stereographic, centred on the extent (Snyder, Map Projections: A Working Manual, section 21): conformal, so
shapes and bearings hold; and it knows neither the 180th meridian nor the poles as special places. Only a map of most of
the world, which no azimuthal projection shows well, is drawn equirectangular.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import asin, atan2, cos, degrees, hypot, radians, sin
from typing import Any

import numpy as np

from .features import Line, Position

Extent = tuple[float, float, float, float]
Numbers = np.ndarray[Any, np.dtype[np.float64]]
EARTH_KM = 6371.0088
STEP = 1.0  # degrees; on a wide map, longer runs have to bend
FEW = 24  # positions up to which one after another is the quicker way
WORLD_DEGREES = 200.0
FARTHEST = -0.8  # cosine of the angle from the centre beyond which points are drawn in, short of the antipode


@dataclass(frozen=True)
class Projection:
    """Kilometres east and north of a centre, true at the centre."""

    longitude: float
    latitude: float
    world: bool = False

    def __call__(self, position: Position) -> Position:
        """Project one position."""
        longitude, latitude = position
        if self.world:
            return radians(longitude - self.longitude) * EARTH_KM, radians(latitude - self.latitude) * EARTH_KM
        turn, phi, phi0 = radians(longitude - self.longitude), radians(latitude), radians(self.latitude)
        east = cos(phi) * sin(turn)
        north = cos(phi0) * sin(phi) - sin(phi0) * cos(phi) * cos(turn)
        cosine = sin(phi0) * sin(phi) + cos(phi0) * cos(phi) * cos(turn)
        if cosine < FARTHEST:
            # Towards the antipode everything runs to infinity; keep the direction, which is all a clipped edge needs.
            shrink = (1 - FARTHEST**2) ** 0.5 / (hypot(east, north) or 1)
            east, north, cosine = east * shrink, north * shrink, FARTHEST
        scale = 2 / (1 + cosine) * EARTH_KM
        return east * scale, north * scale

    def many(self, positions: Numbers) -> tuple[Numbers, Numbers]:
        """The same for many at once: two rows in, two rows out."""
        turn, phi, phi0 = np.radians(positions[0] - self.longitude), np.radians(positions[1]), radians(self.latitude)
        if self.world:
            return turn * EARTH_KM, (phi - phi0) * EARTH_KM
        east = np.cos(phi) * np.sin(turn)
        north = cos(phi0) * np.sin(phi) - sin(phi0) * np.cos(phi) * np.cos(turn)
        cosine = sin(phi0) * np.sin(phi) + cos(phi0) * np.cos(phi) * np.cos(turn)
        far = cosine < FARTHEST
        shrink = np.where(far, (1 - FARTHEST**2) ** 0.5 / np.maximum(np.hypot(east, north), 1e-12), 1.0)
        scale = 2 / (1 + np.where(far, FARTHEST, cosine)) * EARTH_KM * shrink
        return east * scale, north * scale

    def back(self, point: Position) -> Position:
        """The position that is projected to a point; its longitude within half a turn of the centre's."""
        x, y = point[0] / EARTH_KM, point[1] / EARTH_KM
        if self.world:
            return self.longitude + degrees(x), max(-90.0, min(90.0, self.latitude + degrees(y)))
        away, phi0 = hypot(x, y), radians(self.latitude)
        if away < 1e-12:
            return self.longitude, self.latitude
        angle = 2 * atan2(away, 2)
        sine = cos(angle) * sin(phi0) + y * sin(angle) * cos(phi0) / away
        turn = atan2(x * sin(angle), away * cos(phi0) * cos(angle) - y * sin(phi0) * sin(angle))
        return self.longitude + degrees(turn), degrees(asin(max(-1.0, min(1.0, sine))))


def width_of(extent: Extent) -> float:
    """Degrees of longitude from west to east, going east."""
    west, _, east, _ = extent
    return east - west if east > west else east - west + 360


def projection_for(extent: Extent) -> Projection:
    """The projection that suits an extent."""
    west, south, _, north = extent
    width = width_of(extent)
    middle = west + width / 2
    if width >= WORLD_DEGREES and (north >= 80 or south <= -80) and (south >= 0 or north <= 0):
        return Projection(middle, 90.0 if north >= 80 else -90.0)
    return Projection(middle, (south + north) / 2, world=width > WORLD_DEGREES)


def outline(extent: Extent, steps: int = 24) -> Line:
    """The edge of an extent as a ring of positions, close enough together to follow its curves."""
    west, south, _, north = extent
    east = west + width_of(extent)
    across = [west + (east - west) * step / steps for step in range(steps + 1)]
    up = [south + (north - south) * step / steps for step in range(steps + 1)]
    return [
        *((x, south) for x in across),
        *((east, y) for y in up),
        *((x, north) for x in reversed(across)),
        *((west, y) for y in reversed(up)),
    ]


@dataclass(frozen=True)
class Frame:
    """A sheet of ``width`` by ``height`` pixels and where Earth lies on it."""

    width: float
    height: float
    projection: Projection
    centre: Position
    pixels_per_km: float
    degrees_wide: float

    def place(self, position: Position) -> Position:
        """Where on the sheet a position lies, in pixels from the upper left."""
        x, y = self.projection(position)
        return (
            self.width / 2 + (x - self.centre[0]) * self.pixels_per_km,
            self.height / 2 - (y - self.centre[1]) * self.pixels_per_km,
        )

    def place_line(self, line: Line) -> Line:
        """A line on the sheet; long straight runs in degrees are bent as the projection bends them."""
        bends = self.degrees_wide > 6
        if len(line) < FEW and not bends:
            return [self.place(position) for position in line]
        numbers = np.array(line)
        x, y = self.projection.many((densified(numbers) if bends else numbers).T)
        placed = (
            self.width / 2 + (x - self.centre[0]) * self.pixels_per_km,
            self.height / 2 - (y - self.centre[1]) * self.pixels_per_km,
        )
        return list(zip(*(along.tolist() for along in placed), strict=True))

    def back(self, point: Position) -> Position:
        """The position that lies at a point of the sheet."""
        x, y = point
        return self.projection.back(
            (
                (x - self.width / 2) / self.pixels_per_km + self.centre[0],
                (self.height / 2 - y) / self.pixels_per_km + self.centre[1],
            )
        )

    def seen(self, margin: float = 12.0, steps: int = 24) -> Extent:
        """The extent that holds all of the sheet and ``margin`` pixels around it; around a pole, the whole circle."""
        left, top, right, foot = -margin, -margin, self.width + margin, self.height + margin
        shares = [step / steps for step in range(steps + 1)]
        across = [left + (right - left) * share for share in shares]
        down = [top + (foot - top) * share for share in shares]
        edge = [(x, y) for x in across for y in (top, foot)] + [(x, y) for y in down for x in (left, right)]
        found = [self.back(point) for point in edge]
        west, east = min(x for x, _ in found), max(x for x, _ in found)
        south, north = min(y for _, y in found), max(y for _, y in found)
        for pole in (-90.0, 90.0):
            x, y = self.place((self.projection.longitude, pole))
            if left <= x <= right and top <= y <= foot:
                south, north = min(south, pole), max(north, pole)
                west, east = self.projection.longitude - 180, self.projection.longitude + 180
        return west, south, east, north

    def north_at(self, position: Position) -> float:
        """By how many degrees north is turned to the right of up, there."""
        longitude, latitude = position
        x, y = self.place((longitude, latitude))
        x2, y2 = self.place((longitude, min(latitude + 0.01, 89.999)))
        return degrees(_angle(x2 - x, y - y2))


def _angle(east: float, north: float) -> float:
    """The angle from up, to the right, in radians."""
    length = hypot(east, north) or 1
    sine, cosine = east / length, north / length
    # acos would lose the sign and asin the half-plane: small angles are all that matter here.
    return sine if cosine > 0 else (3.14159 if sine >= 0 else -3.14159) - sine


def densified(line: Numbers, step: float = STEP) -> Numbers:
    """The line with positions at most ``step`` degrees apart, going the short way around."""
    start, way = line[:-1], np.diff(line, axis=0)
    if not len(way) or np.abs(way).max() < step:
        return line
    short = (way[:, 0] + 180) % 360 - 180
    way[:, 0] = np.where(np.abs(way[:, 0]) < 359, short, way[:, 0])
    counts = 1 + (np.abs(way).max(axis=1) / step).astype(int)
    stretch = np.repeat(np.arange(len(counts)), counts)
    within = np.arange(len(stretch)) - np.repeat(np.cumsum(counts) - counts, counts)
    return np.concatenate((start[stretch] + way[stretch] * (within / counts[stretch])[:, None], line[-1:]))


def fit(extent: Extent, width: float, shortest: float, tallest: float) -> Frame:
    """The frame of ``width`` pixels that shows the extent whole, as tall as it needs between two bounds."""
    projection = projection_for(extent)
    points = [projection(position) for position in outline(extent)]
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    lower, upper = min(y for _, y in points), max(y for _, y in points)
    across, up = max(right - left, 1e-6), max(upper - lower, 1e-6)
    if projection.world and shortest < tallest:
        shortest = 0.0  # the world ends at the poles
    height = min(tallest, max(shortest, width * up / across))
    return Frame(
        width=width,
        height=height,
        projection=projection,
        centre=((left + right) / 2, (lower + upper) / 2),
        pixels_per_km=min(width / across, height / up),
        degrees_wide=max(width_of(extent), extent[3] - extent[1]),
    )
