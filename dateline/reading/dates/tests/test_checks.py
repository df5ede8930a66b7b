"""What is asked about the dates of a text."""

from __future__ import annotations

import pytest

from dateline.reading.dates import Check, check_dates, dates_in, ranges, read_dates

from .said import FRIDAY


def asked(text: str, language: str = "en") -> list[Check]:
    """All checks of a text of Friday, 3 November 2017."""
    return check_dates(dates_in(text, FRIDAY, language=language))


def test_a_weekday_that_is_not_that_days():
    """Both are stated, and where they stand."""
    text = "On Monday, 2 November 2017 the army left."
    (check,) = asked(text)
    assert (check.code, check.values) == ("weekday", {"said": "Monday", "date": "2017-11-02", "weekday": "Thursday"})
    assert text[slice(*check.span)] == "Monday, 2 November 2017"
    assert check.message % check.values == "You wrote Monday; 2017-11-02 is a Thursday."


@pytest.mark.parametrize(
    ("text", "said", "days"),
    [
        ("On 36 October it fell.", "36 October", "31"),
        ("It was cold on 30 Feb.", "30 Feb.", "29"),
        ("On February 29, 2017, it fell.", "February 29, 2017", "28"),
        ("It fell on April 31.", "April 31", "30"),
        ("It fell on the 32nd of May 2016.", "32nd of May 2016", "31"),
    ],
)
def test_a_day_that_no_month_has(text: str, said: str, days: str):
    """With how many it has."""
    assert [(each.code, each.values) for each in asked(text)] == [("impossible", {"said": said, "days": days})]


def test_a_day_to_come_that_is_told_as_past():
    """With the day of publication beside it."""
    (check,) = asked("On 1 December 2017 the town was taken.")
    assert check.code == "to-come"
    assert check.values == {"said": "1 December 2017", "date": "2017-12-01", "published": "2017-11-03"}


def test_a_date_without_a_year_that_is_far_off():
    """It is asked about, with how far."""
    (check,) = asked("It fell on March 1.")
    assert (check.code, check.values) == ("no-year", {"said": "March 1", "date": "2017-03-01", "days": "247"})


@pytest.mark.parametrize(
    "text",
    [
        "On Thursday, 2 November 2017 the army left.",
        "It is expected to end on 1 December 2017.",
        "In October 50 people died.",
        "It fell on Oct. 26, and on 29 February 2016.",
        "He was 36 in October.",
        "It fell on Monday, and last Monday too.",
    ],
)
def test_what_is_right_is_not_asked_about(text: str):
    """No check may cry wolf."""
    assert asked(text) == []


def test_checks_come_in_the_order_of_the_text():
    """Whatever they are about."""
    text = "On 1 December 2017 it was taken. On 36 October it fell. On Monday, 2 November 2017, all left."
    assert [each.code for each in asked(text)] == ["to-come", "impossible", "weekday"]


def test_checks_of_german():
    """The same ones."""
    text = "Am Montag, den 2. November 2017, fiel die Stadt. Am 36. Oktober fiel sie."
    assert [each.code for each in asked(text, "de")] == ["weekday", "impossible"]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("from 2 to 4 November", [("2017-11-02", "2017-11-04")]),
        ("Nov. 3-5", [("2017-11-03", "2017-11-05")]),
        ("between March and May 2016", [("2016-03", "2016-05")]),
        ("1939–45", [("1939", "1945")]),
        ("in March and May 2016", []),
        ("in May 2016 to, in March 2016", []),
    ],
)
def test_two_ends_are_one_time(text: str, ends: list[tuple[str, str]]):
    """Only what is linked as such."""
    assert [(first.value, last.value) for first, last in ranges(text, read_dates(text, FRIDAY))] == ends
