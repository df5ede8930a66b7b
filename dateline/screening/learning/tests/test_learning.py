"""The same decisions give the same model; one that is dropped leaves no trace; who speaks has to be better."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.screening.learning import Decision, Known, Learned, Unreadable, learn
from dateline.screening.learning.tests.made_up import shipped, stream, text_of
from dateline.screening.model.reading import Reading, read
from dateline.screening.view import view_of

HEADS = shipped()
STREAM = stream(160)
TAUGHT = learn(STREAM, HEADS)


def reading(text: str) -> Reading:
    return read(view_of(text))


def test_the_newsrooms_own_head_takes_over_where_it_foretells_more():
    report = TAUGHT.report()[0]
    assert TAUGHT.replaces("spam")
    assert report.choice != "shipped"
    assert report.losses[report.choice] < report.losses["shipped"]
    assert "160" not in report.told
    assert str(report.tried) in report.told


def test_it_knows_what_was_decided_here():
    head = TAUGHT.head("spam")
    spam, talk = reading("casino bonus with every loan, click for pills"), reading("the council votes on the budget")
    assert head.logit(spam) > head.logit(talk) + 2
    assert head.probability(head.logit(spam)) > head.probability(head.logit(talk))


@settings(max_examples=6, deadline=None)
@given(st.integers(0, 159), st.booleans())
def test_a_decision_that_is_dropped_leaves_no_trace(place: int, is_positive: bool):
    made = Decision(
        "a decision that is taken back: casino, school", is_positive, "spam", "author 3", "moderator 1", place
    )
    later = [replace(each, number=each.number + 1) for each in STREAM[place:]]
    assert learn([*STREAM[:place], made, *later], HEADS).to_bytes() != TAUGHT.to_bytes()
    assert learn([*STREAM[:place], *later], HEADS).to_bytes() == TAUGHT.to_bytes()


def test_numbers_order_decisions_and_not_the_list():
    mixed = random.Random(2).sample(STREAM, len(STREAM))
    assert learn(mixed, HEADS).to_bytes() == TAUGHT.to_bytes()
    assert learn([replace(each, number=7 * each.number + 3) for each in STREAM], HEADS).to_bytes() == TAUGHT.to_bytes()


def test_what_was_let_stand_teaches_both_kinds():
    calm = [replace(each, kind="abuse") if not each.is_positive else each for each in STREAM]
    assert learn(calm, HEADS).to_bytes() == TAUGHT.to_bytes()


@pytest.mark.parametrize(
    "decisions",
    [
        [],
        stream(20),
        stream(300, share=1.0),
        stream(300, share=0.0),
        [Decision("", place % 2 == 0, "spam", number=place) for place in range(300)],
        [Decision("\u200b" * 4_000, place % 2 == 0, "abuse", number=place) for place in range(60)],
        [Decision("\ud800 𝐬𝐩𝐚𝐦 " * 900, place % 2 == 0, "spam", number=place) for place in range(60)],
    ],
    ids=["none", "few", "only spam", "only clean", "empty texts", "nothing visible", "broken letters"],
)
def test_what_says_too_little_leaves_the_shipped_heads_speaking(decisions: list[Decision]):
    learned = learn(decisions, HEADS)
    assert not learned.replaces("spam")
    assert not learned.replaces("abuse")
    assert [report.why for report in learned.report()][1] in ("few", "close")
    assert all(report.told for report in learned.report())
    assert Learned.from_bytes(learned.to_bytes(), HEADS).to_bytes() == learned.to_bytes()


def test_decisions_without_sense_leave_the_shipped_head_speaking():
    coins = stream(200, blind=0.5)
    assert not learn(coins, HEADS).replaces("spam")


def test_abuse_takes_two_hundred_decisions():
    angry = stream(220, "abuse")
    assert not learn(angry[:199], HEADS).replaces("abuse")
    assert learn(angry, HEADS).replaces("abuse")


def test_every_part_of_a_logit_is_told():
    head, dice = TAUGHT.head("spam"), random.Random(3)
    for known in (Known(), Known(0, 2.0), Known(3, None)):
        for text in ("", "hm", "casino " * 40, "FREE $100 http://a.example", *(text_of(dice, True) for _ in range(5))):
            assert head.explain(reading(text), known).logit == pytest.approx(head.logit(reading(text), known), abs=1e-9)


def test_what_is_kept_is_what_was_learned(tmp_path):
    kept = TAUGHT.to_bytes()
    assert len(kept) < 300_000
    TAUGHT.write(tmp_path / "model")
    assert (tmp_path / "model").stat().st_size < 1_100_000
    for again in (Learned.from_bytes(kept, HEADS), Learned.map(tmp_path / "model", HEADS)):
        text = reading("a loan for the bridge")
        assert again.to_bytes() == kept
        assert again.head("spam").logit(text) == TAUGHT.head("spam").logit(text)
        assert again.report()[0].told == TAUGHT.report()[0].told


def test_on_other_shipped_heads_it_waits_to_be_learned_anew():
    other = {name: replace(head, version="another") for name, head in HEADS.items()}
    assert not Learned.from_bytes(TAUGHT.to_bytes(), other).replaces("spam")


@pytest.mark.parametrize("kept", [b"", b"x", TAUGHT.to_bytes()[:-9], b"\x78\x9c\x03\x00\x00\x00\x00\x01"])
def test_what_is_broken_is_said_to_be(kept: bytes):
    with pytest.raises(Unreadable):
        Learned.from_bytes(kept, HEADS)


@pytest.mark.parametrize("size", [0, 10, 40, 2_000, 1_000_000])
def test_a_file_that_is_cut_short_is_said_to_be(tmp_path, size: int):
    TAUGHT.write(tmp_path / "whole")
    (tmp_path / "cut").write_bytes((tmp_path / "whole").read_bytes()[:size])
    with pytest.raises(Unreadable):
        Learned.map(tmp_path / "cut", HEADS)


def test_a_language_of_which_nothing_was_decided_is_left_to_the_shipped_head():
    head = TAUGHT.head("spam")
    assert head.reads(reading("the council votes on the budget tonight, and the mayor is not there"))
    assert not head.reads(reading("Der Stadtrat stimmt heute Abend über den Haushalt ab, und niemand ist da."))


def test_thresholds_are_lower_where_more_may_be_held():
    head = TAUGHT.head("spam")
    held = [head.threshold(rate) for rate in (0.1, 1, 2, 5, 10, 30, 100, 500)]
    assert held == sorted(held, reverse=True)


def test_what_no_decision_said_of_authors_weighs_nothing_where_it_is_known():
    head = TAUGHT.head("spam")
    for text in ("casino bonus", "the council votes on the budget"):
        opinions = {head.logit(reading(text), Known(*each)) for each in ((), (0, 1.0), (3, None), (9, 60.0))}
        assert opinions == {head.logit(reading(text))}


def test_what_decisions_said_of_authors_counts_where_it_is_known_and_nowhere_else():
    said = [replace(each, accepted=0 if each.is_positive else 9, seconds=60.0) for each in STREAM]
    head = learn(said, HEADS).head("spam")
    text = reading("the council votes on the budget")
    assert head.logit(text, Known(0, 60.0)) > head.logit(text, Known(9, 60.0)) == head.logit(text)
