"""Somebody deletes their account: what each room keeps and what it forgets."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth.models import Group
from django.test import Client
from django.utils import timezone
from wagtail.models import Page, Site

from dateline.discussion.actions import (
    flag,
    miscounted,
    mute,
    post_comment,
    record_comment,
    restrict,
    set_mode,
    thread_of,
    visit,
    vote,
)
from dateline.discussion.models import Comment, Flag, Mode, Mute, Restraint, Restriction, Visit, Vote
from dateline.discussion.writer import Writer
from dateline.funding.actions import record_gift
from dateline.funding.models import Gift, Posting, Supporter
from dateline.lib.money import whole
from dateline.people.models import ApiToken, HouseUser, User
from dateline.people.tokens import make_token
from dateline.reports.models import Author

pytestmark = pytest.mark.django_db
ERASE, KEEP = {"words": "erase", "sure": "on"}, {"words": "keep", "sure": "on"}


@pytest.fixture
def ben() -> User:
    ben = User.objects.create_user("reader-1", email="ben@example.org", display_name="Ben Okri")
    EmailAddress.objects.create(user=ben, email=ben.email, verified=True, primary=True)
    SocialAccount.objects.create(user=ben, provider="sign-on", uid="1", extra_data={"userinfo": {"name": "Ben O."}})
    HouseUser.objects.create(user=ben, issuer="courier", subject="4711")
    data = {"name": "My key", "credential": {}}
    Authenticator.objects.create(user=ben, type=Authenticator.Type.WEBAUTHN, data=data)
    make_token(user=ben, name="My clock", scopes=["read"], lasts=timedelta(days=7), now=timezone.now())
    return ben


@pytest.fixture
def thread(ben: User):
    """A thread in which Ben has done everything that one can do."""
    now = timezone.now()
    page = Site.objects.get(is_default_site=True).root_page.add_child(instance=Page(title="Flood", slug="flood"))
    set_mode(page=page, mode=Mode.OPEN, now=now)
    thread, writer = thread_of(page=page, now=now), Writer(account=ben, name="Ben Okri")
    other = record_comment(thread=thread, author_name="Zed", text="By somebody else.", created_at=now, now=now)
    own = post_comment(page=page, writer=writer, text="The ferry is mine 🌊.", now=now)
    record_comment(thread=thread, author_name="Zed", text="An answer.", parent=own, created_at=now, now=now)
    vote(comment=other, writer=writer, value=1, now=now)
    flag(comment=other, writer=writer, reason="other", note="A private note", now=now)
    mute(comment=other, writer=writer, now=now)
    visit(thread=thread, writer=writer, now=now)
    restrict(author_of=own, kind=Restraint.WARNED, words="Mind your words.", now=now)
    return thread


def test_all_of_it_is_handed_over_first(client: Client, ben: User, thread) -> None:
    client.force_login(ben)
    page = client.get("/account/leave/").content.decode()
    assert "/account/leave/everything.json" in page
    told = json.loads(client.get("/account/leave/everything.json").content)
    assert (told["account"]["mail"], told["account"]["passkeys"][0]["name"]) == ("ben@example.org", "My key")
    assert told["account"]["house"]["subject"] == "4711"
    assert told["account"]["tokens"][0]["name"] == "My clock"
    assert told["discussions"]["comments"][0]["text"] == "The ferry is mine 🌊."
    assert "key_hash" not in json.dumps(told)


def test_the_account_goes_with_every_way_into_it(client: Client, ben: User, thread) -> None:
    elsewhere = Client()
    for browser in (client, elsewhere):
        browser.force_login(ben)
    assert client.post("/account/leave/", ERASE).headers["Location"] == "/account/leave/done/"
    assert "Your account is deleted" in client.get("/account/leave/done/").content.decode()
    for browser in (client, elsewhere):
        assert browser.get("/me.json").json()["name"] is None
    assert not User.objects.filter(pk=ben.pk).exists()
    for kind in (EmailAddress, SocialAccount, HouseUser, Authenticator, ApiToken):
        assert not kind.objects.exists(), kind


def test_words_are_erased_and_answers_stay(client: Client, ben: User, thread) -> None:
    client.force_login(ben)
    client.post("/account/leave/", ERASE)
    page = client.get(f"/threads/{thread.page_id}/").content.decode()
    assert "The ferry" not in page
    assert "Ben Okri" not in page
    assert "An answer." in page
    assert (Vote.objects.count(), Mute.objects.count(), Visit.objects.count()) == (0, 0, 0)
    assert Flag.objects.get().note == ""
    assert Flag.objects.get().voter.startswith("nobody:")
    assert miscounted() == []


def test_or_stay_and_are_nobodys(client: Client, ben: User, thread) -> None:
    client.force_login(ben)
    client.post("/account/leave/", KEEP)
    page = client.get(f"/threads/{thread.page_id}/").content.decode()
    assert "The ferry is mine 🌊." in page
    assert "Former reader" in page
    assert "Ben Okri" not in page
    own = Comment.objects.get(text__startswith="The ferry")
    assert (own.account_id, own.device, own.mail, own.badge) == (None, "", "", "")
    assert (Vote.objects.count(), Mute.objects.count(), Visit.objects.count()) == (0, 0, 0)
    assert miscounted() == []


def test_what_moderators_decided_stays(client: Client, ben: User, thread) -> None:
    client.force_login(ben)
    client.post("/account/leave/", ERASE)
    assert Restriction.objects.get().words == "Mind your words."


def test_money_stays_and_says_nothing_of_the_giver(client: Client, ben: User) -> None:
    dee = Supporter.objects.create(email="ben@example.org", since=timezone.now())
    record_gift(money=whole(5, "USD"), occurred_at=timezone.now(), now=timezone.now())
    Gift.objects.update(supporter=dee, name="Ben Okri", message="For the river", visibility="public")
    postings = Posting.objects.count()
    client.force_login(ben)
    assert json.loads(client.get("/account/leave/everything.json").content)["gifts"][0]["message"] == "For the river"
    client.post("/account/leave/", ERASE)
    gift = Gift.objects.get()
    assert (gift.name, gift.message, gift.supporter.email) == ("", "", None)
    assert Posting.objects.count() == postings


@pytest.mark.parametrize("missing", ["words", "sure"])
def test_nothing_goes_by_half_a_form(client: Client, ben: User, missing: str) -> None:
    client.force_login(ben)
    answer = client.post("/account/leave/", {name: value for name, value in ERASE.items() if name != missing})
    assert answer.status_code == 422
    assert "Nothing was deleted yet" in answer.content.decode()
    assert User.objects.filter(pk=ben.pk).exists()


def test_who_works_here_stays(client: Client) -> None:
    ada = User.objects.create_user("ada", "ada@example.org", display_name="Ada Marsh")
    ada.groups.add(Group.objects.get(name="Editor"))
    client.force_login(ada)
    assert "Ask an editor" in client.get("/account/leave/").content.decode()
    assert client.post("/account/leave/", ERASE).status_code == 403
    assert User.objects.filter(pk=ada.pk).exists()


def test_of_who_worked_here_once_a_row_stays_that_says_nothing(client: Client, ben: User) -> None:
    record_gift(money=whole(5, "USD"), occurred_at=timezone.now(), now=timezone.now(), by=ben)
    Author.objects.create(name="B. Okri", slug="b-okri", user=ben)
    client.force_login(ben)
    client.post("/account/leave/", ERASE)
    left = User.objects.get(pk=ben.pk)
    assert (left.is_active, left.email, left.public_name, left.has_usable_password()) == (
        False,
        "",
        "Somebody who left",
        False,
    )
    assert not EmailAddress.objects.exists()
    assert client.get("/me.json").json()["name"] is None


def test_a_stranger_and_another_site_delete_nothing(ben: User) -> None:
    stranger, checked = Client(), Client(enforce_csrf_checks=True)
    assert stranger.post("/account/leave/", ERASE).headers["Location"].startswith("/account/login/")
    checked.force_login(ben)
    assert checked.post("/account/leave/", ERASE).status_code == 403
    assert User.objects.filter(pk=ben.pk).exists()


def test_an_open_screen_is_no_leave_to_delete(client: Client) -> None:
    eve = User.objects.create_user("eve", email="eve@example.org", password="the river is rising")
    client.force_login(eve)
    assert client.post("/account/leave/", ERASE).headers["Location"].startswith("/account/again/")
    assert client.get("/account/leave/everything.json").headers["Location"].startswith("/account/again/")
    assert User.objects.filter(pk=eve.pk).exists()
