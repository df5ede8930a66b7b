"""The texts that checks are measured with are many, all different, and short enough to be read whole."""

from __future__ import annotations

import pytest

from dateline.screening import LONGEST
from dateline.screening.tests import attack_texts
from dateline.screening.tests.hard_negatives import GERMAN_HARD_NEGATIVES, HARD_NEGATIVES

LEAST_OF_A_KIND = 15
ATTACKS = {
    "INSULTS": 80,
    "JOB_SCAMS": 25,
    "CRYPTO": 15,
    "GAMBLING": 15,
    "PHONE_SCAMS": 15,
    "FLATTERY_WITH_LINK": 20,
    "PILLS_AND_ADULT": 12,
    "SUBTLE_SPAM": 15,
    "CLEAN": 60,
}


def hard_negatives() -> list[str]:
    return [text for texts in HARD_NEGATIVES.values() for text in texts]


def every_text() -> list[str]:
    attacks = [text for name in ATTACKS for text in getattr(attack_texts, name)]
    return [*hard_negatives(), *GERMAN_HARD_NEGATIVES, *attacks]


def test_there_are_enough_hard_negatives():
    assert len(hard_negatives()) >= 300
    assert len(GERMAN_HARD_NEGATIVES) >= 60


@pytest.mark.parametrize("kind", HARD_NEGATIVES)
def test_every_kind_has_enough(kind: str):
    assert len(HARD_NEGATIVES[kind]) >= LEAST_OF_A_KIND


def test_some_are_long():
    assert sum(len(text) >= 800 for text in HARD_NEGATIVES["long comments"]) >= 5


@pytest.mark.parametrize(("name", "least"), ATTACKS.items())
def test_there_are_enough_attacks(name: str, least: int):
    assert len(getattr(attack_texts, name)) >= least


def test_no_text_stands_twice():
    seen = [" ".join(text.casefold().split()) for text in every_text()]
    assert sorted({text for text in seen if seen.count(text) > 1}) == []


def test_every_text_is_read_whole():
    assert [text for text in every_text() if not 5 <= len(text) <= LONGEST or text != text.strip()] == []
