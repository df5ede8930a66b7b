"""What is asked about, on hand-made values."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reading import checks
from dateline.reading.checks.far import judged
from dateline.reading.checks.given import Moved, Placed, Recorded, Stated, Told

NORTHAM, SOUTHAM = (50.0, 10.0), (49.0, 10.0)  # 111.2 km apart, one north of the other


def stated(km: float | None = 111, bearing: float | None = None, **other: object) -> Stated:
    """A statement about Northam, from Southam."""
    values = {"text": "so far", "start": 5, "end": 11, "qualifier": "", "of": "Southam", "of_point": SOUTHAM}
    values |= {"subject": "Northam", "subject_point": NORTHAM}
    return Stated(km=km, bearing=bearing, **(values | other))


def told(km: float, day: int, hour: int = 0, by_hour: bool = False, of: str = "Northam", **way: Any) -> Told:
    """How far from Northam somebody was on a day of May."""
    return Told(
        km, of, datetime.combine(date(2031, 5, day), time(hour)), by_hour, day, day + 1, **({"aimed": True} | way)
    )


@pytest.mark.parametrize(
    ("km", "code"),
    [(111, []), (120, []), (98, []), (1110, ["distance"]), (11.1, ["distance"]), (172, ["distance-asked"])],
)
def test_a_distance_is_held_against_the_straight_line(km: float, code: list[str]) -> None:
    assert [one.code for one in checks.wrong_distances([stated(km)])] == code


def test_a_question_states_both_numbers_and_where() -> None:
    [found] = checks.wrong_distances([stated(1110)])
    assert found.values == {"stated": 1110, "measured": 111, "of": "Southam", "subject": "Northam"}
    assert (found.start, found.end) == (5, 11)
    assert found.message % found.values == (
        "You wrote 1110 km; from Southam to Northam it is 111 km in a straight line."
    )


@pytest.mark.parametrize(
    ("said", "measured", "qualifier", "code"),
    [
        (45, 20, "less than", ""),
        (45, 120, "less than", "distance"),
        (45, 120, "more than", ""),
        (45, 12, "more than", "distance"),
        (5, 9, "", ""),
        (3, 0.5, "", ""),
    ],
)
def test_what_was_only_a_bound_is_held_as_one(said: float, measured: float, qualifier: str, code: str) -> None:
    assert judged(said, measured, qualifier) == code


@given(st.floats(0.1, 5000))
def test_what_is_right_is_never_asked_about(km: float) -> None:
    assert judged(km, km) == ""


@given(st.floats(20, 5000))
def test_a_nought_too_many_is_always_seen(km: float) -> None:
    assert judged(10 * km, km) == "distance"


def test_without_both_places_nothing_is_asked() -> None:
    assert list(checks.wrong_distances([stated(1110, subject_point=None), stated(1110, of_point=None)])) == []


@pytest.mark.parametrize(("bearing", "count"), [(0, 0), (60, 0), (300, 0), (90, 1), (180, 1)])
def test_a_direction_is_held_against_the_bearing(bearing: float, count: int) -> None:
    assert len(list(checks.wrong_bearings([stated(bearing=bearing)]))) == count


def test_places_side_by_side_have_no_direction() -> None:
    assert list(checks.wrong_bearings([stated(1, 180, subject_point=(49.01, 10.0))])) == []


def test_opposite_directions_of_one_thing_are_asked_about() -> None:
    west, east = stated(45, 270), stated(45, 90, start=90, end=95)
    [found] = checks.opposite_directions([west, east])
    assert (found.code, found.start) == ("opposite", 90)


def test_opposite_directions_of_two_things_are_none() -> None:
    west = stated(45, 270, subject="the army")
    assert list(checks.opposite_directions([west, stated(90, 90, subject="the fleet")])) == []
    assert list(checks.opposite_directions([west, stated(45, 90, of="Eastham")])) == []


@pytest.mark.parametrize(
    ("before", "after", "count"),
    [
        (told(70, 1), told(45, 2), 0),
        (told(450, 1), told(45, 3), 1),
        (told(70, 1), told(1, 1), 1),
        (told(50, 1, 6, True), told(30, 1, 10, True), 1),
        (told(450, 1), told(45, 3, of="Eastham"), 0),
    ],
)
def test_a_rate_is_held_against_what_forces_gain(before: Told, after: Told, count: int) -> None:
    assert len(list(checks.too_fast([after, before]))) == count


@pytest.mark.parametrize(("km", "hours", "count"), [(10, 48, 0), (100, 8, 1), (5, 1, 0), (150, 48, 1), (120, 48, 0)])
def test_a_way_with_its_hours_is_a_rate(km: float, hours: float, count: int) -> None:
    assert len(list(checks.too_fast([], [Moved(km, hours, 0, 5)]))) == count


def test_who_came_near_is_not_farther_off_later() -> None:
    told_of = [told(45, 1), told(70, 2)]
    [found] = checks.out_of_order(told_of, "They are 70 km off.")
    assert found.values["earlier"] == date(2031, 5, 1)
    assert (found.values["before"], found.values["after"]) == (45, 70)


@pytest.mark.parametrize("text", ["They withdrew to the river.", "They were pushed back."])
def test_unless_they_went_back(text: str) -> None:
    assert list(checks.out_of_order([told(45, 1), told(70, 2)], text)) == []


def test_two_who_make_for_nothing_in_common_are_on_two_ways() -> None:
    army, fleet = frozenset(["army"]), frozenset(["fleet"])
    assert list(checks.out_of_order([told(45, 1, aimed=False), told(70, 2)], "")) == []
    assert list(checks.out_of_order([told(45, 1, aimed=False, who=army), told(70, 2, who=fleet)], "")) == []
    assert list(checks.too_fast([told(450, 1, aimed=False, who=army), told(45, 2, who=fleet)])) == []
    alone = {"aimed": False, "who": army}
    assert len(list(checks.out_of_order([told(45, 1, **alone), told(60, 1, who=fleet), told(70, 2, **alone)], ""))) == 1


def test_two_distances_of_one_day_have_no_order() -> None:
    assert list(checks.out_of_order([told(45, 1), told(70, 1)], "")) == []


@pytest.mark.parametrize(
    ("point", "count"),
    [((34.5, 40.5), 0), ((36.2, 44.0), 0), ((48.8, 2.3), 1), ((30.0, 40.5), 1)],
)
def test_a_place_outside_of_the_situation_is_asked_about(point: tuple[float, float], count: int) -> None:
    placed = [Placed("Paris", point, 0, 5), Placed("Paris", point, 20, 25)]
    assert len(list(checks.outside_extent(placed, (38.0, 33.0, 44.0, 37.0)))) == count


@pytest.mark.parametrize(("longitude", "count"), [(179.5, 0), (-179.5, 0), (0.0, 1), (170.0, 1), (-170.0, 1)])
def test_an_extent_may_cross_the_180th_meridian(longitude: float, count: int) -> None:
    placed = [Placed("Taveuni", (-17.0, longitude), 0, 5)]
    assert len(list(checks.outside_extent(placed, (177.0, -20.0, -178.0, -15.0)))) == count


@pytest.mark.parametrize(
    ("headline", "text", "said"),
    [
        ("Only 45Km left", "They are 450 km west of it.", "450 km"),
        ("Fire kills: 12 dead", "At least 14 people were killed.", "14 people"),
        ("Three boats lost", "Four boats were lost on Monday.", "Four boats"),
    ],
)
def test_a_headline_that_says_otherwise_is_asked_about(headline: str, text: str, said: str) -> None:
    [found] = checks.other_numbers(headline, text)
    assert (found.values["said"], text[found.start : found.end]) == (said, said)


@pytest.mark.parametrize(
    ("headline", "text"),
    [
        ("Only 45Km left", "They advanced 5 km. They are 45 km west of it."),
        ("12 dead", "Twelve people were killed."),
        ("12 dead", "The fire burned for 14 hours."),
        ("On May 3 it rained", "It rained on May 4."),
        ("A boat is lost", "Four boats were seen."),
        ("", "Four boats."),
    ],
)
def test_a_headline_that_says_the_same_is_not(headline: str, text: str) -> None:
    assert list(checks.other_numbers(headline, text)) == []


@given(st.text(max_size=80), st.text(max_size=200))
def test_any_headline_can_be_read(headline: str, text: str) -> None:
    list(checks.other_numbers(headline, text))


def claim(day: int, confirmed: bool = False, place: str = "own:1", said: str = "") -> Recorded:
    """A claim about the army as of a day of May."""
    return Recorded("army", place, datetime.combine(date(2031, 5, day), time()), said, confirmed, 3, 9)


def test_what_was_confirmed_later_makes_a_claim_old() -> None:
    known = [claim(4, True, said="40 km"), claim(6, True, said="20 km"), claim(7, False)]
    [found] = checks.superseded([claim(3, said="45 km")], known)
    assert (found.values["later"], found.values["later_date"]) == ("20 km", date(2031, 5, 6))


def test_what_is_older_or_elsewhere_or_unconfirmed_does_not() -> None:
    known = [claim(3, True), claim(9, True, place="own:2"), claim(9, False)]
    assert list(checks.superseded([claim(3)], known)) == []
