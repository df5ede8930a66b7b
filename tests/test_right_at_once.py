"""Right at once and never lost: real processes write, read and are killed, and what was answered holds."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from dateline.bench.load.running import Load
from dateline.bench.newsroom import Newsroom, environment_of, newsroom, told
from dateline.bench.rampage import rampage

pytestmark = pytest.mark.own_database

COMPARE = "from dateline.bench.truth import compare; compare()"
SHOWN = 25  # roots on a report's page
ROOTS = "SELECT c.id FROM discussion_comment c JOIN discussion_thread t ON t.id = c.thread_id WHERE t.page_id = ?"


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where a filled newsroom lies, to be copied for each test."""
    return tmp_path_factory.mktemp("kept")


@pytest.fixture
def rooms(kept: Path) -> Iterator[Newsroom]:
    """A newsroom of three reports; nobody has written below the second."""
    with newsroom(comments=60, reports=3, kept=kept) as one:
        yield one


def store_and_rows(rooms: Newsroom) -> dict[str, list[str]]:
    """The pages in readers' way once all is settled, and those of them that are not what the application says."""
    words = told(["-m", "dateline", "shell", "-v0", "-c", COMPARE], environment_of(rooms.home, rooms.port))
    found: dict[str, list[str]] = json.loads(words.splitlines()[-1])
    return found


def write_and_watch(rooms: Newsroom, path: str, page: int) -> tuple[list[Any], list[dict[str, Any]], dict[str, Any]]:
    """Two crowds write below one report, one follows to their own words, two watch; all are processes."""
    with ExitStack() as stack:
        watchers = [stack.enter_context(Load("watcher", port=rooms.port, path=path, every=0.01)) for _ in range(2)]
        own = stack.enter_context(Load("own", port=rooms.port, page=page, rate=3, series=50))
        crowd = {"port": rooms.port, "page": page, "clients": 4, "rate": 20, "seconds": 6}
        posters = [stack.enter_context(Load("poster", series=number, **crowd)) for number in (1, 2)]
        posted = [poster.wait(120) for poster in posters]
        followed = own.stop()
        store_and_rows(rooms)
        watched = [watcher.stop(after=1.0) for watcher in watchers]
    return [each for one in posted for each in one["answered"]], watched, followed


@pytest.mark.thorough
def test_every_page_is_a_moment_of_the_thread_and_none_is_older_than_the_one_before(rooms: Newsroom) -> None:
    path, page = list(rooms.reports.items())[1]
    with rooms.server():
        answered, watched, followed = write_and_watch(rooms, path, page)
    roots = sorted(int(str(row[0])) for row in rooms.ask(ROOTS, page))
    assert len(answered) > 50
    assert {each[1] for each in answered} <= set(roots)
    assert (followed["missing"], followed["failed"]) == (0, 0)
    for one in watched:
        newest = [max(numbers) for _at, numbers in one["seen"] if numbers]
        assert newest == sorted(newest)
        assert newest[-1] == roots[-1]
        for _at, numbers in one["seen"]:
            before = [number for number in roots if number <= max(numbers, default=0)]
            assert numbers == before[: -SHOWN - 1 : -1]


@pytest.mark.thorough
def test_pages_are_right_although_their_makers_are_killed_again_and_again(rooms: Newsroom) -> None:
    found: dict[str, list[str]] = {}
    killed = rampage(
        rooms,
        times=6,
        seed=3,
        rate=30.0,
        victims=("dateline-tender", "dateline-desk"),
        say=lambda _number, _whom: None,
        at_end=lambda: found.update(store_and_rows(rooms)),
    )
    assert killed.kills.total() >= 5
    assert killed.answered > 10
    assert killed.wrong == []
    assert rooms.report[0] in found["out"]
    assert found["wrong"] == []


def test_what_was_answered_is_there_once_although_everything_is_killed(rooms: Newsroom) -> None:
    killed = rampage(rooms, times=5, seed=8, rate=30.0, say=lambda _number, _whom: None)
    assert killed.kills.total() >= 4
    assert killed.answered > 10
    assert killed.wrong == []
