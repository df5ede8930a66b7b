"""From tiles to what a map draws: roads by their rank, railways, water, houses where one can see them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import asinh, atan, ceil, cos, degrees, floor, log2, pi, radians, sinh, tan

from .archive import Archive
from .vector import Shape, shapes

Extent = tuple[float, float, float, float]
Line = list[tuple[float, float]]
ROADS, HOUSES, WATER = {"roads", "transportation"}, {"buildings", "building"}, {"water"}
LAYERS = frozenset(ROADS | HOUSES | WATER)
# What Protomaps and OpenMapTiles call roads, and how much each matters to readers.
RANKS = {
    "highway": 1, "motorway": 1, "trunk": 1, "major_road": 2, "primary": 2, "secondary": 2, "medium_road": 3,
    "tertiary": 3, "minor_road": 4, "minor": 4, "service": 4, "street": 4,
}  # fmt: skip
RAIL = {"rail", "transit"}
FROM_ZOOM = 10.5  # the zoom from which on streets are more than scratches
HOUSES_FROM, MINOR_FROM = 14.0, 12.0
PIXEL_AT_ZERO = 156.5  # kilometres across a pixel of a map of the world 256 pixels wide, at the equator
MOST_TILES = 36
LARGEST_LATITUDE = 85.05


@dataclass(frozen=True)
class Street:
    """Something to draw: "road", "rail", "water" or "building", with its rank from 1 to 4."""

    kind: str
    rank: int
    name: str
    line: Line


def streets(archive: Archive, extent: Extent, km_per_pixel: float) -> Iterator[Street]:
    """What lies in an extent, nothing where the scale is too small for streets. Raises Broken."""
    if not shows(archive, extent, km_per_pixel):
        return
    zoom = zoom_at(extent, km_per_pixel)
    level = min(archive.most_zoom, max(archive.least_zoom, round(zoom)))
    while len(cells := list(tiles_in(extent, level))) > MOST_TILES and level > archive.least_zoom:
        level -= 1
    for column, row in cells[:MOST_TILES]:
        for shape in shapes(archive.tile(level, column, row), LAYERS):
            yield from drawn(shape, (level, column, row), zoom)


def zoom_at(extent: Extent, km_per_pixel: float) -> float:
    """The zoom of tiles 256 pixels wide that a scale comes to, in Mercator's projection there."""
    shrink = cos(radians((extent[1] + extent[3]) / 2))
    return log2(PIXEL_AT_ZERO * max(shrink, 0.05) / km_per_pixel)


def shows(archive: Archive, extent: Extent, km_per_pixel: float) -> bool:
    """Whether streets can be seen at a scale, and the file has anything of an extent."""
    west, south, east, north = extent
    if zoom_at(extent, km_per_pixel) < FROM_ZOOM:
        return False
    return west < archive.east and east > archive.west and south < archive.north and north > archive.south


def tiles_in(extent: Extent, level: int) -> Iterator[tuple[int, int]]:
    """Columns and rows of the tiles that an extent touches."""
    west, south, east, north = extent
    (left, top), (right, foot) = in_tiles(west, north, level), in_tiles(east, south, level)
    most = (1 << level) - 1
    for column in range(max(0, floor(left)), min(most, ceil(right) - 1) + 1):
        for row in range(max(0, floor(top)), min(most, ceil(foot) - 1) + 1):
            yield column, row


def in_tiles(longitude: float, latitude: float, level: int) -> tuple[float, float]:
    """A position in tiles from the upper left of the world (spherical Mercator)."""
    latitude = max(-LARGEST_LATITUDE, min(LARGEST_LATITUDE, latitude))
    side = 1 << level
    return (longitude + 180) / 360 * side, (1 - asinh(tan(radians(latitude))) / pi) / 2 * side


def drawn(shape: Shape, tile: tuple[int, int, int], zoom: float) -> Iterator[Street]:
    """What one shape is to us, if anything."""
    kind, rank = sort_of(shape, zoom)
    if not kind:
        return
    level, column, row = tile
    side = 1 << level
    name = shape.words.get("name", "") if kind == "road" else ""
    for line in shape.lines:
        placed = [
            (
                (column + x / shape.extent) / side * 360 - 180,
                degrees(atan(sinh(pi * (1 - 2 * (row + y / shape.extent) / side)))),
            )
            for x, y in line
        ]
        yield Street(kind, rank, name, placed)


def sort_of(shape: Shape, zoom: float) -> tuple[str, int]:
    """The kind and the rank of a shape; no kind where it is not to be drawn."""
    said = {shape.words.get(key, "") for key in ("kind", "pmap:kind", "class", "kind_detail")}
    if shape.layer in HOUSES:
        return ("building", 4) if shape.closed and zoom >= HOUSES_FROM else ("", 0)
    if shape.layer in WATER:
        return ("water", 2) if shape.closed else ("", 0)
    if shape.closed:
        return "", 0
    if said & RAIL:
        return "rail", 3
    rank = min((RANKS[word] for word in said if word in RANKS), default=0)
    return ("road", rank) if rank and (rank < 4 or zoom >= MINOR_FROM) else ("", 0)
