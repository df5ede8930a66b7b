"""Votes, reports, and an author's own page."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core import signing
from django.test import Client
from wagtail.models import Page

from dateline.discussion.actions import flag, forget_contacts, post_comment, set_status, vote
from dateline.discussion.device import COOKIE
from dateline.discussion.limits import VOTES_FROM_ONE_PLACE, TooMuch
from dateline.discussion.models import Comment, Flag, Status, Vote
from dateline.discussion.writer import Writer
from dateline.people.models import User

from .conftest import FROM_OUR_PAGE, Say

pytestmark = pytest.mark.django_db


def test_a_vote_leads_back_to_the_comment(say: Say, post: Any):
    comment = say()
    answer = post(f"/comments/{comment.pk}/vote/", {"value": "1"})
    assert (answer.status_code, answer["Location"]) == (303, f"/comments/{comment.pk}/#c{comment.pk}")
    comment.refresh_from_db()
    assert (comment.up, comment.down) == (1, 0)
    assert comment.score > 0


def test_a_script_gets_the_figures(say: Say, post: Any):
    comment = say(up=2)
    answer = post(f"/comments/{comment.pk}/vote/", {"value": "-1"}, HTTP_ACCEPT="application/json")
    assert answer.json() == {"up": 2, "down": 1}


def test_one_voter_has_one_vote_and_may_change_or_withdraw_it(say: Say, cass: Writer, now: datetime):
    comment = say()
    assert vote(comment=comment, writer=cass, value=1, now=now).up == 1
    changed = vote(comment=comment, writer=cass, value=-1, now=now)
    assert (changed.up, changed.down) == (0, 1)
    assert vote(comment=comment, writer=cass, value=-1, now=now).down == 0
    assert not Vote.objects.exists()


def test_fresh_devices_at_one_address_do_not_stuff_the_box(say: Say, cass: Writer, now: datetime):
    comment = say()
    for number in range(VOTES_FROM_ONE_PLACE):
        vote(comment=comment, writer=replace(cass, device=f"{number:064}"), value=1, now=now)
    with pytest.raises(TooMuch):
        vote(comment=comment, writer=replace(cass, device="f" * 64), value=1, now=now)
    comment.refresh_from_db()
    assert comment.up == VOTES_FROM_ONE_PLACE


def test_nobody_votes_for_their_own_words(flood: Page, cass: Writer, now: datetime):
    own = post_comment(page=flood, writer=cass, text="I am right.", now=now)
    set_status(comment=own, status=Status.PUBLISHED)
    assert vote(comment=own, writer=cass, value=1, now=now).up == 0


@pytest.mark.parametrize("value", ["2", "100", "", "up", "-1.0"])
def test_a_vote_is_up_or_down_and_nothing_else(say: Say, post: Any, value: str):
    assert post(f"/comments/{say().pk}/vote/", {"value": value}).status_code == 400


def test_another_site_cannot_vote_or_report_for_a_reader(say: Say, client: Client):
    comment = say()
    for part in ("vote", "report", "reply"):
        answer = client.post(f"/comments/{comment.pk}/{part}/", {"value": "1"}, HTTP_SEC_FETCH_SITE="same-site")
        assert answer.status_code == 403


def test_a_report_counts_once_per_reader_and_hides_nothing(say: Say, post: Any, cass: Writer, now: datetime):
    comment = say()
    answer = post(f"/comments/{comment.pk}/report/", {"reason": "wrong", "note": "It was at seven."})
    assert answer["Location"] == f"/comments/{comment.pk}/report/thanks/"
    post(f"/comments/{comment.pk}/report/", {"reason": "wrong"})
    assert flag(comment=comment, writer=cass, reason="spam", now=now)
    comment.refresh_from_db()
    assert comment.open_flags == Flag.objects.count() == 2
    assert comment.is_published


def test_a_report_without_a_reason_is_asked_again(say: Say, post: Any):
    page = post(f"/comments/{say().pk}/report/", {"note": "hm"})
    assert page.status_code == 422
    assert "Choose what is wrong" in page.content.decode()


def test_only_its_author_sees_a_held_comment(flood: Page, post: Any, client: Client, ben: User):
    post(f"/threads/{flood.pk}/post/", {"text": "My first words.", "author_name": "Cass"})
    own = f"/comments/mine/{Comment.objects.get().pk}/"
    assert "My first words." in client.get(own).content.decode()
    stranger, reader = Client(), Client()
    reader.force_login(ben)
    forged = Client()
    forged.cookies[COOKIE] = signing.Signer(salt="elsewhere").sign("abc")
    for other in (stranger, reader, forged):
        assert other.get(own).status_code == 404
        assert "My first words." not in other.get("/comments/mine/").content.decode()


def test_an_account_s_comments_are_not_shown_to_its_device(flood: Page, ben: User, client: Client, post: Any):
    client.force_login(ben)
    post(f"/threads/{flood.pk}/post/", {"text": "As Ben."})
    own = f"/comments/mine/{Comment.objects.get().pk}/"
    assert client.get(own).status_code == 200
    client.logout()
    assert client.get(own).status_code == 404


def test_a_name_is_text_on_every_page(say: Say, client: Client, flood: Page):
    name = "<script>alert(1)</script>\"'"
    comment = say(author_name=name, text="hello")
    for address in (f"/comments/{comment.pk}/", f"/comments/{comment.pk}/reply/", f"/threads/{flood.pk}/"):
        assert "<script>alert" not in client.get(address).content.decode()


def test_mail_and_address_are_forgotten_after_a_month(flood: Page, now: datetime):
    dee = Writer(device="d" * 64, origin="o" * 32, name="Dee", mail="dee@example.org")
    comment = post_comment(page=flood, writer=dee, text="Good luck.", now=now)
    assert forget_contacts(now=now + timedelta(days=29)) == 0
    assert forget_contacts(now=now + timedelta(days=31)) == 1
    comment.refresh_from_db()
    assert (comment.mail, comment.origin, comment.device) == ("", "", "d" * 64)


def test_the_device_cookie_cannot_be_read_by_scripts(flood: Page, client: Client):
    answer = client.post(f"/threads/{flood.pk}/post/", {"text": "Hello all.", "author_name": "Cass"}, **FROM_OUR_PAGE)
    cookie = answer.cookies[COOKIE]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert Comment.objects.get().device not in cookie.value
