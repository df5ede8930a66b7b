"""Copies are found under one of four numbers, and what is not alike is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.screening import ALIKE, gist_of, likeness

SCAM = (
    "Google is now paying $97 per hour to work from home. My friend Anna made $9,752 last month doing this and "
    "bought a brand new Land Rover. Visit the site and click on the tab for more info http://jobs{}.example now"
)


def meet(one: str, other: str) -> bool:
    """Whether the two are found under a number that they have in common."""
    return not set(gist_of(one)).isdisjoint(gist_of(other))


@pytest.mark.parametrize(
    "copy",
    [
        SCAM.format(7),
        SCAM.format(1).upper(),
        SCAM.format(1).replace("97", "85").replace("9,752", "8,113"),
        SCAM.format(1).replace("o", "о"),
        SCAM.format(1).replace("Anna", "Peter"),
        "  " + SCAM.format(1).replace(" ", "\n"),
    ],
)
def test_copies_with_another_name_sum_or_link_meet(copy: str):
    assert meet(SCAM.format(1), copy)
    assert likeness(SCAM.format(1), copy) >= ALIKE


def test_what_two_people_say_about_one_thing_does_not_meet():
    one = "The water at the bridge rose by another forty centimetres last night, and nobody from the county came."
    other = "Last night the county came to the bridge at last; the water has fallen by ten centimetres since then."
    assert not meet(one, other)
    assert likeness(one, other) < ALIKE


def test_short_words_are_alike_only_where_they_are_the_same():
    assert meet("Thank you!", "thank  YOU!")
    assert not meet("Thank you!", "Thank you all!")


def test_scripts_without_blanks_have_runs_too():
    assert meet(
        "谷歌现在每小时支付九十七美元在家工作的人请联系我们", "谷歌现在每小时支付九十七美元在家工作的人请联系他们"
    )


def test_no_words_are_filed_nowhere():
    assert gist_of("") == ()
    assert gist_of(" \n") == ()


def test_of_a_hundred_copies_with_other_names_all_but_a_few_meet():
    copies = [SCAM.format(1).replace("Anna", f"Anna{chr(97 + n % 26)}{chr(97 + n // 26)}") for n in range(100)]
    assert sum(meet(SCAM.format(1), copy) for copy in copies) >= 97


@given(st.text(max_size=200))
def test_the_same_words_always_meet(text: str):
    gist = gist_of(text)
    assert gist == gist_of(text)
    if gist:
        assert likeness(text, text) == 1.0
        assert all(0 <= number < 2**32 for number in gist)
