"""The world around what a map is about, as features that the drawing knows: land, water, borders and towns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from math import cos, radians

import numpy as np

from .drawing.features import Feature, Line, Position
from .drawing.geometry import area_of, cut_line, cut_ring
from .ground.atlas import Outline
from .ground.scales import rank_of, sheaf, sheaf_for, zoom_of
from .ground.sheaf import RINGS
from .ground.survey.layers import CAPITAL

Extent = tuple[float, float, float, float]
Names = Callable[[str], str]  # from a country's ISO code to how readers call it, "" if not at all
KM_PER_DEGREE = 111.2
MOST_POINTS = 5_000  # some 30 KB as a path; towns, names and claims need the rest of what a page may weigh
COARSEST = 40.0
FINEST = 0.45  # of a pixel; points nearer to one another than this are one
DENSEST = 110  # towns that are offered to the drawing, which finds room for a part of them
SPARSE = 45  # the same on maps of continents
SMALLEST_ISLAND = 0.8  # pixels across
ISLAND_DOT = 2.4  # pixels across an island that would hardly be seen; where there are thousands, they stay as they are
NARROWEST, WIDER = 26.0, 7.0  # degrees of longitude on an inset: at least, and how many times the map's own
WIDEST = 90.0
KNOWN_BY = 0.15  # share of land, below which an inset shows more of the world
NEEDS_NO_LOCATOR = 9.0  # degrees; who sees so much knows where it is
LOCATING = {"land", "border"}
THINNER = (30, 55, 82)  # ranks of a scale below each of which rivers are drawn a step thinner
WIDE = 3.0  # the zoom below which a map is of continents, and names of countries matter more than towns
BEYOND = 0.03  # of the extent's own size, to every side, at which shapes are cut
COARSE = 150.0  # how much coarser the outlines are in which the names of countries find room


class Disputed(StrEnum):
    """What a newsroom draws of borders that are disputed."""

    BOTH = "both"
    HELD = "held"
    NONE = "none"


BESIDE_STREETS = {"border", "disputed-border", "state"}  # our coasts and rivers are too coarse for them
BORDERS = {Disputed.BOTH: ("disputed", "claim"), Disputed.HELD: ("disputed",), Disputed.NONE: ()}


def nameless(code: str) -> str:
    """No country has a name where there is no gazetteer to ask."""
    return ""


@dataclass(frozen=True)
class Scenery:
    """What to draw of the world. Called with an extent and kilometres per pixel, it gives the features for them."""

    disputed: Disputed = Disputed.BOTH
    names: Names = nameless
    towns: Callable[[Extent, float], Sequence[Feature]] | None = None
    latin: bool = True
    streets: Callable[[Extent, float], Sequence[Feature]] | None = None

    def __call__(self, extent: Extent, km_per_pixel: float) -> list[Feature]:
        """Everything in the extent, from the ground up. Rivers have Latin names, or none where letters are others."""
        ground = ground_features(extent, km_per_pixel, self.disputed)
        streets = self.streets(extent, km_per_pixel) if self.streets else ()
        if streets:
            ground = [feature for feature in ground if feature.kind in BESIDE_STREETS]
        return [
            *streets,
            *(feature if self.latin else replace(feature, label="") for feature in ground),
            *country_names(extent, km_per_pixel, self.names),
            *(self.towns or town_features)(extent, km_per_pixel),
        ]

    def locator(self, extent: Extent, pixels: float) -> list[Feature]:
        """Land and borders of the wider region, for maps that show so little that few will know where they are."""
        west, south, east, north = extent
        east = east if east > west else east + 360
        across = max(NARROWEST, (east - west) * WIDER)
        if east - west > NEEDS_NO_LOCATOR or max(abs(south), abs(north)) > 75:
            return []
        middle = (west + east) / 2, (south + north) / 2
        found = region(middle, across, pixels)
        while land_share(found) < KNOWN_BY and across < WIDEST:
            across = min(WIDEST, across * 2)
            found = region(middle, across, pixels)
        return found


def region(middle: Position, across: float, pixels: float) -> list[Feature]:
    """An inset's land and borders, somewhat more of them than it shows, so that none of its corners stays empty."""
    (longitude, latitude), wide, tall = middle, across / 2, across * 0.36
    shown = (longitude - wide, max(-80.0, latitude - tall), longitude + wide, min(80.0, latitude + tall))
    more = (shown[0] - wide / 2, shown[1] - tall / 2, shown[2] + wide / 2, min(89.0, shown[3] + tall / 2))
    scale = across * cos(radians(latitude)) * KM_PER_DEGREE / pixels
    return [
        replace(feature, kind="locator", properties=OF_WORLD | {"shown": shown})
        for feature in ground_features(more, scale, Disputed.NONE)
        if feature.kind in LOCATING
    ]


def land_share(features: list[Feature]) -> float:
    """How much of an inset is land, in degrees by degrees."""
    rings = [ring for feature in features if feature.closed for polygon in feature.shapes for ring in polygon]
    if not rings:
        return 0.0
    west, south, east, north = features[0].properties["shown"]
    return sum(area_of(ring) for ring in rings) / ((east - west) * (north - south))


def ground_features(extent: Extent, scale: float, disputed: Disputed = Disputed.BOTH) -> list[Feature]:
    """Land, lakes, rivers and borders; ``scale`` is in kilometres per pixel.

    Shapes reach beyond the extent, and are as fine as the scale can show, or coarser where that would be too much for a
    page. Longitudes run on past 180 where the extent does.
    """
    lines, rank = sheaf_for(extent, scale), rank_of(scale)
    layers = ("land", "lake", "river", "state", "border", *BORDERS[disputed])
    outlines = {layer: list(lines.within(extent, layer, rank)) for layer in layers}
    coarseness = 1.0
    while True:
        thin = Thin.of(extent, scale, coarseness)
        features = [
            *lands(outlines["land"], thin),
            *together("lake", outlines["lake"], thin),
            *rivers(outlines["river"], thin, rank),
            *(found for layer in layers[3:] for found in together(layer, outlines[layer], thin)),
        ]
        count = sum(len(line) for feature in features for shape in feature.shapes for line in shape)
        if count <= MOST_POINTS or coarseness >= COARSEST:
            break
        coarseness = min(COARSEST, coarseness * max(2.0, (count / MOST_POINTS) ** 2))
    return features


@dataclass(frozen=True)
class Thin:
    """A grid as fine as a scale can show, in degrees, and the box that shapes are cut to before they are projected.

    A ring that runs around the far side of the globe would be turned inside out by the projection.
    """

    across: float
    up: float
    box: Extent
    smallest: float
    dot: float
    cuts: bool  # whether a cut of the flat map, or of ours, can be seen at all

    @classmethod
    def of(cls, extent: Extent, scale: float, coarseness: float = 1.0) -> Thin:
        """The grid for the part of an extent where degrees of longitude are longest.

        What is coarser loses its small lakes and islands first, and details of its coasts after.
        """
        west, south, east, north = extent
        nearest = 0.0 if south < 0 < north else min(abs(south), abs(north))
        up = scale * FINEST * coarseness**0.5 / KM_PER_DEGREE
        wide, tall = (east - west) * BEYOND, (north - south) * BEYOND
        if east - west + 2 * wide >= 360:
            middle = (west + east) / 2
            west, east, wide = middle - 180, middle + 180, 0.0
        box = (west - wide, south - tall, east + wide, north + tall)
        smallest = SMALLEST_ISLAND * coarseness / coarseness**0.5
        dot = ISLAND_DOT if coarseness == 1 else 0.0
        cuts = box[0] <= -180 or box[2] >= 180 or box[1] < -89
        return cls(up / max(0.05, cos(radians(nearest))), up, box, smallest, dot, cuts)

    def __call__(self, outline: Outline) -> Line:
        """The line without points that fall into the same cell as the one before; its ends stay."""
        longitudes, latitudes = outline.line.T
        columns, rows = np.floor(longitudes / self.across), np.floor(latitudes / self.up)
        kept = np.empty(len(columns), bool)
        kept[0] = kept[-1] = True
        kept[1:-1] = (columns[1:-1] != columns[:-2]) | (rows[1:-1] != rows[:-2])
        return list(zip(longitudes[kept].tolist(), latitudes[kept].tolist(), strict=True))

    def may_be_cut(self, ring: Line) -> bool:
        """Whether a cut can show on a ring at all; nearly always none does, and its points need not be asked."""
        if not self.cuts:
            return False
        xs = [x for x, _ in ring]
        west, east = min(xs), max(xs)
        turns = (east + 180.01) // 360 > (west + 179.99) // 360
        whole = self.box[2] - self.box[0] > 359 and (west - self.box[0] < 0.01 or self.box[2] - east < 0.01)
        return turns or whole or min(y for _, y in ring) < -89

    def ring(self, outline: Outline) -> Line:
        """A ring made thin; one that is hardly more than a dot stays a dot, and what is less is gone."""
        longitudes, latitudes = outline.line.T
        west, east = float(longitudes.min()), float(longitudes.max())
        south, north = float(latitudes.min()), float(latitudes.max())
        size = max((east - west) / self.across, (north - south) / self.up) * FINEST
        if size < self.smallest:
            return []
        line = self(outline)
        if len(line) < 4 or size < self.dot:
            x, y, reach = (west + east) / 2, (south + north) / 2, max(size, self.dot) / FINEST / 2
            across, up = self.across * reach, self.up * reach
            return [(x, y - up), (x + across, y), (x, y + up), (x - across, y), (x, y - up)]
        left, foot, right, top = self.box
        is_inside = left <= west and foot <= south and east <= right and north <= top
        ring = line if is_inside else cut_ring(line, self.box)
        return [*ring, ring[0]] if len(ring) > 2 and ring[0] != ring[-1] else ring

    def at_cut(self, point: Position) -> bool:
        """Whether a point lies where the flat map was cut that the land was drawn on, or where we cut the globe."""
        west, _, east, _ = self.box
        x, y = point
        return abs(x % 360 - 180) < 0.01 or y < -89 or (east - west > 359 and (x - west < 0.01 or east - x < 0.01))


KINDS = {"disputed": "disputed-border", "claim": "disputed-border"}
OF_WORLD = {"ground": True}


def together(layer: str, outlines: Iterable[Outline], thin: Thin) -> Iterator[Feature]:
    """All of a layer as one feature, because one path is lighter than hundreds and shows no seams."""
    kind = KINDS.get(layer, layer)
    if layer in RINGS:
        rings = tuple(ring for ring in map(thin.ring, outlines) if ring)
        if rings:
            yield Feature(kind, shapes=(rings,), closed=True, properties=OF_WORLD)
        return
    lines = tuple(part for outline in outlines for part in cut_line(thin(outline), thin.box))
    if lines:
        yield Feature(kind, shapes=(lines,), properties=OF_WORLD)


def lands(outlines: Iterable[Outline], thin: Thin) -> Iterator[Feature]:
    """Land with its coast. Where the flat map was cut, land goes on: there the coast is drawn apart from the land."""
    whole: list[Line] = []
    cut: list[Line] = []
    for ring in map(thin.ring, outlines):
        if ring:
            (cut if thin.may_be_cut(ring) else whole).append(ring)
    if whole:
        yield Feature("land", shapes=(tuple(whole),), closed=True, properties=OF_WORLD)
    if cut:
        yield Feature("land", shapes=(tuple(cut),), closed=True, properties=OF_WORLD | {"shore": False})
        yield Feature(
            "shore", shapes=(tuple(line for ring in cut for line in coasts(ring, thin)),), properties=OF_WORLD
        )


def coasts(ring: Line, thin: Thin) -> Iterator[Line]:
    """The stretches of a ring that do not run along a cut."""
    stretch: Line = []
    for point in ring:
        if stretch and thin.at_cut(point) and thin.at_cut(stretch[-1]):
            yield stretch
            stretch = []
        stretch.append(point)
    yield stretch


def rivers(outlines: Iterable[Outline], thin: Thin, rank: int) -> Iterator[Feature]:
    """A feature for each river, so that its name can run along it."""
    found: dict[tuple[str, int], list[Line]] = {}
    for outline in outlines:
        importance = 1 if outline.rank <= 35 else 2 if outline.rank <= 47 else 3 if outline.rank <= 60 else 4
        importance = min(4, importance + sum(rank < zoom for zoom in THINNER))
        found.setdefault((outline.name, importance), []).append(thin(outline))
    for (name, importance), courses in sorted(found.items()):
        yield Feature("river", shapes=(tuple(courses),), label=name, importance=importance, properties=OF_WORLD)


def country_names(extent: Extent, scale: float, names: Names) -> Iterator[Feature]:
    """The names of countries with the ground in which each has to find room."""
    thin = Thin.of(extent, scale, COARSE)
    found: dict[str, list[Line]] = {}
    for outline in sheaf("middle").within(extent, "country"):
        if ring := thin.ring(outline):
            found.setdefault(outline.name, []).append(ring)
    for code, rings in sorted(found.items()):
        if name := names(code):
            yield Feature("country", shapes=(tuple(rings),), closed=True, label=name, properties=OF_WORLD)


@dataclass(frozen=True)
class Town:
    """A town that matters in its region, under its name of some years ago; ``key`` is the gazetteer's."""

    key: str
    name: str
    point: Position
    importance: int


def known_towns(extent: Extent, zoom: float) -> list[Town]:
    """The towns that matter most at a zoom; a capital has its ring whatever its size."""
    found = []
    limit = min(CAPITAL, int(zoom * 10 - 3))
    ranks = [*range(limit), *range(CAPITAL, CAPITAL + min(CAPITAL, limit + (14 if zoom > WIDE else 0)))]
    for longitude, latitude, rank, name in sheaf("near").points(extent, "town", ranks):
        capital, rank = divmod(rank, CAPITAL)
        found.append((rank, name, bool(capital), (longitude, latitude)))
    found.sort()
    result = []
    for rank, named, capital, point in found[: DENSEST if zoom > WIDE else SPARSE]:
        key, _, name = named.partition("\t")
        result.append(Town(key, name, point, importance(zoom - rank / 10, capital, zoom)))
    return result


def importance(above: float, capital: bool, zoom: float) -> int:
    """How large a town's letters are: by how many zooms it is ahead of the least that the scale shows."""
    if zoom < WIDE:
        return 3 if capital else 4
    return 1 if capital else 2 if above > 3.2 else 3 if above > 1.6 else 4


def town_features(extent: Extent, scale: float) -> list[Feature]:
    """The towns for a scale where there is no gazetteer to ask."""
    return [
        Feature("place", point=town.point, label=town.name, importance=town.importance, properties=OF_WORLD)
        for town in known_towns(extent, zoom_of(scale))
    ]
