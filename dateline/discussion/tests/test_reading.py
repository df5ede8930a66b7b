"""A thread is read page by page, in few queries, and never shows what is not public."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.template import Context, Template
from django.test import Client
from wagtail.models import Page, PageViewRestriction

from dateline.discussion.actions import set_mode, set_status
from dateline.discussion.models import Comment, Mode, Status, Thread
from dateline.discussion.reading import REPLIES, ROOTS, read_branch, read_thread

from .conftest import Say

pytestmark = pytest.mark.django_db


def printed(page: Page) -> str:
    """What a report's page prints."""
    return Template("{% load discussion %}{% thread page %}").render(Context({"page": page}))


def texts(reading: Any) -> list[str]:
    return [node.comment.html.removeprefix("<p>").removesuffix("</p>\n") for node in reading.nodes]


def test_an_empty_thread_says_what_will_be_here(flood: Page):
    html = printed(flood)
    assert "0 comments" in html
    assert "No one has written yet" in html
    assert f'action="/threads/{flood.pk}/post/"' in html


def test_a_closed_thread_is_read_but_has_no_form(flood: Page, say: Say, now: Any):
    say("Still to be read.")
    set_mode(page=flood, mode=Mode.CLOSED, now=now)
    html = printed(flood)
    assert "Still to be read." in html
    assert "This discussion was closed on 14 November 2025. You can still read it." in " ".join(html.split())
    assert "<textarea" not in html
    assert "/reply/" not in html


def test_the_section_is_the_same_bytes_every_time(flood: Page, say: Say):
    say(parent=say())
    assert printed(flood) == printed(flood)
    assert "csrf" not in printed(flood).lower()


def test_any_thread_takes_the_same_few_queries(flood: Page, say: Say, django_assert_max_num_queries: Any):
    for _ in range(12):
        comment = say()
        for _ in range(8):
            comment = say(parent=comment)
    with django_assert_max_num_queries(4):
        html = printed(flood)
    assert html.count("<article") == 108


def test_newest_roots_come_first_and_replies_follow_the_conversation(flood: Page, say: Say):
    first, _second = say("first"), say("second")
    say("reply two", parent=say("reply one", parent=first))
    assert texts(read_thread(flood)) == ["second", "first", "reply one", "reply two"]
    assert texts(read_thread(flood, "oldest")) == ["first", "reply one", "reply two", "second"]


def test_the_best_come_first_by_how_sure_we_are(flood: Page, say: Say):
    say("one vote", up=1)
    say("many votes", up=90, down=10)
    say("disliked", up=1, down=9)
    assert texts(read_thread(flood, "best")) == ["many votes", "one vote", "disliked"]


def test_the_most_answered_come_first(flood: Page, say: Say):
    say("nobody answers")
    much, little = say("much answered"), say("little answered")
    say("two", parent=say("one", parent=much))
    say("three", parent=little)
    roots = [node.comment.html for node in read_thread(flood, "answered").nodes if node.level == 0]
    assert roots == ["<p>much answered</p>\n", "<p>little answered</p>\n", "<p>nobody answers</p>\n"]


@pytest.mark.parametrize("sort", ["newest", "oldest", "best", "answered"])
def test_pages_hold_every_root_once_though_comments_arrive_meanwhile(flood: Page, say: Say, client: Client, sort: str):
    wanted = {say(f"root {number}", up=number % 3).text for number in range(ROOTS * 2 + 3)}
    reading, found = read_thread(flood, sort), []
    while True:
        found += [text for text in texts(reading) if text in wanted]
        if not reading.next_url:
            break
        say("arrived meanwhile")
        query = client.get(reading.next_url).wsgi_request.GET
        reading = read_thread(flood, query["sort"], query["after"])
    assert len(found) == len(wanted) == len(set(found))


@pytest.mark.parametrize("after", ["x", "9" * 40, "-1", "1-x", "9-9-9", "'; --", "\x00", "99999999999999999-1", "²"])
@pytest.mark.parametrize("sort", ["newest", "oldest", "best", "answered", "worst"])
def test_a_cut_address_is_the_beginning_and_no_error(flood: Page, say: Say, client: Client, sort: str, after: str):
    say()
    assert client.get(f"/threads/{flood.pk}/", {"sort": sort, "after": after}).status_code == 200


def test_a_long_branch_is_continued_on_its_own_page(flood: Page, say: Say):
    root = say("root")
    for number in range(REPLIES + 5):
        say(f"reply {number}", parent=root)
    reading = read_thread(flood)
    assert len(reading.nodes) == 1 + REPLIES
    assert reading.nodes[-1].left_out == 5
    assert "5 more replies" in printed(flood)
    assert len(read_branch(Comment.objects.get(pk=root.pk)).nodes) == REPLIES + 6


def test_deep_branches_say_whom_they_answer(flood: Page, say: Say):
    comment = None
    for number in range(9):
        comment = say(f"level {number}", parent=comment, author_name=f"Person {number}")
    html = printed(flood)
    assert "branch__item--flat " in html
    assert "in reply to <bdi>Person 7</bdi>" in html


def test_a_permalink_shows_what_is_answered_and_what_answers(say: Say, client: Client):
    top, other = say("top"), say("other")
    middle = say("middle", parent=top)
    say("below", parent=middle)
    html = client.get(f"/comments/{middle.pk}/").content.decode()
    assert all(text in html for text in ("top", "middle", "below"))
    assert f'id="c{other.pk}"' not in html


@pytest.mark.parametrize("status", [Status.HELD, Status.REJECTED, Status.SPAM, Status.DELETED])
def test_what_is_not_public_is_nowhere(flood: Page, say: Say, client: Client, status: Status):
    hidden = say("hidden words", author_name="Hidden name", status=status)
    say("answer", parent=say("open"))
    pages = [
        printed(flood),
        *(client.get(f"/threads/{flood.pk}/?sort={s}").content.decode() for s in ("best", "oldest")),
    ]
    assert not [html for html in pages if "hidden words" in html or "Hidden name" in html]
    for part in ("", "reply/", "report/", "report/thanks/"):
        assert client.get(f"/comments/{hidden.pk}/{part}").status_code == 404
    assert Thread.objects.get().comment_count == 2


def test_the_place_of_a_hidden_comment_holds_up_its_replies(flood: Page, say: Say, client: Client):
    parent = say("hidden words", author_name="Hidden name")
    reply = say("the reply stays", parent=parent)
    set_status(comment=parent, status=Status.REJECTED)
    html = printed(flood) + client.get(f"/comments/{reply.pk}/").content.decode()
    assert "the reply stays" in html
    assert "This comment is not public." in html
    assert "hidden words" not in html
    assert "Hidden name" not in html


def test_a_page_that_is_not_live_has_no_public_discussion(flood: Page, say: Say, client: Client):
    comment = say()
    flood.unpublish()
    assert client.get(f"/threads/{flood.pk}/").status_code == 404
    assert client.get(f"/comments/{comment.pk}/").status_code == 404


def test_counts_for_a_list_are_one_query(flood: Page, say: Say, django_assert_num_queries: Any):
    say()
    source = "{% load discussion %}{% comment_counts pages as counts %}{{ counts|of_page:page }}"
    with django_assert_num_queries(1):
        assert Template(source).render(Context({"pages": [flood], "page": flood})) == "1"
    assert Template("{% load discussion %}{% comment_count page %}").render(Context({"page": flood})) == "1"


def test_a_number_beyond_every_comment_is_not_found(db: None, client: Client):
    assert client.get("/comments/99999999999999999999999/").status_code == 404


def test_what_was_said_below_a_page_for_a_few_is_for_those_few(flood: Page, say: Say, client: Client, post: Any):
    comment = say("Only members know this.")
    PageViewRestriction.objects.create(page=flood, restriction_type=PageViewRestriction.LOGIN)
    for path in ("", "reply/", "report/", "report/thanks/"):
        assert client.get(f"/comments/{comment.pk}/{path}").status_code == 404, path
    assert post(f"/comments/{comment.pk}/vote/", {"value": "1"}).status_code == 404


def test_what_was_said_below_a_page_goes_with_the_page(flood: Page, say: Say, client: Client):
    comment = say("Still here?")
    flood.delete()
    assert client.get(f"/comments/{comment.pk}/").status_code == 404


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="PostgreSQL's planner goes by what is in the table")
@pytest.mark.django_db
def test_an_index_of_answers_holds_no_roots_or_all_threads_would_be_read_by_it() -> None:
    plans = []
    for condition in ("= 1", "IS NULL"):
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN QUERY PLAN SELECT id FROM discussion_comment WHERE parent_id {condition}")
            plans.append(" ".join(row[-1] for row in cursor.fetchall()))
    answers, roots = plans
    assert "comment_answers (parent_id=?)" in answers
    assert "(parent_id=?)" not in roots
