"""Somebody else's words are known again, and what everybody says or quotes is nobody's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.screening import LONGEST, Other, Reason, Submission, own_words
from dateline.screening.phases import copies
from dateline.screening.view import view_of

SAID = (
    "The water at the bridge rose by another forty centimetres last night, and the volunteers who carried sandbags "
    "until three in the morning say that nobody from the county came to look."
)
OTHER = Other(7, SAID)
LINK = "https://cheap.example/sandbags"


def found(text: str, *others: Other, **more: object) -> list[Reason]:
    submission = Submission(text=text, others=others or (OTHER,), **{"accepted": 3, **more})  # type: ignore[arg-type]
    return list(copies.examine(submission, view_of(text)))


@pytest.mark.parametrize(
    "copy",
    [
        SAID,
        SAID.upper(),
        SAID.replace("forty", "thirty"),
        SAID.replace("bridge", "brіdge"),
        f"Well. {SAID}",
    ],
)
def test_a_copy_is_held_and_names_what_it_copies(copy: str):
    [reason] = found(copy)
    assert (reason.code, reason.weight, reason.kind) == ("copy", 1.0, "spam")
    assert reason.told == "Nearly the words of comment 7, by somebody else."


@pytest.mark.parametrize(
    "copy",
    [
        f"{SAID} {LINK}",
        f"{LINK}\n{SAID}",
        SAID.replace("bridge", f"[bridge]({LINK})"),
        f"{SAID} I have bought mine for very little money here: {LINK}",
        f"{SAID} mailto:win@money.example",
        f"{SAID} HTTP://CHEAP.EXAMPLE",
    ],
)
def test_a_copy_with_a_link_added_says_so(copy: str):
    [reason] = found(copy)
    assert reason.told == "Nearly the words of comment 7, by somebody else, with a link added."
    assert own_words(copy).ends
    assert set(own_words(copy).ends or ()) & set(own_words(SAID).ends or ())


def test_eight_words_with_a_link_are_a_copy_and_without_one_they_are_what_people_say():
    said = Other(7, "Thank you all for reporting on this so calmly")
    assert not found(said.text, said)
    assert found(f"{said.text} {LINK}", said)


@pytest.mark.parametrize(
    "text",
    [
        "Thank you!",
        "I agree.",
        "I agree with every word of this, thank you.",
        f"> {SAID}\n\nThat is not true: the county came at four.",
        f"> {SAID}",
        f"> {SAID}\n{LINK}",
        "Last night the county came to the bridge at last; the water has fallen by ten centimetres since then.",
        "",
    ],
)
def test_common_sentences_quotations_and_other_words_are_no_copy(text: str):
    assert not found(text)
    assert not found(text, Other(7, text if text[:1] != ">" and "county" not in text else SAID))


def test_the_link_that_was_there_before_is_not_added():
    [reason] = found(f"{SAID} {LINK}", Other(7, f"{SAID} {LINK}"))
    assert reason.told == "Nearly the words of comment 7, by somebody else."


def test_the_likest_is_named():
    near = Other(9, SAID.replace("three in the morning", "the early hours of this morning"))
    assert found(SAID, near, OTHER)[0].facts == {"comment": 7}


def test_who_works_here_may_say_it_again():
    assert not found(SAID, trusted=True)


def test_what_is_short_or_quoted_is_filed_nowhere():
    assert own_words("Thank you!").ends is None
    assert own_words(f"> {SAID}\nNo.").ends is None
    assert own_words(f"See {LINK} and www.more.example/{'x ' * 3}").ends is None


@given(st.text(max_size=300))
def test_the_same_words_are_filed_under_the_same_numbers(text: str):
    ends = own_words(text).ends
    assert ends == own_words(text).ends
    assert ends is None or all(0 <= end < 2**32 for end in ends)


@pytest.mark.parametrize("run", ["> ", "\n>", "http://", "www.", " >" * 3, "mailto:a"])
def test_hostile_text_is_read(run: str):
    own_words(run * LONGEST)
