"""The clock reads every row once, also one whose transaction commits after others with higher numbers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import datetime
from typing import Any

import pytest
from django.db import connection

from dateline.notices.fresh import read_on
from dateline.notices.models import Reading, Refusal

from .conftest import another_connection

pytestmark = pytest.mark.django_db
INSERT = "INSERT INTO notices_refusal (mail_hash, at) VALUES (%s, now())"


@pytest.fixture
def others() -> Iterator[list[Any]]:
    """Three connections of other processes; what they have stored is gone afterwards."""
    if connection.vendor != "postgresql":
        pytest.skip("on SQLite one transaction writes at a time")
    with ExitStack() as stack:
        yield [stack.enter_context(another_connection()) for _ in range(3)]
    with another_connection(autocommit=True) as last:
        last.execute("DELETE FROM notices_refusal")


def read(seen: list[str]) -> list[str]:
    """What the clock finds now; ``seen`` is what it has found before, too."""
    before = len(seen)

    def handle(after: int, until: int) -> None:
        seen.extend(
            Refusal.objects.filter(pk__gt=after, pk__lte=until).order_by("pk").values_list("mail_hash", flat=True)
        )

    read_on("try", Refusal, handle)
    return seen[before:]


def test_what_commits_late_is_not_skipped(others: list[Any]) -> None:
    late, early, later = others
    seen: list[str] = []
    late.execute(INSERT, ["late"])
    early.execute(INSERT, ["early"])
    early.commit()
    assert read(seen) == []
    later.execute(INSERT, ["later"])
    later.commit()
    for _ in range(3):  # however often one looks
        assert read(seen) == []
    late.commit()
    assert read(seen) == ["late", "early", "later"]
    assert read(seen) == []


def test_a_number_that_was_taken_before_its_row_was_stored_is_waited_for(others: list[Any]) -> None:
    late, early, _other = others
    seen: list[str] = []
    [number] = late.execute("SELECT nextval(pg_get_serial_sequence('notices_refusal', 'id'))").fetchone()
    early.execute(INSERT, ["early"])
    early.commit()
    assert read(seen) == []
    late.execute("INSERT INTO notices_refusal (id, mail_hash, at) VALUES (%s, 'late', now())", [number])
    assert read(seen) == []
    late.commit()
    assert read(seen) == ["late", "early"]


def test_who_always_writes_holds_nothing_up(others: list[Any]) -> None:
    one, other, _third = others
    seen: list[str] = []
    one.execute(INSERT, ["first"])
    assert read(seen) == []
    for number in range(4):
        other.execute(INSERT, [f"{number}"])
        one.commit()
        read(seen)
        one, other = other, one
    assert seen == ["first", "0", "1"]  # of those that were begun by the look before, each


def test_what_was_given_up_is_not_waited_for(others: list[Any]) -> None:
    late, early, _other = others
    seen: list[str] = []
    late.execute(INSERT, ["late"])
    early.execute(INSERT, ["early"])
    early.commit()
    assert read(seen) == []
    late.rollback()
    assert read(seen) == ["early"]


def test_rows_are_read_once(now: datetime) -> None:
    seen: list[str] = []
    for name in ("one", "two"):
        Refusal.objects.create(mail_hash=name, at=now)
        assert read(seen) == [name]
    assert read(seen) == []
    assert Reading.objects.get(source="try").until == Refusal.objects.latest("pk").pk
