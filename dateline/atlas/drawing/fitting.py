"""The extent that shows given features, for maps that nobody has cut by hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from .features import Feature, Position
from .markers import ring_around, sector_patch
from .projection import Extent

MARGIN = 0.18  # of the features' own size, to each side
LEAST = 0.35  # degrees of latitude from south to north: about forty kilometres, so that a lone point has surroundings
UNSEEN = {"locator"}


def extent_around(features: Iterable[Feature]) -> Extent | None:
    """The smallest extent with a margin that shows all features, across the 180th meridian if that is shorter.

    None where there is nothing to show.
    """
    positions = [position for feature in features if feature.kind not in UNSEEN for position in ground_of(feature)]
    if not positions:
        return None
    west, east = narrowest([longitude for longitude, _ in positions])
    south, north = min(y for _, y in positions), max(y for _, y in positions)
    tall = max(LEAST, (north - south) * (1 + 2 * MARGIN))
    wide = max(LEAST * 1.5, (east - west) * (1 + 2 * MARGIN))
    middle, up = (west + east) / 2, (south + north) / 2
    if wide >= 360:
        return -180.0, max(-90.0, up - tall / 2), 180.0, min(90.0, up + tall / 2)
    return (
        around_the_globe(middle - wide / 2),
        max(-90.0, up - tall / 2),
        around_the_globe(middle + wide / 2),
        min(90.0, up + tall / 2),
    )


def ground_of(feature: Feature) -> Iterator[Position]:
    """Every position that a feature covers."""
    if feature.ring_km:
        yield from ring_around(feature.point, feature.ring_km)
    elif feature.kind == "sector":
        yield from (feature.point, *sector_patch(feature))
    elif not feature.shapes:
        yield feature.point
    for polygon in feature.shapes:
        for line in polygon:
            yield from line


def narrowest(longitudes: list[float]) -> tuple[float, float]:
    """West and east of the narrowest stretch that holds all longitudes; east may be beyond 180."""
    turned = sorted({longitude % 360 for longitude in longitudes})
    gaps = [(after - before, index) for index, (before, after) in enumerate(pairwise(turned), 1)]
    widest, first = max([*gaps, (turned[0] + 360 - turned[-1], 0)])
    west = turned[first]
    return west, west + 360 - widest


def around_the_globe(longitude: float) -> float:
    """The same longitude between -180 and 180."""
    return (longitude + 180) % 360 - 180
