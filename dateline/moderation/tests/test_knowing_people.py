"""What is known of a person at the desk: their words, what was decided, and what moderators noted."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from wagtail.models import Page

from dateline.discussion.actions import post_comment
from dateline.discussion.models import Comment, Restraint
from dateline.discussion.writer import Writer, key_of
from dateline.moderation.actions import decide, note_about, restrain
from dateline.moderation.models import Action, Note
from dateline.people.models import User

from .conftest import person

pytestmark = pytest.mark.django_db


def test_a_note_stands_on_every_card_of_the_person_and_nowhere_else(
    held: Comment, flood: Page, desk: Client, now: datetime
):
    ben = post_comment(page=flood, writer=Writer(device="b" * 64, name="Ben"), text="Good morning.", now=now)
    address = f"/moderation/people/{key_of(held)}/"
    assert desk.post(f"{address}note/", {"words": "Sells <i>things</i>."}).status_code == 303
    html = desk.get("/moderation/").content.decode()
    assert html.count("Sells &lt;i&gt;things&lt;/i&gt;.") == 1
    assert "Sells &lt;i&gt;things&lt;/i&gt;." in desk.get(address).content.decode()
    assert "Sells" not in desk.get(f"/moderation/people/{key_of(ben)}/").content.decode()


@pytest.mark.parametrize("words", ["", "  ", "x" * 501, "a\x00b"])
def test_a_note_has_words_that_can_be_kept(held: Comment, desk: Client, words: str):
    assert desk.post(f"/moderation/people/{key_of(held)}/note/", {"words": words}).status_code == 400
    assert not Note.objects.exists()


def test_the_database_refuses_to_change_or_delete_a_note(held: Comment, mo: User, now: datetime):
    note = note_about(whose=key_of(held), words="Sells things.", moderator=mo, now=now)
    with pytest.raises(DatabaseError), transaction.atomic():
        Note.objects.filter(pk=note.pk).update(words="Never said.")
    with pytest.raises(DatabaseError), transaction.atomic():
        note.delete()
    assert Note.objects.get().words == "Sells things."


def test_the_page_of_a_person_says_all_that_is_known(held: Comment, desk: Client, mo: User, now: datetime):
    decide(comment=held, action=Action.SPAM, moderator=mo, now=now, note="The usual.")
    restrain(comment=held, kind=Restraint.WARNED, days=7, words="No offers, please.", moderator=mo, now=now)
    html = desk.get(f"/moderation/people/{key_of(held)}/").content.decode()
    for words in ("<dt>Spam</dt><dd>1</dd>", "97$ per hour", "pay by the hour", "The usual.", "No offers, please."):
        assert words in html


def test_the_page_goes_back_through_everything_they_wrote(held: Comment, desk: Client, now: datetime):
    Comment.objects.bulk_create(
        [
            Comment(
                thread=held.thread, device=held.device, text=f"Number {number}.", created_at=now - timedelta(number)
            )
            for number in range(1, 45)
        ]
    )
    address, seen = f"/moderation/people/{key_of(held)}/", []
    before = ""
    while True:
        html = desk.get(address + before).content.decode()
        seen += [number for number in range(1, 45) if f"Number {number}." in html]
        if 'rel="next"' not in html:
            break
        before = html.split('" rel="next"')[0].rsplit('href="', 1)[1]
    assert seen == list(range(1, 45))


@pytest.mark.parametrize(
    "key", ["account:999999", "device:" + "0" * 64, "device:x", "account:", "name:Cass", "account:" + "9" * 30]
)
def test_nobody_has_no_page(desk: Client, key: str):
    assert desk.get(f"/moderation/people/{key}/").status_code == 404
    assert desk.post(f"/moderation/people/{key}/note/", {"words": "x"}).status_code in {400, 404}


def test_the_place_of_somebody_elses_comment_shows_nothing(held: Comment, flood: Page, desk: Client, now: datetime):
    ben = post_comment(page=flood, writer=Writer(device="b" * 64, name="Ben"), text="Good morning.", now=now)
    assert desk.get(f"/moderation/people/{key_of(held)}/", {"before": ben.pk}).status_code == 404


def test_only_the_desk_sees_people(held: Comment, client: Client):
    address = f"/moderation/people/{key_of(held)}/"
    assert client.get(address).status_code == 302
    client.force_login(person("Ben"))
    assert client.get(address).status_code == 403
    assert client.post(f"{address}note/", {"words": "x"}).status_code == 403
