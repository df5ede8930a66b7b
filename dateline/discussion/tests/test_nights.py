"""A night lasts from one hour to the next such other hour, by the newsroom's clocks, whatever these do in it."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.discussion.nights import night_ends

BERLIN, KATHMANDU, NEW_YORK = ZoneInfo("Europe/Berlin"), ZoneInfo("Asia/Kathmandu"), ZoneInfo("America/New_York")
TEN, SIX = time(22), time(6)


def at(words: str) -> datetime:
    return datetime.fromisoformat(words).astimezone(UTC)


@pytest.mark.parametrize(
    ("now", "ends"),
    [
        ("2025-11-14T21:59:59+01:00", None),
        ("2025-11-14T22:00:00+01:00", "2025-11-15T06:00:00+01:00"),
        ("2025-11-15T00:30:00+01:00", "2025-11-15T06:00:00+01:00"),
        ("2025-11-15T05:59:59+01:00", "2025-11-15T06:00:00+01:00"),
        ("2025-11-15T06:00:00+01:00", None),
    ],
)
def test_a_night_goes_over_midnight(now: str, ends: str | None):
    assert night_ends(at(now), TEN, SIX, BERLIN) == (at(ends) if ends else None)


def test_hours_may_also_lie_within_one_day():
    assert night_ends(at("2025-11-14T13:30:00+01:00"), time(13), time(14), BERLIN) == at("2025-11-14T14:00:00+01:00")
    assert night_ends(at("2025-11-14T12:59:00+01:00"), time(13), time(14), BERLIN) is None


def test_two_hours_that_are_the_same_are_no_night():
    assert night_ends(at("2025-11-14T22:00:00+01:00"), TEN, TEN, BERLIN) is None


@pytest.mark.parametrize(
    ("evening", "hours"),
    [("2025-03-29T22:00:00+01:00", 7), ("2025-10-25T22:00:00+02:00", 9), ("2025-11-14T22:00:00+01:00", 8)],
)
def test_the_night_in_which_clocks_are_changed_is_an_hour_shorter_or_longer(evening: str, hours: int):
    begins = at(evening)
    assert night_ends(begins, TEN, SIX, BERLIN) == begins + timedelta(hours=hours)


def test_an_hour_that_comes_twice_ends_the_night_the_first_time():
    first = at("2025-10-26T02:30:00+02:00")
    assert night_ends(first - timedelta(minutes=1), TEN, time(2, 30), BERLIN) == first
    assert night_ends(first + timedelta(minutes=45), TEN, time(2, 30), BERLIN) is None


MOMENTS = st.integers(0, 10 * 365 * 24 * 3600).map(
    lambda second: datetime(2020, 1, 1, tzinfo=UTC) + timedelta(0, second)
)
HOURS = st.times().map(lambda hour: hour.replace(second=0, microsecond=0))


@given(now=MOMENTS, begins=HOURS, ends=HOURS, zone=st.sampled_from([BERLIN, KATHMANDU, NEW_YORK, ZoneInfo("UTC")]))
def test_a_night_is_one_stretch_whose_end_is_known_throughout(now: datetime, begins: time, ends: time, zone: ZoneInfo):
    over = night_ends(now, begins, ends, zone)
    if over is None:
        return
    assert now < over <= now + timedelta(hours=25)
    assert night_ends(now + (over - now) / 2, begins, ends, zone) == over
    assert night_ends(over - timedelta(microseconds=1), begins, ends, zone) == over
    assert night_ends(over, begins, ends, zone) != over


@given(now=MOMENTS, begins=HOURS, ends=HOURS)
def test_where_clocks_are_never_changed_the_clock_on_the_wall_decides(now: datetime, begins: time, ends: time):
    wall = now.astimezone(KATHMANDU).time()
    is_night = begins <= wall < ends if begins < ends else (wall >= begins or wall < ends)
    assert (night_ends(now, begins, ends, KATHMANDU) is not None) == (is_night and begins != ends)
