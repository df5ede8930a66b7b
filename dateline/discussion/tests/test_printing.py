"""A page of a thread is bounded, and what is remembered of it is never out of date."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import connection
from django.template import Context, Template
from django.template.loader import render_to_string
from django.utils import timezone, translation
from hypothesis import given, settings
from hypothesis import strategies as st
from wagtail.models import Page

from dateline.discussion.actions import set_mode, set_status, vote
from dateline.discussion.models import Badge, Comment, Mode, Status
from dateline.discussion.printing import DEEP, _pattern, _printed, print_nodes
from dateline.discussion.reading import PAGE, REPLIES, read_branch, read_thread
from dateline.discussion.said import Said
from dateline.discussion.tree import Node
from dateline.discussion.writer import Writer

from .conftest import Say
from .test_batch import Explaining

pytestmark = pytest.mark.django_db


def printed(page: Page) -> str:
    return Template("{% load discussion %}{% thread page %}").render(Context({"page": page}))


def printed_anew(page: Page) -> str:
    """The same with nothing remembered."""
    _printed.cache_clear()
    _pattern.cache_clear()
    return printed(page)


@pytest.fixture
def crowd(say: Say) -> list[Comment]:
    """Two roots that everybody answers, and twenty that two people answer."""
    roots = [say(f"root {number}") for number in range(22)]
    for number, root in enumerate(roots):
        for reply in range(REPLIES + 60 if number < 2 else 12):
            say(f"reply {reply}", parent=root, author_name=f"Reader {reply}")
    return roots


def test_a_page_holds_a_bounded_number_of_comments_fairly_shared(flood: Page, crowd: list[Comment]):
    reading = read_thread(flood)
    assert len(reading.nodes) == PAGE
    below = {root.pk: [node for node in reading.nodes if node.comment.parent_id == root.pk] for root in crowd}
    assert {len(nodes) for nodes in list(below.values())[2:]} <= {10, 11, 12}
    assert min(len(nodes) for nodes in below.values()) >= 10
    for root in crowd:
        root.refresh_from_db()
        last = below[root.pk][-1]
        assert last.left_out == root.descendant_count - len(below[root.pk])
        assert len(read_branch(root).nodes) == root.descendant_count + 1


def test_a_long_thread_is_read_by_index_in_few_queries(
    flood: Page, crowd: list[Comment], django_assert_num_queries: Any
):
    explaining = Explaining()
    for sort in ("newest", "oldest", "best", "answered"):
        with django_assert_num_queries(4):
            read_thread(flood, sort)
        if connection.vendor == "sqlite":
            with connection.execute_wrapper(explaining):
                read_thread(flood, sort)
    assert not [step for step in explaining.plans if "TEMP B-TREE" in step or step.startswith("SCAN c")]


def test_whatever_changes_is_printed_at_once(flood: Page, say: Say, now: datetime):
    top = say("top", author_name="Ann <b>")
    reply = say("reply", parent=top)
    reader = Writer(device="r" * 64, origin="r" * 32)
    changes = [
        lambda: vote(comment=top, writer=reader, value=1, now=now),
        lambda: say("another", parent=reply),
        lambda: set_status(comment=top, status=Status.REJECTED),
        lambda: set_status(comment=top, status=Status.PUBLISHED),
        lambda: Comment.objects.filter(pk=top.pk).update(author_name="Anne"),
        lambda: Comment.objects.filter(pk=reply.pk).update(html="<p>edited</p>", by_staff=True),
        lambda: set_mode(page=flood, mode=Mode.CLOSED, now=now),
    ]
    before = printed(flood)
    for change in changes:
        change()
        assert printed(flood) != before
        assert (before := printed(flood)) == printed_anew(flood)


def test_another_language_or_zone_is_another_memory(flood: Page, say: Say):
    say(parent=say())
    seen = set()
    for language, zone in (("en", "UTC"), ("de", "UTC"), ("en", "Asia/Tokyo"), ("en", "UTC")):
        with translation.override(language), timezone.override(zone):
            nodes = read_thread(flood).nodes
            html = print_nodes(nodes, is_closed=False)
            _printed.cache_clear()
            assert html == print_nodes(nodes, is_closed=False)
            seen.add(html)
    assert len(seen) == 3


ROWS = st.builds(
    Said,
    pk=st.integers(1, 10**9),
    parent_id=st.none() | st.integers(1, 10**9),
    root_id=st.integers(1, 10**9),
    depth=st.just(0),
    path=st.just(""),
    status=st.sampled_from(Status.values),
    author_name=st.text(min_size=1, max_size=20) | st.sampled_from(["<b>", "\ue000pk\ue000", "{{ x }}"]),
    by_staff=st.booleans(),
    badge=st.sampled_from(Badge.values),
    created_at=st.integers(0, 2_000_000_000).map(lambda second: datetime.fromtimestamp(second + 0.25, UTC)),
    html=st.sampled_from(["<p>It rises.</p>\n", "<p>\ue000up\ue000 %s {0} \\1</p>\n", ""]),
    up=st.integers(0, 12_000),
    down=st.integers(0, 12_000),
    score=st.just(0.0),
    descendant_count=st.integers(0, 3_000),
    parent_name=st.none() | st.text(max_size=20),
    parent_status=st.none() | st.sampled_from(Status.values),
)


@pytest.mark.parametrize(("language", "zone"), [("en", "UTC"), ("de", "Europe/Berlin"), ("ar", "Asia/Kolkata")])
@given(row=ROWS, level=st.integers(0, DEEP), opens=st.booleans(), closes=st.integers(0, 3), left_out=st.integers(0, 9))
@settings(deadline=None, max_examples=60)
def test_what_is_filled_in_is_what_the_template_prints(
    language: str, zone: str, row: Said, level: int, opens: bool, closes: int, left_out: int
):
    node = Node(row, level, opens, closes, left_out)
    with translation.override(language), timezone.override(zone):
        reading = {"is_closed": opens, "language": language, "zone": zone, "year": timezone.localtime().year}
        by_template = render_to_string("discussion/_node.html", {"comment": row, "node": node, "reading": reading})
        assert print_nodes([node], is_closed=opens) == by_template


def test_a_comment_is_the_same_whether_it_is_a_row_or_a_model(flood: Page, say: Say):
    comment = say("Words & “more”", author_name="<i>")
    alone = render_to_string("discussion/_comment.html", {"comment": comment})
    assert alone.strip() in printed(flood)
