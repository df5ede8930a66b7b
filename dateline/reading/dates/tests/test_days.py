"""Days, months and years with their names and numbers."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from .said import FRIDAY, only, said


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2017-11-02", "2017-11-02"),
        ("2017-11-02T14:30Z", "2017-11-02T14:30Z"),
        ("11/02/89", "1989-11-02"),
        ("25/11/2016", "2016-11-25"),
        ("2.11.1989", "1989-11-02"),
        ("November 2, 2017", "2017-11-02"),
        ("Thursday, Nov. 2, 2017", "2017-11-02"),
        ("the second of November", "2017-11-02"),
        ("3 Nov '16", "2016-11-03"),
        ("May 1940", "1940-05"),
        ("Sept. 2014", "2014-09"),
        ("January nineteen ninety-seven", "1997-01"),
        ("nineteen forty-five", "1945"),
        ("the year two thousand", "2000"),
        ("mid-2016", "2016"),
        ("the '80s", "198"),
        ("the nineties", "199"),
        ("the early 1990s", "199"),
        ("the 20th century", "19"),
        ("the fifth century BC", "BC04"),
        ("44 BC", "BC0044"),
        ("the 2012", ""),
        ("spring of 1944", "1944-SP"),
        ("Christmas Eve 2016", "2016-12-24"),
        ("Easter Monday", "2018-04-02"),
        ("Good Friday 2016", "2016-03-25"),
        ("Thanksgiving", "2017-11-23"),
        ("New Year's Eve", "2017-12-31"),
        ("Memorial Day 2016", "2016-05-30"),
    ],
)
def test_dates_are_read(text: str, value: str):
    """As they stand in the text, whole."""
    assert said(text) == ({text: value} if value else {})


def test_the_day_of_a_wire_storys_first_line():
    """A shortened month without a full stop is one beside a number."""
    assert said("DAMASCUS, Nov 2 (Reuters) - Troops advanced.") == {"Nov 2": "2017-11-02"}


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("from 2 to 4 November", ["2017-11-02", "2017-11-04"]),
        ("Nov. 3-5, 2016", ["2016-11-03", "2016-11-05"]),
        ("Nov. 30 to Dec. 2, 2016", ["2016-11-30", "2016-12-02"]),
        ("between March and May 2016", ["2016-03", "2016-05"]),
        ("the war of 1939-45", ["1939", "1945"]),
        ("World War I (1914–1918)", ["1914", "1918"]),
    ],
)
def test_both_ends_are_read(text: str, values: list[str]):
    """The first end takes from the second what it does not say itself."""
    assert list(said(text).values()) == values


@pytest.mark.parametrize(
    "text",
    [
        "It cost $1990.",
        "Some 1990 soldiers and 2,000 civilians came.",
        "He may march on.",
        "May told them so; Jan laughed.",
        "The 36-year-old, aged 20 years, and her 55 years old man.",
        "Three-quarters of it fell.",
        "On 31 April 20177 people",
        "The fall of Kabul",
        "90s",
    ],
)
def test_what_names_no_time(text: str):
    """Sums, people, ages, shares and what is in no calendar."""
    assert not [value for value in said(text).values() if value[:4].isdecimal()]


@pytest.mark.parametrize("text", ["the 2012 elections", "its 1990 invasion", "bonds due in 1993", "(1993)"])
def test_a_year_before_a_noun(text: str):
    """Is one where nothing can be counted by it."""
    assert [value for value in said(text).values() if value in ("2012", "1990", "1993")]


def test_an_instant_covers_what_is_said():
    """From the first instant to the first that is no longer meant."""
    mention = only("early November 2016")
    assert (mention.begins, mention.ends) == (datetime(2016, 11, 1), datetime(2016, 12, 1))  # noqa: DTZ001
    assert (mention.precision, mention.mod, mention.basis) == ("month", "START", "explicit")


def test_a_moment_of_publication_is_its_day():
    """Whoever has a time of publication may hand it over."""
    assert said("yesterday", datetime(2017, 11, 3, 23, 59, tzinfo=UTC)) == said("yesterday", FRIDAY)


@pytest.mark.parametrize("published", [date(1, 1, 1), date(9999, 12, 31)])
def test_the_calendar_has_ends(published: date):
    """What would lie outside is left out."""
    text = "yesterday, tomorrow, last year, two centuries ago, Nov. 5, Monday, next week, a year later, last night"
    assert isinstance(said(text, published), dict)
