"""What an attacker's disguises are worth: how much of what is held in plain words is held in each of fifty disguises.

``python -m dateline.screening.tests.card`` prints the table that stands in the model card.
"""

from __future__ import annotations

import random
from dataclasses import replace
from functools import cache

import pytest

from dateline.screening import Submission, screen
from dateline.screening.train.disguise import DISGUISES, SUBMISSION_ATTACKS, TRAINED, disguise
from dateline.screening.verdict import Other

from . import attack_texts as texts

SPAM = (
    *texts.JOB_SCAMS, *texts.CRYPTO, *texts.GAMBLING, *texts.PHONE_SCAMS, *texts.FLATTERY_WITH_LINK,
    *texts.PILLS_AND_ADULT,
)  # fmt: skip
# Letters that look the same to a reader, whatever Unicode calls them.
ALIKE = (
    "accents", "bidi_marks", "bold", "circled", "double_struck", "fraktur", "full_width", "ignorables", "negative",
    "raised", "regional", "script", "small_capitals", "squared", "tag_characters", "zalgo", "zero_width",
)  # fmt: skip
LEAST = {**dict.fromkeys(ALIKE, 0.95), "homoglyphs": 0.84, "homoglyph_words": 0.84, "leet": 0.92}


@cache
def caught(kind: str, attacks: tuple[str, ...]) -> float:
    """The share of ``attacks`` that waits, or is flagged, in a disguise; its author was accepted before."""
    disguised = [disguise(text, kind, number) if kind else text for number, text in enumerate(attacks)]
    verdicts = [screen(Submission(text=text, accepted=3)) for text in disguised]
    return sum(verdict.outcome == "hold" or verdict.is_flagged for verdict in verdicts) / len(verdicts)


@pytest.mark.parametrize("kind", sorted(LEAST))
@pytest.mark.parametrize("attacks", [texts.INSULTS, SPAM], ids=["insults", "spam"])
def test_a_disguise_hides_little(kind: str, attacks: tuple[str, ...]):
    assert caught(kind, attacks) >= LEAST[kind] * caught("", attacks)


def test_there_are_more_than_twenty_kinds_and_half_were_never_learned_from():
    assert len(DISGUISES) >= 20
    assert len(DISGUISES) - len(TRAINED) >= len(DISGUISES) // 3


@pytest.mark.parametrize("kind", sorted(DISGUISES.keys() - {"spelled_links"}))  # which adds advertising
def test_clean_words_in_a_disguise_are_seldom_held(kind: str):
    disguised = [disguise(text, kind, number) for number, text in enumerate(texts.CLEAN)]
    held = [text for text in disguised if screen(Submission(text=text, accepted=3)).outcome == "hold"]
    assert len(held) <= 0.1 * len(disguised), held


def attacked(attack: str, attacks: tuple[str, ...]) -> float:
    """The share of attacks whose last submission waits or is flagged; what went before is what others published."""
    found = 0
    for number, text in enumerate(attacks):
        dice = random.Random(number)
        *before, last = SUBMISSION_ATTACKS[attack](Submission(text=text, accepted=3), dice)
        others = tuple(Other(place, each.text) for place, each in enumerate(before)) if attack in BY_OTHERS else ()
        verdict = screen(replace(last, others=others))
        found += verdict.outcome == "hold" or verdict.is_flagged
    return found / len(attacks)


BY_OTHERS = {"copied_with_link"}
LONG = tuple(text for text in texts.CLEAN if len(text.split()) >= 8)


def test_a_link_in_the_name_waits():
    assert attacked("link_in_name", SPAM) == 1.0


def test_a_copy_with_a_link_waits():
    assert attacked("copied_with_link", LONG) >= 0.95


def test_the_same_again_with_a_word_changed_waits():
    assert attacked("repeated_with_changes", tuple(text for text in SPAM if len(text.split()) >= 16)) >= 0.9


@pytest.mark.parametrize("attack", ["late_edit", "grown_account", "in_lines"])
def test_neither_an_edit_nor_an_old_account_nor_lines_hide_what_is_said(attack: str):
    assert attacked(attack, SPAM) >= 0.95 * caught("", SPAM)
