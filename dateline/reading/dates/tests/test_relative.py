"""Times that are counted from the publication, or from the date before them."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.reading.dates import read_dates

from .said import FRIDAY, only, said


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("yesterday", "2017-11-02"),
        ("the day before yesterday", "2017-11-01"),
        ("last week", "2017-W43"),
        ("this month", "2017-11"),
        ("next year", "2018"),
        ("the weekend", "2017-W43-WE"),
        ("next weekend", "2017-W44-WE"),
        ("last June", "2017-06"),
        ("last December", "2016-12"),
        ("next March", "2018-03"),
        ("April of last year", "2016-04"),
        ("last summer", "2017-SU"),
        ("last winter", "2016-WI"),
        ("ten days ago", "2017-10-24"),
        ("nearly two weeks ago", "2017-W42"),
        ("five months ago", "2017-06"),
        ("three hours ago", "2017-11-03"),
        ("several years ago", "PAST_REF"),
        ("two years from now", "2019"),
        ("the near future", "FUTURE_REF"),
        ("year-end", "2017"),
        ("last Friday", "2017-10-27"),
        ("next Friday", "2017-11-10"),
        ("Friday of last week", "2017-10-27"),
    ],
)
def test_from_the_publication(text: str, value: str):
    """As precise as their unit."""
    assert said(f"It was so in {text}.").get(text) == value


def test_the_weekday_of_the_publication_is_that_day():
    """A paper of Friday that says Friday means its own day, also with other words behind it."""
    assert said("It ended on Friday after prayers.") == {"Friday": "2017-11-03"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The council will meet on Tuesday.", "2017-11-07"),
        ("The council met on Tuesday.", "2017-10-31"),
        ("On Tuesday, the council is expected to vote.", "2017-11-07"),
        ("The offer stands until Tuesday.", "2017-11-07"),
        ("Feb. 28 was cold.", "2017-02-28"),
        ("He will speak on April 7.", "2018-04-07"),
        ("Holders of record Nov. 10 were told of it.", "2017-11-10"),
        ("It opened in December.", "2016-12"),
    ],
)
def test_the_tense_decides(text: str, value: str):
    """Which of two days is meant is said by the verbs around it, unless one is far nearer."""
    assert list(said(text).values()) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("By Wednesday it had burned out.", "2017-11-01"),
        ("It will be open by Wednesday, officials said.", "2017-11-08"),
        ("The road stays shut until Wednesday.", "2017-11-08"),
    ],
)
def test_a_deadline_may_be_over(text: str, value: str) -> None:
    assert only(text).value == value


def test_the_day_of_the_week_helps_to_find_the_year():
    """Where two years are about as far; a near date stays, for a wrong weekday is asked about."""
    june = date(2009, 6, 15)
    assert said("It will be open on Tuesday, March 17.", june) == {"Tuesday, March 17": "2009-03-17"}
    assert said("It fell on Friday, November 2.") == {"Friday, November 2": "2017-11-02"}


def test_the_date_before_is_what_later_counts_from():
    """What is inherited says so, and from what."""
    text = (
        "It fell on 26 October. On the same day they left; two days later they came back; the next morning was quiet."
    )
    mentions = read_dates(text, FRIDAY)
    assert [each.value for each in mentions] == ["2017-10-26", "2017-10-26", "2017-10-28", "2017-10-29TMO"]
    assert [each.basis for each in mentions] == ["year-inferred", "inherited", "inherited", "inherited"]
    assert mentions[2].anchor == "2017-10-26"


def test_no_day_is_counted_from_a_year():
    """What is finer than all that was named hangs on the last day that was, or on none."""
    text = "It fell on 26 October, as it had in 1987. Two days later they left."
    assert said(text)["Two days later"] == "2017-10-28"
    assert said("It fell in 1987. Two days later they left.") == {"1987": "1987", "Two days": "P2D"}
    assert said("It rose from a month earlier.") == {"a month earlier": "2017-10"}


@pytest.mark.parametrize(
    ("text", "value"), [("earlier in the week", "2017-W44"), ("the end of the month", "2017-11"), ("the year", "2017")]
)
def test_what_is_present_needs_no_this(text: str, value: str):
    """Where the words around it say so."""
    assert said(f"It came by {text}.") == {text: value}


def test_no_date_in_the_text_moves_the_publication():
    """A date that stands above a text, of its archive say, is none that others hang on."""
    text = "JULY 2020\n\nOn November 2 the army advanced. It had begun last week."
    assert said(text) == {"JULY 2020": "2020-07", "November 2": "2017-11-02", "last week": "2017-W43"}


def test_a_guessed_year_says_that_it_is_guessed():
    """And what it was guessed from."""
    assert (only("It fell on Nov. 2.").basis, only("It fell on Nov. 2.").anchor) == ("year-inferred", "2017-11-03")


WAR = (
    "The war began on 1 September 1939. On 3 September others joined. In October 1940 the army moved; in January it"
    " turned back. On 22 June 1941 a second front opened. The following day the city was bombed. On the night of 5 July"
    " the bridge fell. Two days later, in mid-1943, all was over."
)


def test_a_narrative_carries_its_year_along():
    """A text about other years: each date hangs on the one before."""
    assert list(said(WAR).values())[:7] == [
        *("1939-09-01", "1939-09-03", "1940-10", "1941-01", "1941-06-22", "1941-06-23", "1941-07-05TNI"),
    ]


def test_news_with_a_few_old_years_stays_news():
    """Whoever speaks of yesterday and Tuesday speaks of the present."""
    text = (
        "Born on 2 May 1940, married in 1963, elected in June 1970. Yesterday she spoke; on Nov. 1 she had fallen ill."
    )
    assert said(text)["Nov. 1"] == "2017-11-01"


def test_whoever_knows_better_says_what_a_text_is():
    """A narrative, or none."""
    named = {True: "1941-03-03", False: "2017-03-03"}
    for narrative, value in named.items():
        mentions = read_dates("In 1941 it began. On March 3 it ended.", date(2017, 5, 5), narrative=narrative)
        assert mentions[-1].value == value
