"""A reference survives what banks and people do to it, and notices one wrong character and two swapped ones."""

from __future__ import annotations

import random
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.funding.bank.mod97 import check_digits, holds
from dateline.funding.bank.reference import (
    DIGITS,
    LETTERS,
    BadToken,
    new_reference,
    new_token,
    parse_references,
    written,
)

tokens = st.randoms(use_true_random=False).map(lambda chance: new_token(chance.choice))
references = tokens.map(new_reference)
noise = st.text(st.sampled_from("aehilnoRF .,-/1890\n"), max_size=20)
ALPHANUMERIC = string.digits + string.ascii_uppercase


def test_it_is_a_creditor_reference_in_three_groups() -> None:
    reference = new_reference("K7M2P4T8")
    assert written(reference) == "RF58 K7M2 P4T8"
    assert holds(reference)


def test_the_check_digits_are_those_of_the_standard() -> None:
    assert holds("RF18539007547034")  # the example that the standard's implementation guides carry


@pytest.mark.parametrize("token", ["", "K7M2P4T", "k7m2p4t9", "7K2M4P9T", "K7M2P4T0", "I7M2P4T9", "K7M2P4T9X"])
def test_a_token_of_another_form_is_refused(token: str) -> None:
    with pytest.raises(BadToken, match="four times a letter and a digit"):
        new_reference(token)


@given(references)
def test_nothing_in_it_can_be_confused(reference: str) -> None:
    assert not set("ILO01") & set(reference)
    assert len(reference) == 12


@pytest.mark.parametrize(
    "text",
    [
        "RF58K7M2P4T8",
        "rf58 k7m2 p4t8",
        "RF58-K7M2-P4T8",
        "RF 58\nK7M2 P4\r\nT8",
        "SPENDERF58K7M2P4T8DANKE",
        "F58 K7M2 P4T8",
        "58K7M2P4T8",
        "REF: 58K7M2P4T8.",
        "Reference RF58/K7M2/P4T8, from Dee",
        "R F 5 8 K 7 M 2 P 4 T 8",
        "РФ58 К7М2 Р4Т8",
        "RF58\u00a0K7M2\u202fP4T8",
        "ＲＦ５８Ｋ７Ｍ２Ｐ４Ｔ８",
        "RF٥٨ K٧M٢ P٤T٨",
    ],
)
def test_it_is_found_however_it_is_written(text: str) -> None:
    assert parse_references(text).found == ("RF58K7M2P4T8",)


@given(
    references, noise, noise, st.lists(st.sampled_from(["", " ", "-", "\n", " / ", "\r\n"]), min_size=12, max_size=12)
)
def test_blanks_lines_and_case_do_not_matter(reference: str, before: str, behind: str, between: list[str]) -> None:
    torn = "".join(character + gap for character, gap in zip(reference.lower(), between, strict=True))
    assert parse_references(f"{before} {torn} {behind}").found == (reference,)


@given(references, st.integers(2, 11), st.sampled_from(ALPHANUMERIC))
def test_one_wrong_character_is_noticed_and_guessed(reference: str, place: int, character: str) -> None:
    typed = reference[:place] + character + reference[place + 1 :]
    read = parse_references(typed)
    if typed == reference:
        assert read.found == (reference,)
    else:
        assert read.found == ()
        assert reference in read.guesses


@given(references, st.integers(2, 10))
def test_two_swapped_neighbours_are_noticed_and_guessed(reference: str, place: int) -> None:
    typed = reference[:place] + reference[place + 1] + reference[place] + reference[place + 2 :]
    read = parse_references(typed)
    if typed == reference:
        assert read.found == (reference,)
    else:
        assert read.found == ()
        assert reference in read.guesses


def test_every_substitution_and_every_swap_of_many_references() -> None:
    chance = random.Random(11649)
    for reference in (new_reference(new_token(chance.choice)) for _ in range(40)):
        typos = {reference[:at] + sign + reference[at + 1 :] for at in range(2, 12) for sign in ALPHANUMERIC}
        typos |= {reference[:at] + reference[at + 1] + reference[at] + reference[at + 2 :] for at in range(2, 11)}
        assert [typo for typo in typos - {reference} if parse_references(typo).found] == []


def test_the_standard_alone_would_not_notice_every_swap() -> None:
    assert check_digits("RF", "M2K7") == check_digits("RF", "2MK7")  # why our letters and digits take turns


@given(references, st.integers(2, 11))
def test_a_lost_character_is_guessed(reference: str, place: int) -> None:
    read = parse_references(reference[:place] + reference[place + 1 :])
    assert read.found == ()
    assert reference in read.guesses


@given(references, st.integers(3, 11), st.sampled_from(LETTERS + DIGITS))
def test_a_character_too_many_is_guessed(reference: str, place: int, character: str) -> None:
    read = parse_references(reference[:place] + character + reference[place:])
    assert reference in read.found + read.guesses  # one too many behind the check digits may still be read whole


@given(references, references)
def test_two_references_are_both_found(one: str, other: str) -> None:
    assert set(parse_references(f"{one} und {other}").found) == {one, other}


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    read = parse_references(text)
    assert not set(read.found) & set(read.guesses)
    assert all(map(holds, read.found + read.guesses))


def test_a_text_of_any_length_takes_no_time() -> None:
    assert parse_references("K7" * 5_000_000).found == ()


def test_an_invoice_number_is_no_reference() -> None:
    read = parse_references("Rechnung 2026-041 vom 03.04.2026, DE02120300000000202051")
    assert (read.found, read.guesses) == ((), ())
