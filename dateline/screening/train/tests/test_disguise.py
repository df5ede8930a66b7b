"""The attacker: it hides what it is given, the same each time, whatever it is given."""

from __future__ import annotations

import random
import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dateline.screening import Submission, view_of
from dateline.screening.train.disguise import DISGUISES, SUBMISSION_ATTACKS, TRAINED, UNSEEN, disguise
from dateline.screening.train.disguises.pick import ADDRESS

ORDINARY = [
    "You are a complete idiot, and everybody here knows it. Go back to school.",
    "Cheap pills without a doctor, order today at https://pills.example/now and save half.",
    "Thank you for the report about the bridge; my children cross it every morning.",
]
RUSSIAN = "Ты полный дурак, и все это знают, иди отсюда."
# Kinds that leave letters in their order, and put nothing between them that is seen.
UNDONE = [
    "homoglyphs", "homoglyph_words", "bold", "script", "fraktur", "double_struck", "full_width", "circled", "squared",
    "negative", "regional", "small_capitals", "raised", "accents", "zero_width", "ignorables", "tag_characters",
    "zalgo", "bidi_marks", "random_capitals", "shouted", "entities", "markup_inside",
]  # fmt: skip
WORDS = re.compile("[a-z]+")
SUBMISSION = Submission(text=ORDINARY[0], author_name="Cass")


@pytest.mark.parametrize("kind", DISGUISES)
@pytest.mark.parametrize("text", ORDINARY)
def test_an_ordinary_text_is_changed_and_the_same_seed_changes_it_the_same_way(kind: str, text: str):
    for seed in range(20):
        disguised = disguise(text, kind, seed)
        assert disguised != text
        assert disguised == disguise(text, kind, seed)
    assert len({disguise(text, kind, seed) for seed in range(20)}) > 1


@pytest.mark.parametrize("kind", DISGUISES)
@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60), st.integers(0, 1000))
@example("", 0)
@example("\n", 0)
@example("a", 0)
@example("https://", 0)
@example("ǆ İ ß ﬁ \ud800 日本語", 0)
@example(RUSSIAN, 1)
def test_any_text_is_taken(kind: str, text: str, seed: int):
    assert isinstance(disguise(text, kind, seed), str)


def test_what_is_trained_on_and_what_is_kept_for_tests_are_all_kinds_and_none_is_both():
    assert set(DISGUISES) == TRAINED | UNSEEN
    assert not TRAINED & UNSEEN
    assert len(DISGUISES) > 50
    assert 0.4 < len(TRAINED) / len(DISGUISES) < 0.6


@pytest.mark.parametrize("kind", sorted(set(DISGUISES) - {"spelled_links", "shouted", "dotted_sentence"}))
def test_an_address_is_left_to_be_followed(kind: str):
    for seed in range(5):
        link = ADDRESS.search(disguise(ORDINARY[1], kind, seed))
        assert link
        assert "pills.example/now" in link.group()


def test_latin_letters_are_put_into_russian_words():
    disguised = disguise(RUSSIAN, "homoglyphs", 1)
    assert disguised != RUSSIAN
    assert any("a" <= letter <= "z" for letter in disguised.lower())


@pytest.mark.parametrize("kind", UNDONE)
@pytest.mark.parametrize("text", ORDINARY)
def test_what_is_done_with_unicode_alone_is_undone_for_all_checks(kind: str, text: str):
    words = WORDS.findall(text.lower())
    for seed in range(10):
        read = WORDS.findall(view_of(disguise(text, kind, seed)).text)
        assert sum(word in read for word in words) >= 0.9 * len(words)


@pytest.mark.parametrize("name", SUBMISSION_ATTACKS)
def test_an_attack_of_several_texts_is_the_same_each_time_and_ends_with_the_bad_one(name: str):
    for seed in range(10):
        sent, again = (SUBMISSION_ATTACKS[name](SUBMISSION, random.Random(seed)) for _ in range(2))
        assert sent == again
        assert 1 <= len(sent) <= 2
        assert sent[-1] != SUBMISSION
    for text in ("", " ", "a"):
        assert SUBMISSION_ATTACKS[name](Submission(text=text), random.Random(0))
