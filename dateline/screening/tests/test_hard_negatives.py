"""What must pass does: of six hundred comments that look bad and are not, one in a hundred is held at most."""

from __future__ import annotations

import pytest

from dateline.screening import Submission, screen

from .hard_negatives import GERMAN_HARD_NEGATIVES, HARD_NEGATIVES

MOST = 0.01  # of all
MOST_OF_A_KIND = 0.1


def held(texts: tuple[str, ...], language: str = "en") -> list[str]:
    """Those that wait although their author was accepted before."""
    return [text for text in texts if screen(Submission(text=text, accepted=3, language=language)).outcome == "hold"]


def test_one_in_a_hundred_is_held_at_most():
    texts = tuple(text for kind in HARD_NEGATIVES.values() for text in kind)
    assert len(texts) >= 300
    assert len(held(texts)) <= MOST * len(texts)


@pytest.mark.parametrize("kind", sorted(HARD_NEGATIVES))
def test_no_kind_is_held_more_than_others(kind: str):
    assert len(held(HARD_NEGATIVES[kind])) <= MOST_OF_A_KIND * len(HARD_NEGATIVES[kind])


def test_german_ones_pass_too():
    assert len(held(GERMAN_HARD_NEGATIVES, "de")) <= MOST_OF_A_KIND * len(GERMAN_HARD_NEGATIVES)
