"""Is this GeoJSON something we can draw? Every fault as a sentence that names the feature and says what to change."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from numbers import Real
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from .vocabulary import DATES, GEOMETRIES, NEEDED, NUMBERS, SIDES, SYMBOLS

MOST_POSITIONS = 200_000
MOST_SENTENCES = 12


def check_features(collection: object) -> None:
    """Raise ValidationError with up to a dozen sentences unless ``collection`` is a FeatureCollection we can draw."""
    if not isinstance(collection, dict) or collection.get("type") != "FeatureCollection":
        raise ValidationError(
            _("This is not a GeoJSON FeatureCollection. It must begin {“type”: “FeatureCollection”, “features”: […]}.")
        )
    features = collection.get("features")
    if not isinstance(features, list):
        raise ValidationError(_("The FeatureCollection has no list of “features”."))
    faults = [fault for number, feature in enumerate(features, 1) for fault in feature_faults(number, feature)]
    if sum(count_positions(f["geometry"].get("coordinates")) for f in features if has_geometry(f)) > MOST_POSITIONS:
        faults.append(_("There are more than %d positions. Simplify the geometry first.") % MOST_POSITIONS)
    if faults:
        raise ValidationError([ValidationError(fault) for fault in faults[:MOST_SENTENCES]])


def has_geometry(feature: object) -> bool:
    """Whether ``feature`` carries a geometry object at all."""
    return isinstance(feature, dict) and isinstance(feature.get("geometry"), dict)


def name_of(number: int, properties: dict[str, Any]) -> str:
    """How a sentence points at a feature: its place in the list, and its label where it has one."""
    label = properties.get("label")
    return (
        _("Feature %(number)d (“%(label)s”)") % {"number": number, "label": label}
        if label
        else (_("Feature %(number)d") % {"number": number})
    )


def feature_faults(number: int, feature: object) -> Iterator[str]:
    """What is wrong with one feature, each fault a sentence."""
    if not isinstance(feature, dict) or feature.get("type") != "Feature":
        yield _("%s is not a GeoJSON Feature.") % name_of(number, {})
        return
    properties = feature.get("properties")
    if not isinstance(properties, dict):
        yield _("%s has no “properties”, so nobody can tell what it is. Give it a “kind”.") % name_of(number, {})
        return
    name, kind = name_of(number, properties), properties.get("kind")
    if kind not in GEOMETRIES:
        yield _("%(name)s has the kind “%(kind)s”, which we cannot draw. Use one of: %(kinds)s.") % {
            "name": name,
            "kind": kind,
            "kinds": ", ".join(sorted(GEOMETRIES)),
        }
        return
    yield from property_faults(name, kind, properties)
    yield from geometry_faults(name, kind, feature.get("geometry"))


def property_faults(name: str, kind: str, properties: dict[str, Any]) -> Iterator[str]:
    """Faults of the properties: missing ones, numbers out of bounds, unknown words, odd links."""
    for needed in NEEDED.get(kind, ()):
        if properties.get(needed) in (None, ""):
            yield _("%(name)s is a %(kind)s and needs “%(needed)s”.") % {"name": name, "kind": kind, "needed": needed}
    for key, (least, greatest) in NUMBERS.items():
        value = properties.get(key)
        if value is not None and not (is_number(value) and least <= value <= greatest):
            yield _("%(name)s: “%(key)s” must be a number from %(least)g to %(greatest)g.") % {
                "name": name,
                "key": key,
                "least": least,
                "greatest": greatest,
            }
    for key, words in (("symbol", SYMBOLS), ("side", SIDES)):
        if key in properties and properties[key] not in words:
            yield _("%(name)s: “%(key)s” must be one of: %(words)s.") % {
                "name": name,
                "key": key,
                "words": ", ".join(words),
            }
    for key in DATES:
        if properties.get(key) and not is_moment(properties[key]):
            yield _("%(name)s: “%(key)s” must be a day or a time, such as 2026-03-04 or 2026-03-04T05:20Z.") % {
                "name": name,
                "key": key,
            }
    href = properties.get("href", "#")
    if not isinstance(href, str) or not href.startswith(("#", "/", "https://", "http://")) or href.startswith("//"):
        yield _("%s: “href” must begin with #, / or https://.") % name


def geometry_faults(name: str, kind: str, geometry: object) -> Iterator[str]:
    """Faults of the geometry: of the wrong type for the kind, or with positions off the globe."""
    if not isinstance(geometry, dict):
        yield _("%s has no “geometry”.") % name
        return
    wanted = GEOMETRIES[kind]
    if geometry.get("type") not in wanted:
        yield _("%(name)s is a %(kind)s, so its geometry must be %(wanted)s, not %(given)s.") % {
            "name": name,
            "kind": kind,
            "wanted": _(" or ").join(wanted),
            "given": geometry.get("type"),
        }
        return
    depth = {"Point": 0, "LineString": 1, "MultiLineString": 2, "Polygon": 2, "MultiPolygon": 3}[geometry["type"]]
    fault = coordinate_fault(
        geometry.get("coordinates"),
        depth,
        least=4 if geometry["type"] in wanted[-2:] and geometry["type"].endswith("Polygon") else 2,
    )
    if fault:
        yield f"{name}: {fault}"


def coordinate_fault(value: object, depth: int, least: int) -> str:
    """The first fault in nested coordinates, or nothing. ``least`` is how many positions a line or ring needs."""
    if depth == 0:
        return position_fault(value)
    if not isinstance(value, list) or not value:
        return _("the coordinates are empty or nested wrongly.")
    if depth == 1 and len(value) < least:
        return _("a line needs at least two positions, and the ring of a polygon four.")
    return next((fault for item in value if (fault := coordinate_fault(item, depth - 1, least))), "")


def position_fault(value: object) -> str:
    """Why ``value`` is no longitude and latitude, or nothing."""
    if not isinstance(value, list) or len(value) < 2 or not all(is_number(part) for part in value[:2]):
        return _("“%s” is not a position. Write [longitude, latitude].") % (value,)
    longitude, latitude = value[:2]
    if not -360 <= longitude <= 360 or not -90 <= latitude <= 90:
        return _("[%(longitude)s, %(latitude)s] is not on Earth. Longitude comes first.") % {
            "longitude": longitude,
            "latitude": latitude,
        }
    return ""


def is_moment(value: object) -> bool:
    """Whether a text is a day or a time as ISO 8601 writes them."""
    try:
        datetime.fromisoformat(str(value))
    except ValueError:
        return False
    return True


def is_number(value: object) -> bool:
    """A finite number; JSON's true and false are none, and neither are NaN and infinity."""
    return isinstance(value, Real) and not isinstance(value, bool) and -1e9 < float(value) < 1e9


def count_positions(value: object) -> int:
    """How many positions are in nested coordinates, near enough for a limit."""
    if not isinstance(value, list) or not value:
        return 0
    return sum(count_positions(item) for item in value) if isinstance(value[0], list) else 1
