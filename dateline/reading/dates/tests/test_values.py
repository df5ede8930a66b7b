"""What TIMEX3 values cover."""

from __future__ import annotations

from datetime import datetime

import pytest

from dateline.reading.dates.calendar import easter
from dateline.reading.dates.values import bounds, is_well_formed


@pytest.mark.parametrize(
    ("value", "begins", "ends", "precision"),
    [
        ("2016-02-29", "2016-02-29", "2016-03-01", "day"),
        ("2016-12", "2016-12-01", "2017-01-01", "month"),
        ("2016-Q4", "2016-10-01", "2017-01-01", "quarter"),
        ("2016-H2", "2016-07-01", "2017-01-01", "year"),
        ("2016-WI", "2016-12-01", "2017-03-01", "season"),
        ("2015-W53", "2015-12-28", "2016-01-04", "week"),
        ("2015-W53-WE", "2016-01-02", "2016-01-04", "week"),
        ("2016", "2016-01-01", "2017-01-01", "year"),
        ("199", "1990-01-01", "2000-01-01", "decade"),
        ("19", "1900-01-01", "2000-01-01", "unknown"),
        ("2016-02-29T14:30", "2016-02-29T14:30", "2016-02-29T14:31", "hour"),
        ("2016-02-29T14", "2016-02-29T14:00", "2016-02-29T15:00", "hour"),
        ("2016-02-29TNI", "2016-02-29T20:00", "2016-03-01T06:00", "hour"),
        ("2016-02-29T24:00", "2016-03-01T00:00", "2016-03-01T00:01", "hour"),
    ],
)
def test_a_point_covers_what_it_says(value: str, begins: str, ends: str, precision: str):
    """From its first instant to the first after it."""
    assert bounds(value) == (datetime.fromisoformat(begins), datetime.fromisoformat(ends), precision)
    assert is_well_formed(value)


@pytest.mark.parametrize(
    "value", ["P3D", "PT24H", "P2.5Y", "PXX", "XXXX-WXX-1", "PRESENT_REF", "BC0044", "BC04", "9999-WI"]
)
def test_what_lies_on_no_calendar(value: str):
    """Well formed, and without instants."""
    assert bounds(value) == (None, None, "unknown")
    assert is_well_formed(value)


@pytest.mark.parametrize("value", ["", "2017-02-30", "2015-W54", "2016-Q5", "0000", "P", "PT", "soon", "17-11-02"])
def test_what_is_no_value(value: str):
    """Or names what is in no calendar."""
    assert not is_well_formed(value)


def test_easter_of_years_that_are_known():
    """As in the tables of the churches."""
    assert [easter(year).isoformat()[5:] for year in (1818, 1954, 2000, 2016, 2038)] == [
        *("03-22", "04-18", "04-23", "03-27", "04-25"),
    ]
