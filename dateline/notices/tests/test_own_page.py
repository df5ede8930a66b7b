"""What is new for somebody, on a page and in a feed that are theirs alone."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core import signing
from django.test import Client
from wagtail.models import Page

from dateline.discussion.actions import erase_own_data, own_data, set_status
from dateline.discussion.device import COOKIE, fingerprint, new_device
from dateline.discussion.models import Status, Thread
from dateline.discussion.writer import Writer
from dateline.moderation.actions import answer, appeal, decide
from dateline.moderation.models import Action, Outcome
from dateline.notices.actions import confirm, follow, forget, make_feed, refuse
from dateline.notices.actions.forgetting import NOTICES, UNCONFIRMED
from dateline.notices.actions.recipients import recipient_for
from dateline.notices.links import OWN_WITHIN, feed_token, own_link
from dateline.notices.models import Arrival, Follow, Notice, Pace, Recipient
from dateline.notices.models.asking import hash_of_mail
from dateline.people.models import Outbox, User

from .conftest import Say, account, mails, read

pytestmark = pytest.mark.django_db
OWN = "/account/notices/"
FEED = re.compile(r'href="http://127.0.0.1:8000(/notices/feed/[\w-]+\.rss)"')


def path_of(recipient: Recipient) -> str:
    return own_link(recipient).removeprefix("http://127.0.0.1:8000")


def test_the_page_counts_what_is_new_and_then_it_is_old(client: Client, say: Say, ben: Writer, dee: Writer, now: Any):
    say(dee, "It fell <b>again</b>.", parent=say(ben))
    read(now)
    client.force_login(ben.account)
    first, second = (client.get(OWN) for _ in range(2))
    assert "1 is new since you last looked." in first.content.decode()
    assert "Dee answered you." in first.content.decode()
    assert "It fell &lt;b&gt;again&lt;/b&gt;." in first.content.decode()
    assert "is new since" not in second.content.decode()
    assert first.headers["Cache-Control"] == "private, no-store"


def test_a_followed_discussion_stands_there_and_in_the_feed_without_any_mail(
    client: Client, say: Say, ben: Writer, dee: Writer, thread: Thread, now: Any
) -> None:
    say(dee, "Before.")
    read(now)
    recipient = follow(thread=thread, writer=ben, now=now).recipient
    say(dee, "It falls again.")
    say(ben, "My own words.")
    read(now)
    client.force_login(ben.account)
    first, second = (client.get(OWN).content.decode() for _ in range(2))
    assert "1 new comment on “" in first
    assert "1 new comment on “" not in second
    make_feed(recipient=recipient)
    feed = json.loads(client.get(f"/notices/feed/{feed_token(again(recipient))}.json").content)
    assert ["It falls again." in each["content_html"] for each in feed["items"]] == [True]


def test_a_stranger_finds_out_what_the_page_is_for(client: Client) -> None:
    answer = client.get(OWN)
    assert "will be listed here" in answer.content.decode()
    assert not answer.cookies


def test_choices_are_kept(post: Callable[..., Any], client: Client, ben: Writer) -> None:
    client.force_login(ben.account)
    choices = {"replies": "day", "mentions": "never", "decisions": "now", "follows": "hour", "choose": "1"}
    assert post(OWN, choices).status_code == 302
    assert Recipient.objects.get().replies == Pace.DAY
    assert post(OWN, {**choices, "replies": "sometimes"}).status_code == 422
    assert client.post(OWN, choices, HTTP_SEC_FETCH_SITE="cross-site").status_code == 403


def test_a_guest_comes_by_the_link_in_a_mail_and_sees_no_address_in_full(
    client: Client, post: Callable[..., Any], told_dee: Recipient, thread: Thread, dee: Writer, now: Any
) -> None:
    follow(thread=thread, writer=dee, now=now)
    page = path_of(told_dee)
    html = client.get(page).content.decode()
    assert "d…@example.org" in html
    assert "dee@example.org" not in html
    assert "The river rises" in html
    post(page, {"leave": str(thread.pk)})
    post(page, {"leave": "no number"})
    assert not Follow.objects.exists()
    assert client.get(f"{page[:-3]}x/").status_code == 410


def again(recipient: Recipient) -> Recipient:
    """The row as it is now."""
    return Recipient.objects.get(pk=recipient.pk)


def test_the_link_in_a_mail_ends_with_the_address_it_went_to(client: Client, told_dee: Recipient, now: Any) -> None:
    first = path_of(told_dee)
    confirm(recipient=told_dee, mail="dee@example.org", now=now)
    assert client.get(first).status_code == 200  # said twice is said once
    confirm(recipient=told_dee, mail="dee@else.example", now=now)
    assert client.get(first).status_code == 410
    second = path_of(again(told_dee))
    assert client.get(second).status_code == 200
    refuse(mail_hash=hash_of_mail("dee@else.example"), now=now)
    assert client.get(second).status_code == 410
    assert "Your newest mail has a new one." in client.get(second).content.decode()


def test_a_link_of_the_kind_that_was_good_for_ever_is_over(client: Client, told_dee: Recipient) -> None:
    token = signing.Signer(salt="dateline.notices.own").sign(str(told_dee.pk))
    assert client.get(f"/notices/yours/{token}/").status_code == 410


def test_the_link_in_a_mail_ends_after_a_while(client: Client, told_dee: Recipient, monkeypatch: Any) -> None:
    page = path_of(told_dee)
    stamp = signing.time.time() + OWN_WITHIN.total_seconds()
    monkeypatch.setattr(signing.time, "time", lambda: stamp - 60)
    assert client.get(page).status_code == 200
    monkeypatch.setattr(signing.time, "time", lambda: stamp + 60)
    assert client.get(page).status_code == 410


def test_who_asks_for_another_feed_shuts_out_whoever_has_an_old_mail(
    post: Callable[..., Any], client: Client, told_dee: Recipient
) -> None:
    page = path_of(told_dee)
    assert client.get(post(page, {"feed": "new"}).headers["Location"]).status_code == 200
    assert client.get(page).status_code == 200
    there = post(page, {"feed": "new"}).headers["Location"]
    assert client.get(page).status_code == 410
    assert post(page, {"choose": "1"}).status_code == 410
    assert "By feed" in client.get(there).content.decode()


def test_a_feed_holds_no_key(
    client: Client, say: Say, ben: Writer, dee: Writer, told_dee: Recipient, ada: User, now: Any
) -> None:
    comment = say(dee)
    say(ben, parent=comment)
    decision = decide(comment=comment, action=Action.REJECT, moderator=ada, now=now)
    made = appeal(against=decision, words="It was irony.", now=now)
    answer(appeal=made, outcome=Outcome.OVERTURNED, words="Read again.", moderator=account("Mo"), now=now)
    read(now)
    make_feed(recipient=told_dee)
    feed = json.loads(client.get(f"/notices/feed/{feed_token(again(told_dee))}.json").content)
    assert {item["title"].split()[0] for item in feed["items"]} == {"Ben", "Another"}
    assert feed["home_page_url"] == f"http://127.0.0.1:8000{OWN}"
    assert {item["url"].split("#")[0] for item in feed["items"]} <= {
        f"http://127.0.0.1:8000/comments/{number}/" for number in (comment.pk + 1, f"mine/{comment.pk}")
    }


def test_nobody_opens_the_page_of_an_account_by_a_link(client: Client, ben: Writer, now: Any) -> None:
    recipient = recipient_for(writer=ben, now=now)
    assert own_link(recipient).endswith(OWN)


def test_a_guest_follows_and_their_browser_is_remembered(post: Callable[..., Any], client: Client, flood: Page) -> None:
    client.get(f"/threads/{flood.pk}/follow/")
    assert COOKIE not in client.cookies
    assert post(f"/threads/{flood.pk}/follow/").status_code == 303
    assert COOKIE in client.cookies
    assert "You follow this discussion" in client.get(f"/threads/{flood.pk}/followed/").content.decode()
    post(f"/threads/{flood.pk}/follow/")
    assert Follow.objects.count() == 1
    assert "The river rises" in client.get(OWN).content.decode()
    assert post(f"/threads/{flood.pk}/follow/", {"mail": "no address"}).status_code == 422


def test_a_feed_has_an_address_that_can_be_taken_away(
    post: Callable[..., Any], client: Client, say: Say, ben: Writer, dee: Writer, now: Any
) -> None:
    say(dee, "It fell again.", parent=say(ben))
    read(now)
    client.force_login(ben.account)
    post(OWN, {"feed": "new"})
    [first] = FEED.findall(client.get(OWN).content.decode())
    stranger = Client()
    for form in ("rss", "atom", "json"):
        answer = stranger.get(first.replace(".rss", f".{form}"))
        assert "It fell again." in answer.content.decode()
        assert answer.headers["Cache-Control"] == "private, no-store"
        assert "Access-Control-Allow-Origin" not in answer.headers
    post(OWN, {"feed": "new"})
    [second] = FEED.findall(client.get(OWN).content.decode())
    assert first != second
    assert [stranger.get(path).status_code for path in (first, second)] == [404, 200]
    post(OWN, {"feed": "none"})
    assert stranger.get(second).status_code == 404
    assert stranger.get("/notices/feed/1-.rss").status_code == 404
    post(OWN, {"feed": "new"})
    assert stranger.get(f"/notices/feed/{Recipient.objects.get().pk}-é.rss").status_code == 404
    post(OWN, {"feed": "none"})
    assert stranger.get(f"/notices/feed/{Recipient.objects.get().pk}-.rss").status_code == 404


def test_hidden_words_leave_the_page_and_the_feed(client: Client, say: Say, ben: Writer, dee: Writer, now: Any) -> None:
    answer = say(dee, "Hidden words.", parent=say(ben))
    read(now)
    make_feed(recipient=Recipient.objects.get())
    client.force_login(ben.account)
    [feed] = FEED.findall(client.get(OWN).content.decode())
    set_status(comment=answer, status=Status.HELD)
    assert "Hidden words." not in client.get(OWN).content.decode()
    assert json.loads(client.get(feed.replace(".rss", ".json")).content)["items"] == []


def test_erasing_forgets_that_one_was_told(
    say: Say, ben: Writer, dee: Writer, told_dee: Recipient, thread: Thread, now: datetime
) -> None:
    follow(thread=thread, writer=dee, now=now)
    say(ben, parent=say(dee))
    mails(now)
    assert own_data(writer=dee)["told"][0]["mail"] == "dee@example.org"
    assert len(own_data(writer=dee)["notices"]) == 1
    erase_own_data(writer=dee, now=now)
    assert not Recipient.objects.known_as(dee.key).exists()
    assert not Notice.objects.filter(recipient=told_dee).exists()
    assert not Outbox.objects.exists()
    assert own_data(writer=dee)["told"] == []


def test_what_is_over_is_forgotten_and_an_address_with_a_tie_is_kept(
    say: Say, ben: Writer, dee: Writer, told_dee: Recipient, cass: Writer, thread: Thread, now: datetime
) -> None:
    follow(thread=thread, writer=dee, now=now)
    say(ben, parent=say(dee))
    read(now)
    recipient_for(writer=cass, now=now)
    assert (Notice.objects.count(), Arrival.objects.count()) == (1, 2)
    forget(now=now + NOTICES + timedelta(seconds=1))
    assert (Notice.objects.count(), Arrival.objects.count()) == (0, 0)
    assert list(Recipient.objects.guests().values_list("mail", flat=True)) == ["dee@example.org"]
    assert UNCONFIRMED < NOTICES


def test_a_device_that_is_known_is_not_told_to_anybody(told_dee: Recipient) -> None:
    assert fingerprint(new_device()) not in own_link(told_dee)
    assert told_dee.device not in own_link(told_dee)
