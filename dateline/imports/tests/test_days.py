"""The year of a day that a text names is that of its publication, or the one before."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.imports.days import latest, named_days


def test_days_are_found_however_they_are_written():
    text = "On November 2 and on 3 October, after the 1st May; not on May 4, 2016, nor on February 31."
    assert list(named_days(text)) == [("November 2", 11, 2), ("3 October", 10, 3), ("1st May", 5, 1)]


@pytest.mark.parametrize(
    ("month", "day", "published", "meant"),
    [
        (11, 2, date(2017, 11, 3), date(2017, 11, 2)),
        (12, 30, date(2018, 1, 2), date(2017, 12, 30)),
        (1, 3, date(2018, 1, 2), date(2018, 1, 3)),
        (1, 1, date(2017, 12, 31), date(2018, 1, 1)),
        (2, 29, date(2019, 3, 1), date(2016, 2, 29)),
    ],
)
def test_the_nearest_such_day_that_can_have_been_is_meant(month, day, published, meant):
    assert latest(month, day, published) == meant


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(1, 12), st.integers(1, 28))
def test_no_report_tells_of_a_day_long_past_or_to_come(published, month, day):
    meant = latest(month, day, published)
    assert published - timedelta(days=366) <= meant <= published + timedelta(days=1)
    assert (meant.month, meant.day) == (month, day)
