"""A thread is read by other programs too: published words, and never anything else."""

from __future__ import annotations

import json
from typing import Any
from xml.etree import ElementTree as Tree

import pytest
from django.test import Client
from wagtail.models import Page, PageViewRestriction

from dateline.discussion.actions import edit, set_status, withdraw
from dateline.discussion.feed import LENGTH
from dateline.discussion.models import Comment, Status
from dateline.discussion.writer import Writer

from .conftest import Say

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


def items(client: Client, page: Page) -> list[dict[str, Any]]:
    """The entries of the JSON feed."""
    found: list[dict[str, Any]] = json.loads(client.get(f"/threads/{page.pk}/feed.json").content)["items"]
    return found


def test_a_comment_stands_in_the_feed_under_its_permalink(client: Client, flood: Page, say: Say) -> None:
    comment = say("The *ferry* runs.")
    answer = say("Since noon.", parent=comment, author_name="Dee")
    newest, oldest = items(client, flood)
    assert newest["title"] == "Dee answers Ben"
    assert oldest["title"] == "Ben writes"
    assert oldest["id"] == f"http://127.0.0.1:8000/comments/{comment.pk}/"
    assert newest["url"] == f"http://127.0.0.1:8000/comments/{answer.pk}/#c{answer.pk}"
    assert oldest["content_html"] == '<div dir="auto"><p>The <em>ferry</em> runs.</p>\n</div>'
    assert oldest["authors"] == [{"name": "Ben"}]


@pytest.mark.parametrize("form", ["rss", "atom"])
def test_the_other_two_forms_can_be_parsed(client: Client, flood: Page, say: Say, form: str) -> None:
    say("Water & <b> \x07 مرحبا", author_name="Be\x0bn <b>")
    response = client.get(f"/threads/{flood.pk}/feed.{form}")
    assert response["Access-Control-Allow-Origin"] == "*"
    root = Tree.fromstring(response.content)
    assert len(root.findall("channel/item") or root.findall(f"{ATOM}entry")) == 1
    assert "مرحبا" in response.content.decode()


def test_an_id_stays_when_the_words_change(client: Client, flood: Page, say: Say, cass: Writer, now: Any) -> None:
    comment = say("The brige is shut.")
    Comment.objects.filter(pk=comment.pk).update(device=cass.device)
    before = items(client, flood)[0]
    edit(comment=comment, writer=cass, text="The bridge is shut.", now=now)
    set_status(comment=comment, status=Status.PUBLISHED)
    after = items(client, flood)[0]
    assert (before["id"], before["date_published"]) == (after["id"], after["date_published"])
    assert "bridge" in after["content_html"]


@pytest.mark.parametrize("status", [Status.HELD, Status.REJECTED, Status.SPAM])
def test_what_is_not_public_is_in_no_feed(client: Client, flood: Page, say: Say, status: Status) -> None:
    hidden, answer = (comment := say("Hidden words.", author_name="Cass")), say("An answer.", parent=comment)
    set_status(comment=hidden, status=status)
    said = json.dumps(items(client, flood))
    assert "Hidden words" not in said
    assert "Cass" not in said
    assert f"/comments/{answer.pk}/" in said


def test_what_its_author_takes_back_leaves_the_feed(client: Client, flood: Page, say: Say, cass: Writer, now: Any):
    comment = say("Hidden words.")
    Comment.objects.filter(pk=comment.pk).update(device=cass.device)
    withdraw(comment=comment, writer=cass, now=now)
    assert items(client, flood) == []


def test_the_feed_of_a_page_for_a_few_is_absent(client: Client, flood: Page, say: Say) -> None:
    say()
    PageViewRestriction.objects.create(page=flood, restriction_type=PageViewRestriction.LOGIN)
    assert client.get(f"/threads/{flood.pk}/feed.rss").status_code == 404
    assert client.get(f"/threads/{flood.pk + 999}/feed.rss").status_code == 404
    assert client.get(f"/threads/{flood.pk}/feed.xml").status_code == 404


def test_a_feed_is_as_long_as_a_feed_should_be(
    client: Client, flood: Page, say: Say, django_assert_max_num_queries: Any
):
    for _ in range(LENGTH + 3):
        say()
    client.get(f"/threads/{flood.pk}/feed.rss")
    with django_assert_max_num_queries(12):
        assert len(items(client, flood)) == LENGTH


def test_pages_name_their_feed(client: Client, flood: Page, say: Say) -> None:
    say()
    html = client.get(f"/threads/{flood.pk}/").content.decode()
    assert (
        f'type="application/atom+xml" title="Comments on “The river rises”" href="/threads/{flood.pk}/feed.atom"'
        in html
    )
