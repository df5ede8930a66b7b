"""Many posts at once come out as they would one after another."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.db import DatabaseError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import Page

from dateline.discussion.actions import Entry, post_comment, post_comments, record_comment, set_mode, set_status
from dateline.discussion.actions.post import prepare, store
from dateline.discussion.authors import Known, known_authors
from dateline.discussion.grounds import NotWelcome, TooDeep
from dateline.discussion.limits import COMMENTS_BY_ONE, TooMuch
from dateline.discussion.models import Comment, Mode, Status, Thread, Verdict
from dateline.discussion.rows import insert_comments, moment, reserve_ids
from dateline.discussion.statements import ask, listed
from dateline.discussion.writer import Writer
from dateline.people.models import User

from .conftest import Say

pytestmark = pytest.mark.django_db
BEN = Writer(device="b" * 64, origin="p" * 32, name="Ben")
TEXTS = [
    "The water is at the bridge.",
    "Nobody from the county came to look at the river today, and nobody will come tomorrow.",
    "You idiot",
    "See https://water.example",
]
SAID = ("comment_id", "outcome", "reasons", "version", "accepted", "seconds")
PATIENT = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def places(flood: Page, say: Say, now: datetime) -> dict[str, Any]:
    """Everywhere one may try to write: below two pages, in answer to open, held and very deep comments."""
    set_mode(page=flood, mode=Mode.OPEN, now=now)
    quiet = flood.add_sibling(instance=Page(title="A quiet day", slug="quiet"))
    deep = say("deep")
    Comment.objects.filter(pk=deep.pk).update(depth=99)
    parents = [say("top"), say("answer", parent=say("root")), say("hidden", status=Status.HELD), deep]
    return {"pages": [flood.pk, quiet.pk], "parents": [parent.pk for parent in parents] + [10**9]}


def written_by(writer: Writer, data: st.DataObject, places: dict[str, Any]) -> Entry:
    page = data.draw(st.sampled_from([*places["pages"], None]))
    parent = None if page else data.draw(st.sampled_from(places["parents"]))
    return Entry(writer, data.draw(st.sampled_from(TEXTS)), page, parent, trap=data.draw(st.booleans()))


def state() -> dict[str, Any]:
    """All that posting changes."""
    return {
        "comments": list(Comment.objects.order_by("pk").values()),
        "verdicts": list(Verdict.objects.order_by("comment_id").values(*SAID)),
        "threads": list(Thread.objects.order_by("pk").values("page_id", "comment_count")),
    }


def after(entries: list[Entry], size: int, now: datetime) -> tuple[list[str], dict[str, Any]]:
    """Post in batches of ``size``; return what became of each and of everything, and leave no trace."""
    outcomes: list[str] = []
    with transaction.atomic():
        for start in range(0, len(entries), size):
            for placed in post_comments(entries[start : start + size], now=now):
                outcomes.append(str(placed.is_published) if isinstance(placed, tuple) else type(placed).__name__)
        seen = state()
        transaction.set_rollback(True)
    return outcomes, seen


@PATIENT
@given(data=st.data())
def test_a_batch_is_what_its_entries_are_one_by_one(places: dict[str, Any], ada: User, now: datetime, data: Any):
    known = Writer(device="k" * 64, origin="q" * 32, name="Known")
    writers = [
        BEN,
        known,
        Writer(account=ada, by_staff=True, name="Ada"),
        Writer(name="Nobody"),
        replace(BEN, device=""),
    ]
    entries = [
        written_by(data.draw(st.sampled_from(writers)), data, places) for _ in range(data.draw(st.integers(1, 12)))
    ]
    with transaction.atomic():
        Comment.objects.create(thread=Thread.objects.get(), device="k" * 64, status="published", created_at=now)
        alone, at_once = after(entries, 1, now), after(entries, len(entries), now)
        transaction.set_rollback(True)
    outcomes, seen = alone
    assert at_once[0] == outcomes
    ids = [{row["id"]: number for number, row in enumerate(each["comments"])} for each in (seen, at_once[1])]
    assert comparable(seen, ids[0]) == comparable(at_once[1], ids[1])


def comparable(seen: dict[str, Any], ids: dict[int, int]) -> dict[str, Any]:
    """The same with ids counted from the first, since PostgreSQL gives no number twice."""
    keys = ("id", "parent_id", "root_id")
    threads = sorted({row["thread_id"] for row in seen["comments"]})
    comments = [
        {
            **row,
            **{key: ids.get(row[key]) for key in keys},
            "thread_id": threads.index(row["thread_id"]),
            "path": len(row["path"]),
        }
        for row in seen["comments"]
    ]
    return {
        **seen,
        "comments": comments,
        "verdicts": [
            {**v, "comment_id": ids[v["comment_id"]], "reasons": [counted(reason, ids) for reason in v["reasons"]]}
            for v in seen["verdicts"]
        ],
    }


def counted(reason: dict[str, Any], ids: dict[int, int]) -> dict[str, Any]:
    """A reason that names a comment names it the same way."""
    copied = reason.get("facts", {}).get("comment")
    return {**reason, "words": "", "facts": {"comment": ids[copied]}} if copied else reason


def test_each_entry_is_refused_by_itself(places: dict[str, Any], now: datetime):
    here, (top, _answer, hidden, deep, _gone) = places["pages"][0], places["parents"]
    entries = [Entry(BEN, "One.", here), Entry(BEN, "Two.", None, hidden), Entry(BEN, "Three.", None, deep)]
    entries += [Entry(BEN, f"Number {number}.", None, top) for number in range(COMMENTS_BY_ONE)]
    before = Comment.objects.count()
    answers = post_comments(entries, now=now)
    assert [type(answers[place]) for place in (1, 2, -1)] == [NotWelcome, TooDeep, TooMuch]
    assert Comment.objects.count() == before + COMMENTS_BY_ONE


def test_what_changed_after_preparing_is_seen_when_storing(flood: Page, now: datetime):
    text = TEXTS[1]
    set_mode(page=flood, mode=Mode.OPEN, now=now)
    drafts = prepare([Entry(BEN, text, flood.pk)], now=now)
    post_comment(page=flood, writer=BEN, text=text, now=now)
    [repeated] = store(drafts, now=now)
    assert not repeated.is_published
    drafts = prepare([Entry(BEN, "Quite another thing.", flood.pk)], now=now)
    set_mode(page=flood, mode=Mode.ALL, now=now)
    [held] = store(drafts, now=now)
    assert not held.is_published
    drafts = prepare([Entry(BEN, "And a third.", flood.pk)], now=now)
    set_mode(page=flood, mode=Mode.CLOSED, now=now)
    assert isinstance(store(drafts, now=now)[0], NotWelcome)


def test_a_row_stored_in_bulk_is_the_row_that_django_stores(thread: Thread, ben: User, now: datetime):
    values = {
        "thread_id": thread.pk,
        "status": "held",
        "author_name": "Ben",
        "account_id": ben.pk,
        "text": "Words “in” 水",
        "html": "<p>",
    }
    made = Comment.objects.create(**values, created_at=now, by_staff=True)
    [number] = reserve_ids(1)
    insert_comments([{**values, "created_at": moment(now), "by_staff": True, "id": number}])
    stored, created = (Comment.objects.filter(pk=pk).values().get() for pk in (number, made.pk))
    assert {**stored, "id": 0} == {**created, "id": 0}
    assert Comment.objects.create(**values, created_at=now).pk > number


@pytest.mark.parametrize("by", ["account", "device"])
def test_what_is_known_of_an_author_is_what_their_comments_say(say: Say, ben: User, now: datetime, by: str):
    writer = Writer(account=ben) if by == "account" else BEN
    own = {"account": ben} if by == "account" else {}
    EmailAddress.objects.create(user=ben, email=ben.email, verified=True)
    for number in range(25):
        comment = say(f"Words {number}", status=Status.HELD, **own)
        Comment.objects.filter(pk=comment.pk).update(
            created_at=now - timedelta(hours=number % 5), device="" if own else BEN.device
        )
    mine = Comment.objects.by_author(writer.account_id, writer.device).newest_first()
    known = known_authors([writer, Writer(device="n" * 64)], now)
    assert sorted(known[writer.key].earlier) == sorted(mine.values_list("text", flat=True)[:20])
    assert known[writer.key]._replace(earlier=()) == Known(latest=mine.first().pk, accepted=0)
    assert known.get("device:" + "n" * 64, Known()) == Known()
    set_status(comment=mine.last(), status=Status.PUBLISHED)
    assert known_authors([writer], now)[writer.key].accepted == 1


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="PostgreSQL's planner goes by what is in the table")
def test_a_post_reads_no_more_in_a_long_thread_than_in_a_short_one(flood: Page, now: datetime):
    set_mode(page=flood, mode=Mode.OPEN, now=now)
    top = post_comment(page=flood, writer=BEN, text="One.", now=now)
    explaining = Explaining()
    with connection.execute_wrapper(explaining):
        store(prepare([Entry(BEN, "Two.", None, top.pk)], now=now), now=now)
    assert len(explaining.plans) > 8
    assert not [step for step in explaining.plans if step.startswith(("SCAN c", "SCAN t", "SCAN discussion"))]


class Explaining:
    """Asks SQLite how it does each statement that goes by."""

    def __init__(self) -> None:
        self.plans: list[str] = []

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
        if sql.lstrip().startswith(("SELECT", "UPDATE")) and "sqlite_sequence" not in sql:
            cursor = context["connection"].connection.cursor()
            plan = cursor.execute("EXPLAIN QUERY PLAN " + sql.replace("%s", "?"), params[0] if many else params)
            self.plans += [row[3] for row in plan]
        return execute(sql, params, many, context)


def test_an_import_is_counted_as_a_post_is(flood: Page, thread: Thread, now: datetime):
    def bring(parent: Comment | None = None) -> Comment:
        return record_comment(thread=thread, author_name="Ben", text="x", created_at=now, now=now, parent=parent)

    reply = bring(bring())
    post_comment(parent=reply, writer=Writer(name="Ada", by_staff=True), text="Yes.", now=now)
    thread.refresh_from_db()
    counts = Comment.objects.order_by("pk").values_list("descendant_count", "reply_count", "shown")
    assert (thread.comment_count, list(counts)) == (3, [(2, 1, True), (1, 1, True), (0, 0, True)])


def test_a_statement_fails_as_django_would_have_it_fail(db: None):
    for logged in (False, True):
        connection.force_debug_cursor = logged
        with pytest.raises(DatabaseError), transaction.atomic():
            ask("SELECT nothing FROM nowhere WHERE x = %s", 1)
    connection.force_debug_cursor = False
    assert ask("SELECT CAST(asked.value AS bigint) FROM EACH(%s) AS asked", listed([1, 2])) == [(1,), (2,)]
