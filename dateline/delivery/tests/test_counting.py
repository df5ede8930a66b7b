"""What is counted is counted by everybody together, and forgotten when its time is over."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.conf import settings
from django.core.cache import caches

from dateline.delivery import counting
from dateline.delivery.counting import CountedRows, OwnMemory, forget_counts
from dateline.delivery.models import Count

pytestmark = pytest.mark.django_db
TRIES = "funding:tries:60:x"


@pytest.fixture
def memory() -> OwnMemory:
    return OwnMemory("tests", {"OPTIONS": {"counts": settings.COUNTED}})


@pytest.fixture
def rows() -> CountedRows:
    return CountedRows()


def test_two_processes_count_together(memory: OwnMemory, rows: CountedRows) -> None:
    assert memory.add(TRIES, 0, 60)
    assert not rows.add(TRIES, 0, 60)
    assert [memory.incr(TRIES), rows.incr(TRIES), memory.incr(TRIES)] == [1, 2, 3]
    assert (memory.get(TRIES), TRIES in memory) == (3, True)


def test_what_can_be_made_anew_is_no_row(memory: OwnMemory) -> None:
    memory.set("drawing", {"svg": b"<svg/>"})
    assert memory.get("drawing") == {"svg": b"<svg/>"}
    assert not Count.objects.exists()


def test_a_history_of_tries_is_kept_as_it_was_given(rows: CountedRows) -> None:
    rows.set("allauth:rl:x", [2.5, 1.0], 60)
    assert rows.get("allauth:rl:x") == [2.5, 1.0]
    assert rows.delete("allauth:rl:x")
    assert not rows.delete("allauth:rl:x")
    assert rows.get("allauth:rl:x", "none") == "none"


def test_what_is_over_is_as_if_it_had_never_been(rows: CountedRows, monkeypatch: pytest.MonkeyPatch) -> None:
    rows.add(TRIES, 7, 60)
    rows.add("jwt:x", True, None)
    later = counting._now() + 61
    monkeypatch.setattr(counting, "_now", lambda: int(later))
    assert rows.get(TRIES) is None
    with pytest.raises(ValueError, match="not found"):
        rows.incr(TRIES)
    assert not rows.touch(TRIES, 60)
    assert rows.add(TRIES, 0, 60)
    assert rows.touch(TRIES, 600)
    forget_counts(now=datetime.fromtimestamp(later + 700, UTC))
    assert rows.get(TRIES) is None
    assert Count.objects.count() == 1


def test_nobody_is_a_stranger_again_because_many_others_came(memory: OwnMemory) -> None:
    memory.add(TRIES, 29, 3600)
    for number in range(400):
        memory.add(f"funding:tries:60:{number}", 0, 60)
        memory.set(f"drawing-{number}", number)
    memory.clear()
    assert memory.incr(TRIES) == 30


def test_no_row_tells_an_address(memory: OwnMemory) -> None:
    memory.set("allauth:rl:account:login:30/60/ip:ip:203.0.113.9", [1.0], 60)
    assert "203" not in str(Count.objects.values_list("key", "value").get())


def test_what_holds_back_is_what_the_newsroom_counts_with() -> None:
    assert isinstance(caches["default"], OwnMemory) or caches["default"].stand_in
