"""A month begins once, ends where the next begins, and every instant lies in exactly one."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.lib.clock import month_bounds, month_of, next_month, previous_month

ZONES = [
    "UTC",
    "America/New_York",
    "Asia/Kathmandu",
    "Pacific/Kiritimati",
    "America/St_Johns",
    "America/Asuncion",
    "Australia/Lord_Howe",
]
zones = st.sampled_from(ZONES).map(ZoneInfo)
instants = st.datetimes(datetime(1985, 1, 1), datetime(2040, 1, 1)).map(lambda moment: moment.replace(tzinfo=UTC))  # noqa: DTZ001 - zoned by the map
SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("zone", "year", "month", "starts_at"),
    [
        ("America/New_York", 2025, 11, "2025-11-01T04:00:00+00:00"),
        ("America/New_York", 2025, 12, "2025-12-01T05:00:00+00:00"),
        ("Asia/Kathmandu", 2026, 1, "2025-12-31T18:15:00+00:00"),
        ("Pacific/Kiritimati", 2026, 1, "2025-12-31T10:00:00+00:00"),
        ("Europe/Berlin", 2026, 4, "2026-03-31T22:00:00+00:00"),
        # Midnight of the first was skipped: the clocks went from 24:00 to 01:00.
        ("America/Asuncion", 2023, 10, "2023-10-01T04:00:00+00:00"),
        # Midnight of the first came twice: at 00:01 the clocks went back to 23:01. The month begins at the first one.
        ("America/St_Johns", 2009, 11, "2009-11-01T02:30:00+00:00"),
        # The clocks went from 23:30 of the 30th to 00:30 of the 31st, a day before the month: an ordinary midnight.
        ("America/Toronto", 1919, 4, "1919-04-01T04:00:00+00:00"),
    ],
)
def test_a_month_begins_at_its_first_instant(zone: str, year: int, month: int, starts_at: str) -> None:
    start, _ = month_bounds(year, month, ZoneInfo(zone))

    assert start.isoformat() == starts_at
    assert start.astimezone(ZoneInfo(zone)).day == 1


@given(instants, zones)
def test_every_instant_lies_in_its_month(instant: datetime, zone: ZoneInfo) -> None:
    year, month = month_of(instant, zone)
    start, end = month_bounds(year, month, zone)

    assert start <= instant < end


@given(st.integers(1985, 2040), st.integers(1, 12), zones)
def test_months_leave_no_gap_and_no_overlap(year: int, month: int, zone: ZoneInfo) -> None:
    start, end = month_bounds(year, month, zone)

    assert end == month_bounds(*next_month(year, month), zone)[0]
    assert month_of(start, zone) == (year, month) == month_of(end - SECOND, zone)
    assert month_of(end, zone) == next_month(year, month)
    assert previous_month(*next_month(year, month)) == (year, month)


def test_the_hour_that_runs_twice_over_a_months_end_stays_in_the_new_month() -> None:
    again = datetime(2009, 11, 1, 2, 45, tzinfo=UTC)  # 23:15 on 31 October by the wall, for the second time

    assert again.astimezone(ZoneInfo("America/St_Johns")).month == 10
    assert month_of(again, ZoneInfo("America/St_Johns")) == (2009, 11)


def test_an_instant_without_a_zone_belongs_to_no_month() -> None:
    with pytest.raises(ValueError, match="zone"):
        month_of(datetime(2025, 1, 1), ZoneInfo("UTC"))  # noqa: DTZ001 - that is the point
