"""A place far outside of where the story is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.atlas.gazetteer.place import Extent
from dateline.atlas.geodesy import distance_km
from dateline.lib.later import gettext_noop as _

from ..proposal import Warned
from .given import Placed, Point, rounded

MARGIN_KM = 100.0
MESSAGE = _("%(name)s lies %(away)s km outside of this situation. Is another place of that name meant?")


def outside_extent(placed: Iterable[Placed], extent: Extent, margin_km: float = MARGIN_KM) -> Iterator[Warned]:
    """Yield places farther than ``margin_km`` from an extent; each name once."""
    told: set[str] = set()
    for one in placed:
        away = distance_km(one.point, nearest(one.point, extent))
        if away > margin_km and one.name not in told:
            told.add(one.name)
            yield Warned("extent", MESSAGE, {"name": one.name, "away": rounded(away)}, one.start, one.end)


def nearest(point: Point, extent: Extent) -> Point:
    """The point of an extent that is nearest by its degrees; the extent may cross the 180th meridian."""
    latitude, longitude = point
    west, south, east, north = extent
    return min(max(latitude, south), north), east_west(longitude, west, east)


def east_west(longitude: float, west: float, east: float) -> float:
    """The longitude itself where it is within, else the nearer edge."""
    wide = (east - west) % 360
    if (longitude - west) % 360 <= wide:
        return longitude
    return east if (longitude - east) % 360 < (west - longitude) % 360 else west
