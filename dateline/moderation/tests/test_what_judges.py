"""What the page of the own model says of who judges is so: nothing learned, not chosen, in force, left out, or off."""

from __future__ import annotations

from typing import Any

import pytest

from dateline.discussion.models import Learned
from dateline.discussion.terms import Terms
from dateline.moderation.learned import state, told

HOUSE, LEFT_OUT = Terms(), Terms(own_model=False)


def learned(spam: str, why: str = "stacked") -> Learned:
    """As it is kept, with who was chosen for spam; of insults there is too little."""
    report: dict[str, Any] = {
        "found": 30, "clean": 40, "counted": 70.0, "tried": 70, "gain": 0.1, "error": 0.01, "calibration_error": 0.0,
        "least": 50, "each": 25,
    }  # fmt: skip
    losses = {"shipped": 0.6, "stacked": 0.4, "site": 0.5}
    few = {**report, "kind": "abuse", "choice": "shipped", "why": "few", "losses": {}, "least": 200}
    return Learned(reports=[{**report, "kind": "spam", "choice": spam, "why": why, "losses": losses}, few])


@pytest.mark.parametrize(
    ("latest", "terms", "says"),
    [
        (None, HOUSE, "Nothing is yet: the model that Dateline comes with judges."),
        (None, LEFT_OUT, "Only the model that Dateline comes with judges."),
        (learned("shipped", "close"), HOUSE, "has not foretold more so far."),
        (learned("stacked"), HOUSE, "judges comments for: Advertising and fraud."),
        (learned("stacked"), LEFT_OUT, "Only the model that Dateline comes with judges."),
        (learned("stacked"), Terms(held_spam=0), "has not foretold more so far."),
    ],
    ids=["nothing", "nothing and left out", "not chosen", "in force", "left out", "spam switched off"],
)
def test_the_page_says_in_each_state_whether_what_was_learned_judges(latest: Learned | None, terms: Terms, says: str):
    assert says in state(latest, terms)


def test_each_kind_says_who_judges_it_now():
    spam, abuse = told(learned("stacked"), HOUSE)
    assert spam.judges.startswith("The newsroom's own model judges, together")
    assert [each.is_chosen for each in spam.losses] == [False, True, False]
    assert abuse.judges == "The model that Dateline comes with judges."
    assert "It takes 200 decisions, with 25 of either" in abuse.why
    assert "It judges only once it has foretold more." in abuse.why


def test_what_is_left_out_or_switched_off_is_not_said_to_judge():
    [spam, _abuse] = told(learned("stacked"), LEFT_OUT)
    assert spam.judges.endswith("What was learned here foretells more, and is left out.")
    assert [each.is_chosen for each in spam.losses] == [True, False, False]
    [spam, abuse] = told(learned("stacked"), Terms(held_spam=0))
    assert spam.judges == "No model judges: it is switched off for the newsroom."
    assert not any(each.is_chosen for each in spam.losses)
    assert abuse.judges == "The model that Dateline comes with judges."
