"""Outlines are read and measured; what was surveyed is complete."""

from __future__ import annotations

import json
import struct
from pathlib import Path

import pytest

from dateline.atlas.gazetteer import written
from dateline.atlas.gazetteer.survey import shape
from dateline.atlas.gazetteer.survey.areas import usual_names
from dateline.atlas.gazetteer.survey.outlines import counties, unpacked


def square(west: float, south: float, side: float) -> list[tuple[float, float]]:
    east, north = west + side, south + side
    return [(west, south), (east, south), (east, north), (west, north), (west, south)]


def packed(*polygons: list[list[tuple[float, float]]]) -> bytes:
    """A MultiPolygon as GeoPackage holds it: a header with an envelope of 32 bytes, then WKB."""
    body = struct.pack("<BII", 1, 6, len(polygons))
    for polygon in polygons:
        body += struct.pack("<BII", 1, 3, len(polygon))
        for ring in polygon:
            body += struct.pack("<I", len(ring)) + b"".join(struct.pack("<dd", *point) for point in ring)
    return b"GP\x00\x03" + struct.pack("<i4d", 4326, 0, 0, 0, 0) + body


def test_a_geopackage_outline_is_read_with_its_holes() -> None:
    island, hole = square(0, 0, 10), square(4, 4, 2)
    assert unpacked(packed([island, hole], [square(20, 0, 1)])) == [[island, hole], [square(20, 0, 1)]]


def test_what_is_no_area_is_refused() -> None:
    with pytest.raises(ValueError, match="no area"):
        unpacked(b"GP\x00\x01" + struct.pack("<i", 4326) + struct.pack("<BI", 1, 1))


def test_a_county_is_put_together_from_arcs_forwards_and_backwards(tmp_path: Path) -> None:
    path = tmp_path / "counties.json"
    geometry = {"type": "Polygon", "id": "22009", "properties": {"name": "Avoyelles"}, "arcs": [[0, -2]]}
    arcs = [[[0, 0], [4, 0], [0, 4]], [[0, 0], [0, 4], [4, 0]]]
    topology = {
        "transform": {"scale": [0.5, 0.5], "translate": [-92, 30]},
        "arcs": arcs,
        "objects": {"counties": {"geometries": [geometry]}},
    }
    path.write_text(json.dumps(topology))
    ((fips, name, polygons),) = counties(path)
    assert (fips, name) == ("22009", "Avoyelles")
    assert polygons == [[[(-92, 30), (-90, 30), (-90, 32), (-92, 32), (-92, 30)]]]


def test_a_point_is_inside_and_not_in_a_hole() -> None:
    land = [[square(0, 0, 10), square(4, 4, 2)]]
    assert shape.holds(land, 1, 1)
    assert not shape.holds(land, 5, 5)
    assert not shape.holds(land, 11, 5)


def test_what_is_an_ocean_away_moves_nothing() -> None:
    france, guiana = [square(0, 40, 10)], [square(-55, 2, 4)]
    assert shape.middle_of([france, guiana], shape.NEAR) == pytest.approx((45, 5), abs=0.1)
    assert shape.extent_of([france, guiana]) == (0, 40, 10, 50)


def test_islands_on_both_sides_of_the_180th_meridian_are_one_country() -> None:
    fiji = [[square(176, -18, 3)], [square(-179.5, -18, 1)]]
    west, _south, east, _north = shape.extent_of(fiji)
    assert (west, east) == (176, -178.5)
    assert 177 < shape.middle_of(fiji, shape.NEAR)[1] < 180


def test_what_was_simplified_to_a_line_has_a_place_too() -> None:
    assert shape.middle_of([[[(1, 2), (3, 2), (1, 2)]]], shape.NEAR) == pytest.approx((2, 1))


def test_a_name_in_brackets_is_another_name_and_the_word_for_the_kind_goes() -> None:
    assert usual_names("Homs (Hims)", "Muhafazat Hims") == ["Homs", "Hims"]


def test_the_table_has_every_state_of_the_union_and_no_area_twice() -> None:
    found = [row["key"] for row in written.areas()]
    assert len(found) > 7_500
    states = {row["code"] for row in written.provinces() if row["code"].startswith("US-")}
    assert {f"area:{code}" for code in states} <= set(found)
    assert len(found) == len(set(found))


def test_every_point_lies_on_earth_and_within_the_reach_of_its_area() -> None:
    for row in written.areas():
        latitude, longitude = float(row["latitude"]), float(row["longitude"])
        south, north = float(row["south"]), float(row["north"])
        assert -90 <= south <= latitude <= north <= 90, row
        assert -180 <= longitude <= 180, row


def test_every_province_that_is_named_by_hand_was_surveyed() -> None:
    found = {row["key"] for row in written.areas()}
    assert [row["code"] for row in written.provinces() if f"area:{row['code']}" not in found] == []
