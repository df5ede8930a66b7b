"""How far from what, in sentences written for the purpose."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.atlas.gazetteer.place import Place
from dateline.atlas.geodesy import distance_km
from dateline.reading.distances import Distance, find_distances
from dateline.reading.distances.numbers import rounding, value_of
from dateline.reading.words import Words

PLACES = {
    "Northam": Place("own:1", "Northam", "town", "GB", "", 50.0, 10.0),
    "Southam": Place("own:2", "Southam", "town", "GB", "", 49.0, 10.0),
    "Oldford": None,
    "Albu Kamal": Place("own:3", "Albu Kamal", "town", "SY", "", 34.45226, 40.91854),
}


@dataclass(frozen=True)
class Name:
    """A place name in a text."""

    start: int
    end: int
    text: str
    place: Place | None


def names(text: str) -> list[Name]:
    """Every place name of ``PLACES`` in ``text``."""
    found = re.finditer("|".join(PLACES), text)
    return [Name(one.start(), one.end(), one.group(), PLACES[one.group()]) for one in found]


def only(text: str) -> Distance:
    """The one statement of ``text``."""
    [found] = find_distances(Words(text), names(text))
    assert text[found.start : found.end] == found.text
    return found


@pytest.mark.parametrize(
    ("text", "km", "bearing", "qualifier"),
    [
        ("The camp is 45 km west of Northam.", 45, 270, ""),
        ("Army Is Now Only 45Km Away From Northam City", 45, None, "only"),
        ("They are now only 45km west of Northam.", 45, 270, "only"),
        ("It lies some 70km (43 miles) northwest of Northam.", 70, 315, "about"),
        ("It lies about five miles from Northam.", 8.04672, None, "about"),
        ("A ship sank 45 km off Northam.", 45, None, ""),
        ("A 12-kilometre drive south-east of Northam is a farm.", 12, 135, ""),
        ("It lies 10 nautical miles north-northeast of Northam.", 18.52, 22.5, ""),
        ("It lies 1,200 metres from the town of Northam.", 1.2, None, ""),
        ("They came within 5 km of Northam.", 5, None, "less than"),
        ("It lies more than 2.5 km to the south of Northam.", 2.5, 180, "more than"),
        ("It lies twenty-five kilometers due east of Northam.", 25, 90, ""),
        ("It lies a dozen miles NNW of Northam.", 19.312128, 337.5, ""),
        ("It lies 45\xa0km (28\xa0mi) west of Northam.", 45, 270, ""),
        ("It lies 45 km west of the state capital, Northam.", 45, 270, ""),
        ("It lies 45 km west of the central business district of Northam.", 45, 270, ""),
        ("It lies half a mile outside Northam.", 0.804672, None, ""),
    ],
)
def test_a_distance_is_read(text: str, km: float, bearing: float | None, qualifier: str) -> None:
    found = only(text)
    assert (found.kind, found.km, found.bearing, found.qualifier) == ("distance", pytest.approx(km), bearing, qualifier)


@pytest.mark.parametrize(
    "text",
    [
        "Northam is two hours' drive from Southam.",
        "A 45 km road leads to Northam.",
        "At 45 km/h from Northam one is slow.",
        "They bought 12 miles of cable from Northam.",
        "It measures 45 square km near Northam.",
        "The tower is 45 m high and stands in Northam.",
        "They paid $45 m from Northam.",
        "It lies 45 km west of nowhere.",
    ],
)
def test_what_is_no_distance(text: str) -> None:
    assert find_distances(Words(text), names(text)) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It happened just outside Northam.", "outside"),
        ("It happened halfway between Northam and Southam.", "between"),
        ("It happened on the road from Northam to Southam.", "along"),
        ("It happened west of Northam.", "direction"),
        ("It happened in the eastern countryside of Northam.", "part"),
        ("It happened in the eastern Northam countryside.", "part"),
        ("They advanced 5km from their positions.", "movement"),
        ("They were able to advance 10km in 48 hours.", "movement"),
    ],
)
def test_what_has_no_number_or_no_place_is_said_to_be_so(text: str, kind: str) -> None:
    found = only(text)
    assert found.kind == kind
    assert found.derived is None


def test_a_derived_point_is_a_geodesic_with_its_uncertainty() -> None:
    found = only("They are only 45km west of Albu Kamal.")
    assert found.derived is not None
    assert (found.derived.latitude, found.derived.longitude) == (
        pytest.approx(34.451, abs=1e-3),
        pytest.approx(40.428, abs=1e-3),
    )
    assert found.derived.near_km < 45 < found.derived.far_km
    assert found.derived.spread == 45


def test_without_a_bearing_there_is_a_ring_and_no_point() -> None:
    found = only("They are 45 km from Northam.")
    assert found.derived is not None
    assert (found.derived.latitude, found.derived.spread) == (None, 360)


def test_an_unplaced_reference_leads_nowhere() -> None:
    assert only("They are 45 km west of Oldford.").derived is None


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The station is located 70km west of Northam.", "The station"),
        ("With this advance the army is now only 45km west of Northam.", "the army"),
        ("Soldiers stopped at a checkpoint 12 km from Northam.", "a checkpoint"),
    ],
)
def test_the_subject_is_told(text: str, subject: str) -> None:
    assert only(text).subject == subject


def test_the_station_is_the_one_named_before() -> None:
    found = only("They took the strategic Oldford station on Monday. The station is located 70km west of Northam.")
    assert found.subject_toponym == 0


@pytest.mark.parametrize(
    ("value", "slack"), [(45, 2.5), (70, 5), (12, 0.5), (100, 25), (2.5, 0.25), (7, 0.5), (43, 0.5)]
)
def test_rounding_is_read_from_the_number(value: float, slack: float) -> None:
    assert rounding(value) == pytest.approx(slack)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("45", 45),
        ("1,200", 1200),
        ("2.5", 2.5),
        ("forty-five", 45),
        ("a hundred and ten", 110),
        ("two dozen", 24),
        ("half a", 0.5),
    ],
)
def test_numbers_are_read(written: str, value: float) -> None:
    assert value_of(written) == pytest.approx(value)


@given(st.floats(1, 2000), st.sampled_from(["west", "north-east", "SSE"]))
def test_a_point_lies_as_far_as_was_said(km: float, bearing: str) -> None:
    text = f"It lies {km:.1f} km {bearing} of Northam."
    found = only(text).derived
    assert found is not None
    assert found.latitude is not None
    assert found.longitude is not None
    assert distance_km((50.0, 10.0), (found.latitude, found.longitude)) == pytest.approx(round(km, 1), abs=1e-6)


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    find_distances(Words(text), names(text))
