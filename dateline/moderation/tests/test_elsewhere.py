"""What is written on other sites comes to the same desk."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import Page

from dateline.discussion.actions import Entry, post_elsewhere
from dateline.discussion.in_force import terms_of
from dateline.discussion.models import Comment, Embedding, Mode, Thread
from dateline.discussion.places import Place
from dateline.discussion.writer import Writer
from dateline.moderation.models import PolicyChange
from dateline.people.models import User

pytestmark = pytest.mark.django_db
WEIR = Place("https://blog.example/weir/", "https://blog.example/weir/", "The <weir>")


@pytest.fixture
def comment(flood: Page, now: datetime) -> Comment:
    """Cass writes below a post of a blog, and waits."""
    Embedding.objects.create(origins="https://blog.example")
    entry = Entry(Writer(device="c" * 64, name="Cass"), "They let the weir rot, and nobody says so.")
    return Comment.objects.get(pk=post_elsewhere(entry, place=WEIR, now=now).comment_id)


def test_a_card_says_on_which_site_and_leads_there(desk: Client, comment: Comment) -> None:
    html = desk.get("/moderation/").content.decode()
    assert 'href="https://blog.example/weir/" rel="nofollow noopener"' in html
    assert "The &lt;weir&gt;" in html
    assert "<weir>" not in html


def test_who_may_write_there_is_said_there(desk: Client, comment: Comment) -> None:
    address = f"/moderation/embedded/{comment.thread_id}/"
    assert "The &lt;weir&gt;" in desk.get(address).content.decode()
    assert desk.post(address, {"mode": "closed"}).status_code == 303
    thread = Thread.objects.get()
    assert terms_of(None, timezone.now(), thread=thread).mode == Mode.CLOSED
    assert "this discussion" in desk.get(address).text
    assert f'href="{address}"' in desk.get("/moderation/writing/").text
    change = PolicyChange.objects.get()
    assert desk.post(f"/moderation/writing/changes/{change.pk}/undo/")["Location"] == address
    assert terms_of(None, timezone.now(), thread=thread).mode == Mode.FIRST


def test_all_discussions_on_other_sites_are_listed_with_the_words_that_show_one(desk: Client, comment: Comment) -> None:
    html = desk.get("/moderation/embedded/").content.decode()
    assert "The &lt;weir&gt;" in html
    assert "/embed.js&quot;" in html
    assert "<code>https://blog.example</code>" in html
    assert "The &lt;weir&gt;" not in desk.get(f"/moderation/embedded/?before={comment.thread_id}").content.decode()


def test_it_is_for_moderators(client: Client, comment: Comment) -> None:
    for address in ("/moderation/embedded/", f"/moderation/embedded/{comment.thread_id}/"):
        assert client.get(address).status_code in {302, 403}


def test_editors_list_the_sites_and_moderators_do_not(client: Client, ada: User, mo: User) -> None:
    assert ada.has_perm("discussion.change_embedding")
    assert not mo.has_perm("discussion.change_embedding")
    client.force_login(ada)
    page = client.get("/newsroom/settings/discussion/embedding/", follow=True)
    assert b"https://blog.example.org" in page.content
