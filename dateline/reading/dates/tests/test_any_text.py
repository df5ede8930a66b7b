"""What holds for every text and every day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reading.dates import check_dates, dates_in, ranges, read_dates
from dateline.reading.dates.english.words import WORDS
from dateline.reading.dates.german.words import WORDS as GERMAN_WORDS
from dateline.reading.dates.values import is_well_formed

from .said import FRIDAY

MARKS = [
    *".,-–'’()/:%$",
    " ",
    "\n\n",
    "o'clock",
    "1990s",
    "’s",
    "'98",
    "2017-02-30",
    "31/12/99",
    "24:00",
    "1st",
    "0",
    "\u0660",
]
NUMBERS = [str(number) for number in (1, 2, 29, 30, 31, 36, 45, 99, 1400, 1939, 2016, 9999, 10**12)]
WORDS_OF = {
    language: sorted({word for entries in words.values() for word in entries})
    for language, words in (("en", WORDS), ("de", GERMAN_WORDS))
}
SPEECHES = st.sampled_from(["en", "de"]).flatmap(
    lambda language: st.tuples(
        st.just(language),
        st.lists(
            st.one_of(st.sampled_from(MARKS + NUMBERS), st.sampled_from(WORDS_OF[language]).map(str.capitalize)),
            max_size=40,
        ).map(" ".join),
    )
)
DAYS = st.dates()


@given(text=st.text(max_size=300), published=DAYS)
def test_any_text_is_read(text: str, published: date):
    """Nothing that a text holds is too much."""
    assert all(text[each.start : each.end] == each.text for each in read_dates(text, published))


@given(speech=SPEECHES, published=DAYS)
def test_spans_are_slices_and_values_well_formed(speech: tuple[str, str], published: date):
    """Also where the words of time come in no order that anybody would write."""
    language, text = speech
    dates = dates_in(text, published, language=language)
    after = 0
    for each in dates.mentions:
        assert after <= each.start < each.end <= len(text)
        assert text[each.start : each.end] == each.text
        assert is_well_formed(each.value), each
        assert (each.begins is None) == (each.ends is None)
        assert each.begins is None or each.begins < each.ends
        after = each.end
    assert all(first.begins < last.ends for first, last in ranges(text, dates.mentions))
    assert all(each.message % each.values for each in check_dates(dates))


FORMS = (
    "{day:%Y-%m-%d}",
    "{day:%m}/{day:%d}/{day:%Y}",
    "{day:%B} {day.day}, {day:%Y}",
    "{day.day} {day:%b} {day:%Y}",
    "{day:%A}, {day:%B} {day.day}",
    "{day:%b}. {day.day}",
)


@pytest.mark.parametrize("form", FORMS)
def test_every_day_of_a_leap_year_comes_back(form: str):
    """Whichever way it is written, published on that day."""
    for number in range(366):
        day = date(2016, 1, 1) + timedelta(days=number)
        written = form.format(day=day).replace("May.", "May")
        (mention,) = read_dates(f"On {written} it fell.", day)
        assert (mention.text, mention.value) == (written, day.isoformat())


LONG = 100_000
RUNS = [
    "1",
    "1 ",
    " ",
    "\n",
    "the the ",
    "a.",
    "1,",
    "1-",
    "Nov. ",
    "Nov. 3-",
    "one hundred and ",
    "a year ",
    "the end of ",
    "’s",
]


@pytest.mark.parametrize("run", RUNS)
def test_no_text_is_slow(run: str, quickest):
    """A hundred thousand characters of what rules repeat: as many words of news take less than a tenth of the limit."""
    text = (run * (LONG // len(run) + 1))[:LONG]
    assert quickest(lambda: check_dates(dates_in(text, FRIDAY))) < 5
