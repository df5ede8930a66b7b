"""The newsroom's own model speaks where it has taken over, in its own words, and nowhere else."""

from __future__ import annotations

from dataclasses import replace

from dateline.screening import Submission
from dateline.screening.learning import learn
from dateline.screening.learning.tests.made_up import shipped, stream
from dateline.screening.phases import newsroom
from dateline.screening.view import view_of

TAUGHT = learn(stream(300), shipped())
SPAM = "casino bonus and crypto profit, click for a loan, jackpot and betting with pills for the park"
HELD = Submission(SPAM, learned=TAUGHT, held_spam=50.0)


def reasons(submission: Submission):
    return list(newsroom.examine(submission, view_of(submission.text)))


def test_what_this_newsroom_takes_for_spam_waits_and_is_pointed_at():
    (reason,) = reasons(HELD)
    assert reason.code == "newsroom-spam"
    assert reason.words == newsroom.SPAM
    assert reason.weight == 1.0
    assert any("casino" in SPAM[start:end] for start, end in reason.spans)
    assert reason.model["version"] == TAUGHT.head("spam").version


def test_what_it_lets_stand_has_no_reason():
    assert reasons(replace(HELD, text="the council votes on the school budget and the mayor on the bridge")) == []


def test_it_is_silent_where_it_was_not_taught_or_is_not_wanted():
    assert reasons(replace(HELD, learned=None)) == []
    assert reasons(replace(HELD, trusted=True)) == []
    assert reasons(replace(HELD, held_spam=0.0)) == []
    assert reasons(replace(HELD, learned=learn(stream(20), shipped()))) == []


def test_another_language_is_left_to_the_shipped_head():
    german = "Der Stadtrat stimmt heute Abend über den Haushalt ab, und niemand ist da: cheap cheap cheap."
    found = reasons(replace(HELD, text=german, held_spam=100.0))
    assert {reason.code for reason in found} <= {"model-spam"}
