"""What a model said is told to moderators word by word, and to the author in a sentence without numbers."""

from __future__ import annotations

from datetime import datetime, timedelta
from math import log
from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page

from dateline.discussion.actions import post_comment, revise, set_mode
from dateline.discussion.models import Comment, Mode, Verdict
from dateline.discussion.reasons import in_our_words, why_held
from dateline.discussion.writer import Writer
from dateline.moderation.highlight import pieces_of
from dateline.moderation.why import pieces_about, whys_of
from dateline.screening import Submission, view_of
from dateline.screening.model.traits import SAID
from dateline.screening.phases import heads

pytestmark = pytest.mark.django_db
TEXT = "Everybody here knows that you are a stupid idiot, STUPID and proud of it."


def judged(text: str, code: str = "model-abuse") -> dict[str, Any]:
    """What the shipped model says of ``text``, for keeping."""
    reasons = heads.examine(Submission(text), view_of(text))
    return next(reason.as_dict() for reason in reasons if reason.code == code)


@pytest.fixture
def insulting(flood: Page, now: datetime) -> Comment:
    """A comment that the shipped model holds, and nothing else."""
    comment = post_comment(page=flood, writer=Writer(device="c" * 64, name="Cass"), text=TEXT, now=now)
    comment.verdicts.update(reasons=[judged(TEXT)], outcome="hold", version="x")
    return Comment.objects.get(pk=comment.pk)


def test_the_card_tells_how_sure_it_is_and_what_each_word_adds(desk: Client, insulting: Comment):
    said = judged(TEXT)["model"]
    page = desk.get("/moderation/").text
    assert "The model takes it for an insult or an attack." in page
    assert f"How sure: almost certainly ({round(100 * said['probability'])} %)" in page
    assert "A step of 0.7 doubles the odds" in page
    assert f'<a href="/moderation/threads/{insulting.thread.page_id}/#strictness">How strict it is</a>' in page
    assert '<th scope="row" dir="auto">“idiot”</th>' in page
    assert f"version <bdi>{said['version']}</bdi>" in page
    assert str(SAID["capitals"]) in page
    assert "without it" in page


def test_the_numbers_are_the_models_own(insulting: Comment):
    reason = judged(TEXT)
    judgement = whys_of(insulting, insulting.verdicts.get())[0].judgement
    assert judgement is not None
    idiot = next(each for each in judgement.words if each.words == "idiot")
    kept = next(each for each in reason["model"]["words"] if TEXT[slice(*each["span"])] == "idiot")
    head = heads.heads()["abuse-en"]
    assert idiot.adds == f"+{round(head.slope * kept['adds'], 1)}"
    assert idiot.without == f"{min(99, round(100 * head.probability(kept['without'])))} %"


def test_a_step_of_log_odds_is_one_of_the_probability_that_is_told():
    said = {"head": "x", "version": "y", "logit": 1.0, "probability": 0.5, "slope": 2.0, "offset": -2.0}
    verdict = Verdict(reasons=[{"code": "model-abuse", "kind": "abuse", "weight": 1.0, "words": "", "spans": []}])
    verdict.reasons[0]["model"] = {**said, "words": [], "signals": {"capitals": 0.5 * log(2), "link": -0.5 * log(2)}}
    [why] = whys_of(Comment(text="FINE."), verdict)
    assert why.judgement is not None
    told = [(each.adds, each.without) for each in why.judgement.signals]
    assert told == [("+0.7", "33 %"), ("−0.7", "67 %")]  # odds of one to one: half of them, and twice


def test_no_cell_is_empty_and_what_is_not_known_has_no_column(desk: Client, insulting: Comment):
    table = desk.get("/moderation/").text.split('<table class="weighed">')[1].split("</table>")[0]
    assert table.count("<tr>") > 3
    assert "<td></td>" not in table
    assert "without it" in table
    verdict = insulting.verdicts.get()
    for lost in ("slope", "offset"):
        del verdict.reasons[0]["model"][lost]
    insulting.verdicts.update(reasons=verdict.reasons)
    table = desk.get("/moderation/").text.split('<table class="weighed">')[1].split("</table>")[0]
    assert "without it" not in table
    assert "<td></td>" not in table


def test_a_copy_leads_to_what_it_copies(desk: Client, insulting: Comment):
    words = "Nearly the words of comment %(comment)s, by somebody else."
    reason = {"code": "copy", "kind": "spam", "weight": 1.0, "words": words % {"comment": 7}, "spans": [[0, 9]]}
    insulting.verdicts.update(reasons=[{**reason, "says": words, "facts": {"comment": 7}}])
    page = desk.get("/moderation/").text
    assert 'Nearly the words of comment <a href="/moderation/comments/7/">7</a>, by somebody else.' in page
    assert "<mark>Everybody</mark>" in page
    insulting.verdicts.update(reasons=[reason])  # as old verdicts keep it
    assert "Nearly the words of comment 7, by somebody else." in desk.get("/moderation/").text


def test_the_card_says_why_an_insult_of_few_words_is_only_doubted(desk: Client, flood: Page, now: datetime):
    said = "No model alone holds a comment of fewer than five words for an insult"
    set_mode(page=flood, mode=Mode.OPEN, now=now)
    cass = Writer(device="c" * 64, name="Cass")
    short = post_comment(page=flood, writer=cass, text="You coward!", now=now)
    assert short.is_doubted
    assert said in desk.get("/moderation/").text
    short.verdicts.update(reasons=[judged(TEXT)])
    assert said not in desk.get("/moderation/").text


def test_what_adds_less_is_marked_less_and_the_pieces_are_the_words(insulting: Comment):
    verdict = insulting.verdicts.get()
    [reason] = verdict.reasons
    reason["spans"] = [[0, 9], *reason["spans"]]
    pieces = pieces_about(insulting, verdict)
    assert "".join(piece.text for piece in pieces) == TEXT
    assert [piece.faint for piece in pieces if piece.text in {"Everybody", "idiot"}] == [True, False]
    assert [(each.text, each.faint) for each in pieces_of("ab", [(0, 1), (1, 2)], {(1, 2)})] == [
        ("a", False),
        ("b", True),
    ]


def test_the_author_reads_which_words_are_meant_and_no_number(insulting: Comment):
    sentence, last = why_held(insulting)
    assert sentence.startswith("It reads like an insult or an attack: “")
    assert "“idiot”" in sentence
    assert not any(letter.isdigit() for letter in sentence)
    assert last == "A moderator reads it before it appears."


def test_where_a_moderator_changed_the_words_nobody_claims_to_know_the_places(insulting: Comment, now: datetime):
    changed = revise(comment=insulting, text="Short.", now=now + timedelta(minutes=1))
    verdict = Verdict.objects.get()
    assert [piece.marked for piece in pieces_about(changed, verdict)] == [False]
    assert why_held(changed)[0] == "It reads like an insult or an attack."
    [why] = whys_of(changed, verdict)
    assert why.judgement is not None
    assert why.judgement.words == []


def test_a_language_that_is_not_read_is_told_by_its_name(now: datetime):
    assert "(Russian)" in in_our_words(judged("Это просто комментарий на русском языке, и я согласен.", "abstained"))


def test_off_means_that_the_model_says_nothing(now: datetime):
    said = heads.examine(Submission(TEXT, held_abuse=0, held_spam=0), view_of(TEXT))
    assert [reason.code for reason in said if reason.weight] == []


def test_every_reason_of_a_model_has_words_for_authors_and_for_the_public(insulting: Comment):
    reason = judged("CHEAP viagra pills!!! best price online casino bonus www.cheap-pills.example", "model-spam")
    insulting.verdicts.update(reasons=[reason])
    insulting = Comment.objects.get(pk=insulting.pk)
    assert why_held(insulting)[0].startswith("It reads like advertising or fraud")
