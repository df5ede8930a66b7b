"""How long, how often, at what hour, in which quarter."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.reading.dates import read_dates

from .said import FRIDAY, said

OCTOBER = date(1989, 10, 26)


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("three days", "DURATION", "P3D"),
        ("a couple of weeks", "DURATION", "P2W"),
        ("more than four hours", "DURATION", "PT4H"),
        ("the past two months", "DURATION", "P2M"),
        ("the first nine months", "DURATION", "P9M"),
        ("three hundred days", "DURATION", "P300D"),
        ("twenty-four hours", "DURATION", "PT24H"),
        ("two and a half years", "DURATION", "P2.5Y"),
        ("half an hour", "DURATION", "PT30M"),
        ("two thousand years", "DURATION", "P2000Y"),
        ("a fortnight", "DURATION", "P2W"),
        ("weeks", "DURATION", "PXW"),
        ("ten-year", "DURATION", "P10Y"),
        ("several centuries", "DURATION", "PXCE"),
        ("every Monday", "SET", "XXXX-WXX-1"),
        ("each July", "SET", "XXXX-07"),
        ("annually", "SET", "XXXX"),
        ("every other day", "SET", "P1D"),
        ("the past three summers", "SET", "XXXX-SU"),
    ],
)
def test_lengths_and_repetitions(text: str, kind: str, value: str):
    """The whole phrase, with its value."""
    mentions = read_dates(f"It was so for {text}.", FRIDAY)
    assert [(each.text, each.kind, each.value) for each in mentions] == [(text, kind, value)]


@pytest.mark.parametrize("text", ["It runs twice a day.", "It costs $230,000 a day.", "It costs 50 cents a day."])
def test_so_often_or_so_much_a_day_is_no_length(text: str):
    """A unit that follows a count of times or a sum is repeated."""
    (mention,) = read_dates(text, FRIDAY)
    assert (mention.kind, mention.value) == ("SET", "P1D")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("14:30 GMT", "2017-11-03T14:30Z"),
        ("1430 GMT", "2017-11-03T14:30Z"),
        ("0830 hours", "2017-11-03T08:30"),
        ("2 p.m. on Tuesday", "2017-10-31T14:00"),
        ("12 a.m. Tuesday", "2017-10-31T00:00"),
        ("5 p.m. EST, Nov. 2", "2017-11-02T17:00"),
        ("noon Thursday", "2017-11-02T12:00"),
        ("6 o'clock", "2017-11-03T06:00"),
        ("Tuesday night", "2017-10-31TNI"),
        ("early Tuesday morning", "2017-10-31TMO"),
        ("the morning of 6 June 1944", "1944-06-06TMO"),
        ("last night", "2017-11-02TNI"),
        ("this morning", "2017-11-03TMO"),
        ("tonight", "2017-11-03TNI"),
    ],
)
def test_times_of_day(text: str, value: str):
    """An hour and its day are one; alone it is of the day that was named last."""
    assert said(f"It happened at {text}.") == {text: value}


@pytest.mark.parametrize("text", ["25:61", "13 pm", "99:00", "in the morning", "2400 dollars", "1230 people"])
def test_what_no_clock_shows(text: str):
    """Nor is a part of no day a time."""
    assert said(text) == {}


def test_two_days_beside_an_hour_stay_two():
    """An hour joins one day."""
    assert list(said("Last night, then Tuesday at 2 p.m. on Monday").values()) == [
        *("2017-11-02TNI", "2017-10-31T14:00", "2017-10-30"),
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("the third quarter", "1989-Q3"),
        ("third-quarter", "1989-Q3"),
        ("the fourth quarter", "1989-Q4"),
        ("the 1988 second quarter", "1988-Q2"),
        ("Q3 1986", "1986-Q3"),
        ("the second half of next year", "1990-H2"),
        ("fiscal 1990", "1990"),
        ("the latest quarter", "1989-Q3"),
        ("a year earlier", "1988"),
    ],
)
def test_quarters(text: str, value: str):
    """The latest that has begun, if no year is said."""
    assert said(f"Profit rose in {text}.", OCTOBER) == {text: value}


def test_a_year_ago_is_the_same_quarter():
    """Where a quarter was named just before."""
    text = (
        "Net rose in the third quarter. A year earlier it fell; the 1987 period was worse; the year-ago quarter, bad."
    )
    assert list(said(text, OCTOBER).values()) == ["1989-Q3", "1988-Q3", "1987-Q3", "1988-Q3"]


def test_what_lies_nowhere():
    """Now and recently have a value and no instant."""
    now, recently = read_dates("It is now so, and was until recently.", FRIDAY)
    assert (now.value, recently.value) == ("PRESENT_REF", "PAST_REF")
    assert now.begins is None
    assert now.precision == "unknown"
