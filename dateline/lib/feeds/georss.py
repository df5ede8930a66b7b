"""GeoRSS Simple: where an entry happened, for feed readers with a map."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree as Tree

from .channel import Spot

GEORSS = "http://www.georss.org/georss"


def locate(parent: Tree.Element, spots: Sequence[Spot]) -> None:
    """Say where: a point for one place, with its radius in metres; the box around them for several.

    An entry has one geometry at most (GeoRSS Simple, OGC 17-002). Latitude comes first.
    """
    if not spots:
        return
    if len(spots) == 1:
        [spot] = spots
        _say(parent, "point", f"{spot.latitude:g} {spot.longitude:g}")
        if spot.name:
            _say(parent, "featurename", spot.name)
        if spot.radius_km:
            _say(parent, "radius", f"{spot.radius_km * 1000:.0f}")
        return
    north, south = (edge(spot.latitude for spot in spots) for edge in (max, min))
    west, east = _from_west_to_east([spot.longitude for spot in spots])
    _say(parent, "box", f"{south:g} {west:g} {north:g} {east:g}")


def _from_west_to_east(longitudes: Sequence[float]) -> tuple[float, float]:
    """Return the shorter way round: across the 180th meridian east is less than west."""
    west, east = min(longitudes), max(longitudes)
    if east - west <= 180:
        return west, east
    return min(each for each in longitudes if each > 0), max(each for each in longitudes if each <= 0)


def _say(parent: Tree.Element, name: str, text: str) -> None:
    Tree.SubElement(parent, f"{{{GEORSS}}}{name}").text = text
