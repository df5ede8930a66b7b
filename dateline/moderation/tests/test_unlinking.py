"""A link is taken out of somebody's words, the author sees it, and it comes back exactly."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.test import Client
from wagtail.models import Page

from dateline.delivery.models import Change
from dateline.discussion.actions import NotChangeable, edit, erase_own_data, post_comment, set_status
from dateline.discussion.models import Comment, Edit, Status
from dateline.discussion.reasons import was_revised
from dateline.discussion.writer import Writer
from dateline.moderation.actions import Overtaken, answer, appeal, undo, unlink
from dateline.moderation.cases import cases_of_comments
from dateline.moderation.models import Action, Outcome
from dateline.people.models import User

pytestmark = pytest.mark.django_db
CASS = Writer(device="c" * 64, name="Cass")
WORDS = "The river rose, see https://scam.example/x and https://water.example/y"


@pytest.fixture
def linked(flood: Page, now: datetime) -> Comment:
    """Cass posts two links."""
    return post_comment(page=flood, writer=CASS, text=WORDS, now=now)


def test_the_chosen_link_goes_and_the_rest_stands(linked: Comment, mo: User, now: datetime):
    decision = unlink(comment=linked, links=[0], approve=True, moderator=mo, now=now)
    linked.refresh_from_db()
    assert linked.text == "The river rose, see [link removed] and https://water.example/y"
    assert "scam" not in linked.html
    assert (linked.is_published, linked.urgency, linked.edited_at) == (True, None, now)
    assert (decision.action, decision.previous_status, decision.new_status) == (Action.UNLINK, "held", "published")
    assert was_revised(linked)


def test_without_approving_it_goes_on_waiting(linked: Comment, mo: User, now: datetime):
    unlink(comment=linked, links=[0, 1], moderator=mo, now=now)
    linked.refresh_from_db()
    assert linked.is_held
    assert linked.urgency is not None


def test_undo_brings_the_words_back_exactly_and_undoing_that_takes_the_link_out_again(
    linked: Comment, mo: User, now: datetime
):
    edit(comment=linked, writer=CASS, text=WORDS + " today", now=now)
    before = Comment.objects.values("text", "html", "status", "edited_at", "urgency").get()
    first = unlink(comment=linked, links=[0], approve=True, moderator=mo, now=now + timedelta(minutes=1))
    after = Comment.objects.values("text", "html", "status").get()
    back = undo(decision=first, moderator=mo, now=now + timedelta(minutes=2))
    assert Comment.objects.values("text", "html", "status", "edited_at", "urgency").get() == before
    assert not was_revised(Comment.objects.get())
    undo(decision=back, moderator=mo, now=now + timedelta(minutes=3))
    assert Comment.objects.values("text", "html", "status").get() == after
    assert was_revised(Comment.objects.get())


def test_readers_pages_are_told(linked: Comment, mo: User, now: datetime):
    set_status(comment=linked, status=Status.PUBLISHED)
    told = Change.objects.count()
    decision = unlink(comment=linked, links=[0], moderator=mo, now=now)
    assert Change.objects.count() == told + 1
    undo(decision=decision, moderator=mo, now=now)
    assert Change.objects.count() == told + 2


def test_the_author_does_not_put_it_back(linked: Comment, mo: User, now: datetime):
    unlink(comment=linked, links=[0], approve=True, moderator=mo, now=now)
    with pytest.raises(NotChangeable):
        edit(comment=linked, writer=CASS, text=WORDS, now=now)


def test_words_that_are_forgotten_do_not_come_back(linked: Comment, mo: User, now: datetime):
    decision = unlink(comment=linked, links=[0], moderator=mo, now=now)
    Edit.objects.all().delete()
    with pytest.raises(Overtaken, match="not kept any more"):
        undo(decision=decision, moderator=mo, now=now)
    erase_own_data(writer=CASS, now=now)
    with pytest.raises(Overtaken):
        undo(decision=decision, moderator=mo, now=now)


@pytest.mark.parametrize("links", [[], [7]])
def test_a_link_that_is_not_there_is_not_taken_out(linked: Comment, mo: User, now: datetime, links: list[int]):
    with pytest.raises(Overtaken, match="No link was chosen"):
        unlink(comment=linked, links=links, moderator=mo, now=now)
    assert Comment.objects.get().text == WORDS


def test_the_card_offers_each_link_and_a_click_takes_it_out(linked: Comment, desk: Client):
    html = desk.get("/moderation/").content.decode()
    assert html.count('name="links"') == 2
    assert '<bdi dir="ltr">https://scam.example/x</bdi>' in html
    form = {"expected": "held", "links": ["0"], "approve": "1", "note": "seen"}
    assert desk.post(f"/moderation/comments/{linked.pk}/unlink/", form).status_code == 303
    linked.refresh_from_db()
    assert linked.text.count("[link removed]") == 1
    html = desk.get(f"/moderation/comments/{linked.pk}/").content.decode()
    assert "shortened" in html
    assert "https://scam.example/x" in html


@pytest.mark.parametrize("change", [{"links": ["x"]}, {"links": ["-1"]}, {"expected": "gone"}])
def test_what_is_no_link_is_refused(linked: Comment, desk: Client, change: dict[str, object]):
    form = {"expected": "held", "links": ["0"], **change}
    assert desk.post(f"/moderation/comments/{linked.pk}/unlink/", form).status_code == 400


def test_an_address_is_no_markup_on_the_desk(flood: Page, desk: Client, now: datetime):
    post_comment(page=flood, writer=CASS, text="<https://x.example/'\"&lt;b&gt;onclick=y>", now=now)
    html = desk.get("/moderation/").content.decode()
    assert "<b>onclick" not in html
    assert '"&lt;b' not in html


def test_its_author_appeals_and_another_moderator_brings_the_words_back(
    linked: Comment, mo: User, ada: User, now: datetime
):
    decision = unlink(comment=linked, links=[0], approve=True, moderator=mo, now=now)
    linked.refresh_from_db()
    [case] = cases_of_comments([linked], now)[linked.pk]
    assert case.may_appeal
    objection = appeal(against=decision, words="That is the town's own gauge.", now=now)
    answer(appeal=objection, outcome=Outcome.OVERTURNED, words="So it is.", moderator=ada, now=now)
    linked.refresh_from_db()
    assert (linked.text, linked.is_published) == (WORDS, True)
