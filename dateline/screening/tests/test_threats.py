"""A threat against somebody waits for a person; what only sounds like one does not."""

from __future__ import annotations

import pytest

from dateline.screening import Submission, screen


def codes(text: str) -> list[str]:
    return [reason.code for reason in screen(Submission(text=text, accepted=3)).reasons]


@pytest.mark.parametrize(
    "text",
    [
        "I'll kill you, Peter, I know where you live",
        "You will regret this. We know where your kids go to school.",
        "I will find out where you sleep",
        "we are going to burn you",
        "you deserve to be shot for this article",
        "I hope your family drowns",
        "Ich bring dich um",
        "Ich weiß, wo du wohnst.",
        "I'll ki\u200bll you",
        "І’ll kіll уоu",
    ],
)
def test_a_threat_is_held(text: str):
    assert "threat" in codes(text)


@pytest.mark.parametrize(
    "text",
    [
        "Water at that speed will kill you, so stay on the hill.",
        "Her letter said “I know where you live”, and the police have it now.",
        "I know where you can park: behind the church, until six.",
        "Two people died when the dyke broke; I hope the others are found.",
        "We know where the water goes, and nobody listens.",
        "Ich weiß, wo der Deich bricht, und sage es seit Jahren.",
    ],
)
def test_what_only_sounds_like_one_is_not(text: str):
    assert "threat" not in codes(text)
