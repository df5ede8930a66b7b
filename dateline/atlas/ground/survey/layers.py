"""Which rows of which source become which layer, and from which zoom on each is worth drawing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from math import log2
from pathlib import Path

from ..sheaf import Part
from . import sources
from .names import readable
from .simpler import divided, joined, simpler, square_km
from .sources import Line

# What Natural Earth says of a border, and what we make of it. Buffer zones and leases lie inside a country: no borders.
BORDERS = {
    "International boundary (verify)": "border",
    "International boundary (Magics)": "border",
    "Disputed (please verify)": "disputed",
    "Indefinite (please verify)": "disputed",
    "Indeterminant frontier": "disputed",
    "Line of control (please verify)": "disputed",
    "ForgetMagics": "disputed",
}
# Front lines and lines of peoples' wars that have moved since they were drawn.
OUTDATED = ("Former USSR oblast in 1991", "Ceasefire Line 1994", "Ukrainian claim")
CLAIMS = "select name, geom from disputed_borders order by fid"
COUNTRIES = "select iso_a2, geom from countries where length(iso_a2) = 2 order by iso_a2, fid"
UKRAINE, RUSSIA = "804", "643"
CRIMEA = (32.5, 45.0, 36.7, 46.5)  # the border of 2014, which the older file of borders does not have
RIVER_ZOOM = {0: 0.0, 1: 1.5, 2: 2.5, 3: 3.5, 4: 4.0, 5: 4.7, 6: 5.4, 7: 6.0, 8: 6.6, 9: 7.0}
TOWN_ZOOM = {0: 0.0, 1: 1.0, 2: 2.0, 3: 3.0, 4: 3.8, 5: 4.4, 6: 5.0, 7: 5.6, 8: 6.4}
STATES = ("Admin-1 boundary", "Admin-1 region boundary")
PIXEL_AT_ZERO = 156.5  # kilometres across a pixel of a map of the world 256 pixels wide
SMALLEST_LAKE = 14.0  # square pixels
# Degrees within which a layer's lines are straightened, where that is more than the scale's own measure: outlines of
# countries are used only to find room for their names, and inner borders are drawn as hairlines.
COARSER = {"country": 0.12, "state": 0.004}
CAPITAL = 100  # added to the rank of a town


@dataclass(frozen=True)
class Scale:
    """One file: how fine, from which of the three editions, and up to which zoom anyone will look at it."""

    name: str
    edition: str
    quantum: float
    tolerance: float
    zoom: float


SCALES = (
    Scale("far", "110m", 0.01, 0.02, 4.6),
    Scale("middle", "50m", 0.002, 0.006, 7.2),
    Scale("near", "10m", 0.0005, 0.0014, 25.0),
)


def surveyed(folder: Path, scale: Scale) -> Iterator[Part]:
    """All parts of one file."""
    for part in (
        *lands(folder, scale),
        *lakes(folder, scale),
        *rivers(folder, scale),
        *borders(folder, scale),
        *states(folder, scale),
        *countries(folder, scale),
    ):
        if part.rank <= scale.zoom * 10:
            tolerance = max(scale.tolerance, COARSER.get(part.layer, 0.0))
            yield Part(part.layer, divided(simpler(list(part.line), tolerance)), part.rank, part.name)
    yield from (town for town in towns(folder) if town.rank % CAPITAL <= scale.zoom * 10)


def lands(folder: Path, scale: Scale) -> Iterator[Part]:
    """Continents and islands."""
    for row in sources.shapefile(folder, f"ne_{scale.edition}_land"):
        yield from (Part("land", ring) for ring in row.lines)


def lakes(folder: Path, scale: Scale) -> Iterator[Part]:
    """Lakes and the islands in them, from the zoom on at which they are more than a dot."""
    for row in sources.shapefile(folder, "ne_10m_lakes"):
        for ring in row.lines:
            pixel = (square_km(ring) / SMALLEST_LAKE) ** 0.5
            yield Part("lake", ring, tenths(log2(PIXEL_AT_ZERO / max(pixel, 1e-6))))


def rivers(folder: Path, scale: Scale) -> Iterator[Part]:
    """Rivers by name; the stretches through lakes are left out, since a lake hides them."""
    for row in sources.shapefile(folder, f"ne_{scale.edition}_rivers_lake_centerlines"):
        if row.said["featurecla"] == "River":
            rank = tenths(RIVER_ZOOM.get(int(float(row.said["scalerank"])), 7.4))
            yield from (Part("river", line, rank, readable(row.said["name"])) for line in row.lines)


def borders(folder: Path, scale: Scale) -> Iterator[Part]:
    """Borders of countries: agreed, disputed as they are held, and, on finer maps, as others claim them."""
    for row in sources.shapefile(folder, f"ne_{scale.edition}_admin_0_boundary_lines_land"):
        layer = BORDERS.get(row.said["featurecla"])
        if layer:
            yield from (Part(layer, line) for line in row.lines)
    edition = "50m" if scale.edition == "110m" else scale.edition
    west, south, east, north = CRIMEA
    for line in sources.shared_borders(folder, f"countries-{edition}.json", UKRAINE, RUSSIA):
        if all(west < x < east and south < y < north for x, y in line):
            yield Part("disputed", line)
    if scale.edition != "110m":
        for name, lines in sources.geopackage(folder, "world_map.gpkg", CLAIMS):
            if name not in OUTDATED:
                yield from (Part("claim", line) for line in joined(lines))


def states(folder: Path, scale: Scale) -> Iterator[Part]:
    """Borders of the first level within countries."""
    found: defaultdict[int, list[Line]] = defaultdict(list)
    for row in sources.shapefile(folder, "ne_10m_admin_1_states_provinces_lines"):
        if row.said["featurecla"] in STATES:
            found[tenths(float(row.said["min_zoom"]))] += row.lines
    for rank, lines in sorted(found.items()):
        yield from (Part("state", line, rank) for line in joined(lines))


def countries(folder: Path, scale: Scale) -> Iterator[Part]:
    """Coarse outlines of countries under their ISO codes."""
    if scale.edition != "50m":  # one file is enough
        return
    for code, rings in sources.geopackage(folder, "world_map.gpkg", COUNTRIES):
        yield from (Part("country", ring, 0, code) for ring in rings if len(ring) > 20)


def towns(folder: Path) -> Iterator[Part]:
    """Towns that matter in their region, however few live there, as "key, tab, name".

    Capitals have ``CAPITAL`` added to their rank.
    """
    for row in sources.shapefile(folder, "ne_10m_populated_places_simple"):
        rank = tenths(TOWN_ZOOM.get(int(row.said["scalerank"]), 7.0))
        capital = CAPITAL if row.said["featurecla"] == "Admin-0 capital" else 0
        named = f"gn:{float(row.said['geonameid']):.0f}\t{readable(row.said['name'])}"
        yield from (Part("town", line, rank + capital, named) for line in row.lines)


def tenths(zoom: float) -> int:
    """A zoom as a rank."""
    return max(0, min(99, round(zoom * 10)))
