"""The sample's maps: the ground of the valley, and on it what each map has to say."""

from __future__ import annotations

from typing import Any

from . import geography
from .geography import Feature, Km


def extent(frame: list[float]) -> dict[str, float]:
    """A frame in kilometres (west, south, east, north) as a map's four edges in degrees."""
    west, south = geography.degrees((frame[0], frame[1]))
    east, north = geography.degrees((frame[2], frame[3]))
    return {"west": west, "south": south, "east": east, "north": north}


def features(sheet: dict[str, Any]) -> dict[str, Any]:
    """The FeatureCollection of one map of ``content/maps.toml``."""
    drawn = geography.base()
    if sheet.get("flood"):
        drawn.append(geography.ground(geography.flooded(), kind="flood", smooth=True, legend="Under water"))
    if sheet.get("bank"):
        drawn.append(geography.track(geography.LONG_BANK, kind="route", arrow=False, legend="The Long Bank"))
    drawn += [mark(dict(one)) for one in sheet["marks"]]
    return {"type": "FeatureCollection", "features": drawn}


def mark(written: dict[str, Any]) -> Feature:
    """One mark: a point with ``at``, or a way with ``path``."""
    path = written.pop("path", None)
    if path:
        return geography.track([kilometres(point) for point in path], **written)
    return geography.spot(kilometres(written.pop("at")), **written)


def kilometres(pair: list[float]) -> Km:
    """Two numbers of a file as a place on the ground."""
    return float(pair[0]), float(pair[1])
