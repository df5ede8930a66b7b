"""Distances, bearings and directions in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.atlas.geodesy import COMPASS, bearing_deg, destination, distance_km, point_of_compass

BUKAMAL, QAIM = (34.4523, 40.9185), (34.3925, 40.9894)
POINTS = st.tuples(st.floats(-85, 85), st.floats(-180, 180))


def test_the_distance_of_two_towns() -> None:
    assert distance_km(BUKAMAL, QAIM) == pytest.approx(9.3, abs=0.1)
    assert distance_km(BUKAMAL, BUKAMAL) == 0


def test_forty_five_kilometres_west_of_a_town() -> None:
    assert destination(BUKAMAL, COMPASS["west"], 45) == pytest.approx((34.451, 40.428), abs=0.002)


@given(POINTS, st.floats(0, 359.9), st.floats(1, 900))
def test_who_goes_there_has_gone_so_far_in_that_direction(
    start: tuple[float, float], bearing: float, km: float
) -> None:
    end = destination(start, bearing, km)
    assert distance_km(start, end) == pytest.approx(km, abs=1e-6)
    assert (bearing_deg(start, end) - bearing + 180) % 360 - 180 == pytest.approx(0, abs=1e-3)


@pytest.mark.parametrize(
    ("words", "bearing"),
    [("north", 0), ("NE", 45), ("south-east", 135), ("southeastern", 135), ("west-northwest", 292.5), ("WSW", 247.5)],
)
def test_directions_in_words(words: str, bearing: float) -> None:
    assert COMPASS[words] == bearing


@pytest.mark.parametrize(("bearing", "letters"), [(0, "N"), (359, "N"), (348, "NNW"), (100, "E"), (225, "SW")])
def test_the_nearest_point_of_the_compass(bearing: float, letters: str) -> None:
    assert point_of_compass(bearing) == letters
