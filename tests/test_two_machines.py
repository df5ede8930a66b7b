"""Two newsrooms' servers with homes of their own over one PostgreSQL: they start at once, agree, and do things once."""

from __future__ import annotations

import re
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import httpx
import psycopg
import pytest

from dateline.bench.own_database import own_database
from dateline.project.turns import KEEPING_TIME, OURS
from tests.databases import POSTGRESQL, own_data
from tests.serving import House, Serving

pytestmark = pytest.mark.skipif(not POSTGRESQL, reason="not a run on PostgreSQL")
CHORES = 30
ENQUEUE = """
from tests.chores import note
for number in range({chores}):
    note.enqueue({path!r}, str(number))
"""
WORKERS = """
from django_tasks_db.models import DBTaskResult
print(len({worker for one in DBTaskResult.objects.all() for worker in one.worker_ids}))
"""
EDITORS = """
from dateline.people.models import User
print(User.objects.in_charge().exclude(username="ada").count())
"""
LATE = """
import psycopg
from dateline.delivery.changes import BySnapshot
from dateline.delivery.marks import mark
order = BySnapshot()
with psycopg.connect({url!r}) as late:
    late.execute("INSERT INTO delivery_change (tags) VALUES ('page:1')")
    before = order.now()
    second = mark("page:2")
    between = order.since(before)
    late.commit()
    after = order.since(between.until)
print(sorted(between.tags), sorted(after.tags), after.until.number == second, sorted(order.since(after.until).tags))
"""
HOLDER = """
SELECT client_port FROM pg_locks JOIN pg_stat_activity USING (pid)
WHERE locktype = 'advisory' AND granted AND classid = %s AND objid = %s AND pg_locks.database =
    (SELECT oid FROM pg_database WHERE datname = current_database())
"""


@pytest.fixture(scope="module")
def houses(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[House]]:
    """Two homes, one empty database, one Redis."""
    with own_data(tmp_path_factory.mktemp("data")) as data:
        yield [House(tmp_path_factory.mktemp(name), dict(data)) for name in ("east", "west")]


@pytest.fixture(scope="module")
def machines(houses: list[House]) -> Iterator[list[Serving]]:
    """Both started in the same moment, neither with anything prepared."""
    with ExitStack() as stack:
        started: list[Serving] = []
        failed: list[BaseException] = []

        def start(house: House) -> None:
            try:
                started.append(stack.enter_context(house.serving("--prepare", "--no-sample")))
            except BaseException as error:  # noqa: BLE001 - it is told in the thread of the test
                failed.append(error)

        threads = [threading.Thread(target=start, args=[house]) for house in houses]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert failed == []
        yield sorted(started, key=lambda one: str(one.log))


def holder(house: House) -> set[int]:
    """The local ports of whoever keeps time."""
    with psycopg.connect(house.settings["DATABASE_URL"]) as session:
        return {port for (port,) in session.execute(HOLDER, [OURS, KEEPING_TIME])}


def test_both_start_at_once_and_there_is_one_editor(houses: list[House], machines: list[Serving]) -> None:
    assert [one.get("/corrections/").status_code for one in machines] == [200, 200]
    assert houses[0].ask(EDITORS) == "1"
    waited = [one.log.read_text().count("Another machine prepares") for one in machines]
    assert sum(waited) <= 1
    keys = {(house.home / "secret_key").read_text() for house in houses}
    assert len(keys) == 1


def test_a_transaction_that_commits_late_is_told_late_and_not_left_out(houses: list[House]) -> None:
    with own_database(POSTGRESQL) as url:
        empty = House(houses[0].home, {"DATABASE_URL": url})
        empty.dateline("migrate", "delivery", "-v0")
        assert empty.ask(LATE.format(url=url)) == "['page:2'] ['page:1'] True []"


def test_who_signs_in_at_one_is_known_at_the_other(houses: list[House], machines: list[Serving]) -> None:
    houses[0].ask(
        "from dateline.people.models import User;"
        "User.objects.create_superuser('ada', 'ada@example.org', 'ada-edits-daily', display_name='Ada')"
    )
    with httpx.Client(base_url=machines[0].url, follow_redirects=True) as ada:
        form = ada.get("/newsroom/login/")
        token = re.findall(r'name="csrfmiddlewaretoken" value="(\w+)"', form.text)[0]
        sent = {"username": "ada", "password": "ada-edits-daily", "csrfmiddlewaretoken": token}
        assert ada.post("/newsroom/login/", data=sent, headers={"Referer": machines[0].url}).url.path == "/newsroom/"
        elsewhere = httpx.get(f"{machines[1].url}/newsroom/", cookies=dict(ada.cookies))
    assert elsewhere.status_code == 200


def test_what_was_put_off_is_done_once(houses: list[House], machines: list[Serving], tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    notes.touch()
    houses[0].ask(ENQUEUE.format(chores=CHORES, path=str(notes)))
    assert_done_once(notes, CHORES)


def assert_done_once(notes: Path, chores: int) -> None:
    deadline = time.monotonic() + 60
    while len(notes.read_text().split()) < chores and time.monotonic() < deadline:
        time.sleep(0.05)
    assert sorted(map(int, notes.read_text().split())) == list(range(chores))


def test_two_workers_racing_share_the_work_and_do_nothing_twice(
    houses: list[House], machines: list[Serving], tmp_path: Path
) -> None:
    notes = tmp_path / "notes"
    notes.touch()
    houses[0].ask(ENQUEUE.format(chores=CHORES * 5, path=str(notes)))
    command = [sys.executable, "-m", "dateline", "db_worker", "--batch", "--interval", "0", "--no-startup-delay"]
    racers = [subprocess.Popen(command, env=house.environment()) for house in houses]
    assert [racer.wait(120) for racer in racers] == [0, 0]
    assert_done_once(notes, CHORES * 5)
    assert int(houses[0].ask(WORKERS)) >= 2


def test_one_keeps_time_and_another_takes_over_within_seconds(houses: list[House], machines: list[Serving]) -> None:
    first = holder(houses[0])
    assert len(first) == 1
    with psycopg.connect(houses[0].settings["DATABASE_URL"], autocommit=True) as boss:
        boss.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE client_port = %s", list(first))
    deadline = time.monotonic() + 15
    while not (now := holder(houses[0])) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert len(now) == 1
    assert now != first
