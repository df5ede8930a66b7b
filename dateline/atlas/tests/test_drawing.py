"""What is on the sheet: well-formed, light enough, explained, and right anywhere on Earth."""

from __future__ import annotations

import sys
import time
from dataclasses import replace
from math import cos, hypot, pi, sin
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.atlas.drawing.features import read_features
from dateline.atlas.drawing.geometry import cut_ring, rounded, simplified
from dateline.atlas.drawing.markers import travelled
from dateline.atlas.drawing.palette import adaptive_stylesheet, page_stylesheet
from dateline.atlas.drawing.projection import fit
from dateline.atlas.drawing.sheet import SIZES, Plan, draw
from dateline.atlas.drawing.spread import spread

from . import geometry as g

WORDS = {"flood": "Flooded", "confirmed": "Confirmed by us", "claimed": "Claimed", "ring": "Within", "km": "km"}
ORVA = Plan("Orva", g.ORVA_EXTENT, read_features(g.ORVA), "The Orva floods.", "As of 4 March", wording=WORDS)


def texts(svg: str) -> list[str]:
    return ["".join(node.itertext()) for node in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]


def test_a_drawing_is_well_formed_and_has_its_title_description_key_and_notes() -> None:
    svg = draw(ORVA, SIZES["wide"]).svg
    root = ElementTree.fromstring(svg)
    assert root.get("role") == "img"
    assert [root[0].text, root[1].text] == ["Orva", "The Orva floods."]
    assert {"Confirmed by us", "Bridge closed", "Evacuation ordered", "As of 4 March", "20 km"} <= set(texts(svg))


def test_inside_a_page_there_is_neither_a_style_nor_a_script() -> None:
    svg = draw(ORVA, SIZES["full"], links=True).svg
    assert "style" not in svg
    assert "<script" not in svg


def test_a_mark_with_a_href_can_be_reached() -> None:
    svg = draw(ORVA, SIZES["full"], links=True).svg
    assert 'href="#levee"' in svg
    assert 'role="group"' in svg
    assert "href" not in draw(ORVA, SIZES["full"]).svg


def test_claims_number_themselves_unless_somebody_did() -> None:
    assert {"1", "2", "3", "4", "5"} <= set(texts(draw(ORVA, SIZES["wide"]).svg))
    rows = g.collection(g.point("claimed", 14.5, 50.3, number=7), g.point("claimed", 14.7, 50.3))
    assert [feature.number for feature in read_features(rows)] == [7, None]


def test_text_from_people_cannot_become_markup() -> None:
    rows = g.collection(g.point("place", 14.5, 50.3, label="<script>&\x00", importance=1))
    svg = draw(replace(ORVA, title="</title><b>", features=read_features(rows)), SIZES["wide"]).svg
    ElementTree.fromstring(svg)
    assert "<script" not in svg
    assert "<b>" not in svg


def ragged_coast(count: int) -> list[tuple[float, float]]:
    """A shore with bays inside bays, as real ones have."""
    shore = []
    for turn in (2 * pi * step / count for step in range(count)):
        away = 1 + sum(0.3 / wave * sin(wave * turn + wave * wave) for wave in (5, 13, 29, 61, 127, 251, 509, 1021))
        shore.append((14.6 + 0.5 * away * cos(turn), 50.35 + 0.28 * away * sin(turn)))
    return shore


def test_a_coast_of_forty_thousand_points_stays_within_the_budget(capsys: pytest.CaptureFixture[str]) -> None:
    coast = read_features(g.collection(g.ground("land", *ragged_coast(40_000))))
    begun = time.perf_counter()
    svg = draw(replace(ORVA, features=[*coast, *ORVA.features]), SIZES["full"]).svg
    with capsys.disabled():
        sys.stdout.write(f" [40,000 points: {(time.perf_counter() - begun) * 1000:.0f} ms, {len(svg)} bytes] ")
    assert len(svg.encode()) <= 50_000


@pytest.mark.parametrize(
    "extent",
    [
        (177.0, -20.0, -178.0, -15.0),
        (-180.0, 66.0, 180.0, 90.0),
        (-180.0, -90.0, 180.0, -60.0),
        (-180.0, -85.0, 180.0, 85.0),
        (-10.0, 78.0, 40.0, 90.0),
        (36.80, -1.30, 36.82, -1.28),
        (-75.0, -56.0, -66.0, -17.0),
    ],
    ids=["across 180", "north pole", "south pole", "world", "Svalbard", "a few streets", "Chile"],
)
def test_an_extent_anywhere_on_earth_lies_wholly_on_its_sheet(extent: tuple[float, float, float, float]) -> None:
    frame = fit(extent, 880, 400, 620)
    west, south, east, north = extent
    for longitude, latitude in ((west, south), (east, south), (west, north), (east, north)):
        x, y = frame.place((longitude, latitude))
        assert -1 <= x <= frame.width + 1
        assert -1 <= y <= frame.height + 1
    draw(replace(ORVA, extent=extent), SIZES["wide"])


def test_islands_on_both_sides_of_the_180th_meridian_are_neighbours() -> None:
    frame = fit((177.0, -20.0, -178.0, -15.0), 880, 400, 620)
    left, right = frame.place((179.9, -17.0)), frame.place((-179.9, -17.0))
    assert 0 < right[0] - left[0] < 60
    assert abs(frame.place((181.0, -17.0))[0] - frame.place((-179.0, -17.0))[0]) < 1e-6


@given(st.floats(-180, 180), st.floats(-80, 80), st.floats(0, 360), st.floats(1, 60))
@settings(max_examples=80)
def test_a_ring_on_the_sheet_is_as_large_as_the_scale_bar_says(lon: float, lat: float, turn: float, km: float) -> None:
    frame = fit(((lon + 179) % 360 - 180, lat - 1, (lon + 181) % 360 - 180, lat + 1), 880, 400, 620)
    (x, y), (x2, y2) = frame.place((lon, lat)), frame.place(travelled((lon, lat), turn, km))
    assert hypot(x2 - x, y2 - y) == pytest.approx(km * frame.pixels_per_km, rel=0.012)


lines = st.lists(st.tuples(st.floats(-50, 150), st.floats(-50, 150)), min_size=2, max_size=40)


@given(lines)
def test_a_simplified_line_keeps_its_ends_and_no_new_points(line: list[tuple[float, float]]) -> None:
    simple = simplified(line, 2.0)
    assert simple[0] == line[0]
    assert simple[-1] == line[-1]
    assert set(simple) <= set(line)


@given(lines)
def test_a_cut_ring_lies_inside_its_bounds(line: list[tuple[float, float]]) -> None:
    for x, y in cut_ring(line, (0, 0, 100, 100)):
        assert -1e-6 <= x <= 100 + 1e-6
        assert -1e-6 <= y <= 100 + 1e-6


def test_a_rounded_line_keeps_its_ends_and_a_rounded_ring_stays_closed() -> None:
    line = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0)]
    assert [rounded(line, closed=False)[0], rounded(line, closed=False)[-1]] == [line[0], line[-1]]
    ring = rounded([*line, line[0]], closed=True)
    assert ring[0] == ring[-1]


def test_marks_on_one_spot_are_moved_apart_and_single_ones_stay() -> None:
    assert spread([(5.0, 5.0)], 20) == [(5.0, 5.0)]
    moved = spread([(0.0, 0.0)] * 4, 20)
    assert min(hypot(a[0] - b[0], a[1] - b[1]) for i, a in enumerate(moved) for b in moved[:i]) > 19


def test_the_style_sheet_of_pages_is_the_one_the_palette_writes() -> None:
    sheet = Path(__file__).parent.parent / "static" / "atlas" / "map.css"
    assert sheet.read_text().split("\n", 1)[1] == page_stylesheet()
    assert "prefers-color-scheme:dark" in adaptive_stylesheet()
