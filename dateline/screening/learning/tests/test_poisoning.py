"""Nobody moves verdicts on others farther than is promised: by construction, and because one account counts little."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest

from dateline.screening.learning import Decision, Kind, Known, LearnedHead, learn
from dateline.screening.learning.authors import UNKNOWN
from dateline.screening.learning.building import points_of
from dateline.screening.learning.decisions import AUTHOR_WEIGHS, MODERATOR_WEIGHS, importance
from dateline.screening.learning.head import REACH, SHIFT, opinion
from dateline.screening.learning.tests.made_up import TALK, shipped, stream, text_of
from dateline.screening.model.reading import Reading, read
from dateline.screening.view import view_of

HEADS = shipped()
ONE_ACCOUNT = 1.0  # log-odds: what one author's comments, however many are decided, move those of others here
DICE = random.Random(9)
OTHERS = [read(view_of(text_of(DICE, place % 3 == 0, kind))) for place in range(60) for kind in ("spam", "abuse")]


def head(decisions: list[Decision], kind: Kind) -> LearnedHead:
    return learn(decisions, HEADS).head(kind)


def from_shipped(head: LearnedHead, text: Reading, known: Known = UNKNOWN) -> float:
    """How far it is from the shipped opinion."""
    anchor = head.anchor(text)
    return head.logit(text, known) - opinion(anchor, anchor.logit(text) if anchor else 0.0)


def flood(kind: Kind, count: int) -> list[Decision]:
    """One author sends what others write, and moderators refuse it."""
    dice = random.Random(4)
    return [
        Decision(
            " ".join(dice.choice(TALK.split()) for _ in range(12)), True, kind, "Cass", f"moderator {place % 3}", place
        )
        for place in range(count)
    ]


@pytest.mark.parametrize("kind", ["spam", "abuse"])
def test_whatever_is_decided_no_comment_leaves_the_reach_of_the_shipped_head(kind: Kind):
    everything_wrong = [
        replace(each, is_positive=not each.is_positive, moderator="evil") for each in stream(400, kind, share=0.5)
    ]
    taught = head(everything_wrong * 3, kind)
    assert max(abs(from_shipped(taught, text)) for text in OTHERS) <= REACH[kind] + 1e-9
    usual = points_of(taught.anchors.get("") or taught.anchors["en"])
    moved = [abs(ours - theirs) for (_, ours), (_, theirs) in zip(taught.operating, usual, strict=True)]
    assert max(moved) <= SHIFT[kind] + 1e-3


@pytest.mark.parametrize("kind", ["spam", "abuse"])
def test_one_account_moves_what_others_write_by_less_than_is_promised(kind: Kind):
    honest = stream(400, kind)
    before, after = head(honest, kind), head(honest + flood(kind, 200), kind)
    assert max(abs(after.logit(text) - before.logit(text)) for text in OTHERS) < ONE_ACCOUNT


ANY = random.Random(8)
HONEST: dict[str, Callable[[Decision], Decision]] = {
    "all sorts": lambda each: replace(each, accepted=ANY.randrange(9), seconds=30.0 * ANY.random()),
    "nobody new": lambda each: replace(each, accepted=9, seconds=60.0),
    "hardly anybody new": lambda each: replace(each, accepted=0 if each.number % 50 == 0 else 9, seconds=60.0),
    "just enough": lambda each: replace(
        each, accepted=0 if each.number < 28 else 9, seconds=1.0 if each.number < 40 else 60.0
    ),
    "spam is by strangers": lambda each: replace(each, accepted=0 if each.is_positive else 9, seconds=60.0),
}


@pytest.mark.parametrize("known_of", HONEST.values(), ids=HONEST)
@pytest.mark.parametrize("kind", ["spam", "abuse"])
def test_one_account_moves_others_of_whom_the_same_is_known_by_no_more(
    kind: Kind, known_of: Callable[[Decision], Decision]
):
    honest = [known_of(each) for each in stream(400, kind)]
    evil = [replace(each, accepted=0, seconds=1.0 if each.number % 2 else None) for each in flood(kind, 200)]
    before, after = head(honest, kind), head(honest + evil, kind)
    for known in (Known(0, 1.0), Known(0, None), Known(0, 60.0), Known(3, 1.0), Known()):
        assert max(abs(after.logit(text, known) - before.logit(text, known)) for text in OTHERS) < ONE_ACCOUNT


@pytest.mark.parametrize("kind", ["spam", "abuse"])
def test_whatever_is_known_of_an_author_nobody_leaves_the_reach_of_the_shipped_head(kind: Kind):
    taught = head([replace(each, accepted=0 if each.is_positive else 9) for each in stream(400, kind)], kind)
    moved = [abs(from_shipped(taught, text, Known(0, 0.0))) for text in OTHERS]
    assert max(moved) <= REACH[kind] + 1e-9


def test_an_account_weighs_no_more_for_being_refused_more_often():
    few, many = importance(flood("spam", 3)), importance(flood("spam", 300))
    assert few.sum() == pytest.approx(AUTHOR_WEIGHS)
    assert many.sum() == pytest.approx(AUTHOR_WEIGHS)


def test_the_same_words_from_a_hundred_accounts_are_one_text():
    wave = [Decision(f"Buy  {'now' if place % 2 else 'NOW'}", True, "spam", f"{place}") for place in range(100)]
    assert importance(wave).sum() == pytest.approx(AUTHOR_WEIGHS)


def test_authors_who_are_not_known_are_not_one_author():
    unknown = [Decision(f"text {place}", True, "spam") for place in range(10)]
    assert importance(unknown).sum() == 10


def test_a_moderator_weighs_at_most_what_all_others_do_together():
    made = stream(1_000)
    made = [replace(each, moderator="evil" if each.number >= 240 else f"{each.number % 3}") for each in made]
    sums: Counter[str] = Counter()
    for each, weight in zip(made, importance(made), strict=True):
        sums[each.moderator] += weight
    assert sums["evil"] == pytest.approx(240)
    assert sums["0"] == pytest.approx(80)


def test_a_small_newsroom_may_have_one_who_does_nearly_everything():
    made = [replace(each, moderator="Ada" if each.number else "Ben") for each in stream(300)]
    assert importance(made).sum() == 300
    three = [replace(each, moderator="Ada" if each.number > 60 else f"{each.number % 2}") for each in stream(300)]
    assert importance(three).sum() == pytest.approx(61 + MODERATOR_WEIGHS)


def test_an_account_alone_does_not_make_a_head():
    calm = stream(300, share=0.0)
    assert not learn(calm + flood("spam", 200), HEADS).replaces("spam")
