"""The world below a map: there, right way up, light, and as the newsroom wants its borders."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.atlas.drawing.features import Feature
from dateline.atlas.drawing.fitting import extent_around
from dateline.atlas.drawing.geometry import held
from dateline.atlas.drawing.markers import travelled
from dateline.atlas.drawing.projection import fit, width_of
from dateline.atlas.drawing.sheet import SHAPES, SIZES, Plan, draw
from dateline.atlas.scenery import Disputed, Scenery, ground_features
from dateline.atlas.showcase import PLACES

SCENERY = Scenery(names=lambda code: code)
# A place on dry land and one in the water, on the map of each; far from any shore.
LAND_AND_SEA = {
    "antimeridian": ((178.0, -17.8), (179.0, -16.2)),
    "arctic": ((-40.0, 72.0), (0.0, 87.0)),
    "antarctic": ((90.0, -75.0), (-120.0, -66.0)),
    "fjords": ((9.0, 61.5), (4.6, 62.8)),
    "large": ((-55.0, -10.0), (-36.0, -25.0)),
    "delta": ((30.5, 29.3), (30.0, 31.9)),
    "world": ((20.0, 10.0), (-30.0, 30.0)),
}


@pytest.mark.parametrize("name", LAND_AND_SEA)
def test_land_is_land_and_water_water(name: str) -> None:
    extent = PLACES[name][1]
    frame = fit(extent, 880, 430, 620)
    features = ground_features(frame.seen(), 1 / frame.pixels_per_km)
    rings = [frame.place_line(ring) for f in features if f.kind == "land" for polygon in f.shapes for ring in polygon]
    for at, expected in zip(LAND_AND_SEA[name], (True, False), strict=True):
        assert sum(held(ring, [frame.place(at)])[0] for ring in rings) % 2 == expected, at


@pytest.mark.parametrize("name", PLACES)
@pytest.mark.parametrize("size", ["wide", "narrow", "full"])
def test_no_map_of_the_world_weighs_more_than_a_page_bears(name: str, size: str) -> None:
    svg = draw(Plan("x", PLACES[name][1], [], scenery=SCENERY), SIZES[size]).svg
    assert len(svg.encode()) <= 50_000
    ElementTree.fromstring(svg)


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_of_a_share_picture_has_the_ground(shape: str) -> None:
    svg = draw(Plan("x", PLACES["delta"][1], [], scenery=SCENERY), SHAPES[shape]).svg
    assert "m-land" in svg
    assert "m-river" in svg


def test_borders_are_drawn_as_the_newsroom_wants_them() -> None:
    kashmir = PLACES["disputed"][1]

    def dashed(policy: Disputed) -> int:
        found = [f for f in ground_features(kashmir, 1.0, policy) if f.kind == "disputed-border"]
        return sum(len(shape) for feature in found for shape in feature.shapes)

    assert 0 == dashed(Disputed.NONE) < dashed(Disputed.HELD) < dashed(Disputed.BOTH)


def test_the_south_pole_has_no_seam() -> None:
    extent = PLACES["antarctic"][1]
    coasts = [f for f in ground_features((-180.0, -90.0, 180.0, -62.0), 9.0) if f.kind == "shore"]
    assert extent == (-180.0, -90.0, 180.0, -62.0)
    for line in (line for feature in coasts for shape in feature.shapes for line in shape):
        assert not any(a[1] < -89 and b[1] < -89 for a, b in pairwise(line))


def test_own_features_lie_on_the_ground_and_an_own_town_takes_the_place_of_ours() -> None:
    bergen = Feature("place", point=(5.32, 60.39), label="Bergen", importance=1, properties={"side": "e"})
    svg = draw(Plan("x", PLACES["fjords"][1], [bergen], scenery=SCENERY), SIZES["wide"]).svg
    assert svg.count(">Bergen<") == 1


def test_a_small_map_has_an_inset_and_a_large_one_none() -> None:
    def insets(name: str) -> int:
        return draw(Plan("x", PLACES[name][1], [], scenery=SCENERY), SIZES["wide"]).svg.count("m-you")

    assert insets("town") == 1
    assert insets("large") == 0


def test_a_dot_without_a_name_says_nothing_and_is_left_out() -> None:
    towns = [
        Feature("place", point=(7.0 + 0.001 * n, 51.4), label=f"Town {n}", importance=4, properties={"ground": True})
        for n in range(40)
    ]
    scenery = Scenery(names=lambda code: "", towns=lambda extent, scale: towns)
    drawing = draw(Plan("x", PLACES["dense"][1], [], scenery=scenery), SIZES["wide"])
    assert drawing.svg.count("<circle") == len([p for p in drawing.placements if p.label.text.startswith("Town")])


def test_who_reads_other_letters_gets_no_latin_names_of_rivers() -> None:
    plan = Plan(
        "x", PLACES["basin"][1], [], scenery=replace(SCENERY, names=lambda code: "", towns=lambda e, s: [], latin=False)
    )
    assert not draw(plan, SIZES["wide"]).placements


@given(
    st.lists(st.tuples(st.floats(-180, 180), st.floats(-85, 85)), min_size=1, max_size=8),
)
@settings(max_examples=80)
def test_an_extent_holds_all_it_was_made_for(at: list[tuple[float, float]]) -> None:
    extent = extent_around([Feature("claimed", point=point) for point in at])
    assert extent
    west, south, _, north = extent
    for longitude, latitude in at:
        assert south <= latitude <= north
        assert (longitude - west) % 360 <= width_of(extent) + 1e-6


def test_an_extent_goes_the_short_way_around() -> None:
    extent = extent_around([Feature("claimed", point=(179.0, -17.0)), Feature("claimed", point=(-179.0, -16.0))])
    assert extent
    assert extent[0] > 0 > extent[2]
    assert width_of(extent) < 4


def test_an_extent_holds_a_ring_whole_and_nothing_makes_none() -> None:
    ring = Feature("ring", point=(14.5, 50.2), properties={"radius_km": 60})
    extent = extent_around([ring])
    assert extent
    assert extent[3] > travelled((14.5, 50.2), 0, 60)[1]
    assert extent_around([]) is None
    assert extent_around([Feature("locator", shapes=(([(0.0, 0.0)],),))]) is None
