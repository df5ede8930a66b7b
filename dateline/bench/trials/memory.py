"""Memory: all processes together, as ever more pages are stored; and how long one gift takes to be on all of them."""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from time import monotonic, sleep

from ..load.running import Load
from ..load.wire import Wire
from ..measure import Measure, Stage, share, watched
from ..newsroom import Newsroom, newsroom
from ..program import Program

REFERENCE = ""
PAGES = 5000
STEPS = (50, 1000, PAGES)
MIB = 1024 * 1024
GIVEN_WITHIN = 600.0
READS = 50  # a second, meanwhile
MONEY = "SELECT coalesce(min(id), 0) FROM delivery_change WHERE id > ? AND ' ' || tags || ' ' LIKE '% money %'"
NEWEST = "SELECT coalesce(max(id), 0) FROM delivery_change"
STALE = "SELECT count(*) FROM page WHERE stale_since IS NOT NULL AND is_out"
OUT = "SELECT count(*) FROM page WHERE is_out"
SETTLED = 8  # where the gauge has the number of the last change that the store reflects


def run(stage: Stage) -> Iterator[Measure]:
    """Have ever more pages read, weigh the processes, then give once."""
    pages = PAGES if stage.rounds > 1 else PAGES // 10
    kept = Path(f"{stage.kept}-{pages}-pages") if stage.kept else None
    stage.say(f"memory: a newsroom with {pages} reports is made; that takes minutes")
    with newsroom(comments=100, reports=pages, kept=kept) as rooms, rooms.server() as server:
        yield Measure("just started", server.name, weight(server))
        done = 0
        for step in sorted({min(step, pages) for step in STEPS}):
            stage.say(f"memory: {step} of {pages} pages are read")
            read_all(server, list(rooms.reports)[done:step])
            done = step
            yield Measure(f"{step:,} pages stored", server.name, weight(server))
        stage.say(f"memory: one gift, which is on all {pages} pages")
        yield Measure(f"one gift, {pages:,} pages", server.name, gift(rooms, server))
        yield Measure("after the gift", server.name, weight(server))


def weight(server: Program) -> dict[str, float]:
    """Return the proportional set size of all processes."""
    return {"MiB in all processes": server.memory() / MIB, "processes": float(len(server.pids()))}


def read_all(server: Program, paths: list[str]) -> None:
    """Read each page once."""
    wire = Wire(server.port)
    for path in paths:
        status, _head, _body = wire.get(path, "Accept-Encoding: gzip")
        if status != 200:
            raise OSError(f"{status} at {path}")
    wire.close()


def gift(rooms: Newsroom, server: Program) -> dict[str, float]:
    """Give once; return for how long after the change in the rows a page that does not tell of it is in the way."""
    [[before]] = rooms.ask(NEWEST)
    out = float(in_index(rooms, OUT))
    path = rooms.report[0]
    with (
        watched() as busy,
        Load("reader", port=server.port, path=path, rate=READS) as reader,
        Load("giver", port=server.port, series=1, rate=1.0, gifts=1),
    ):
        change = int(str(awaited(lambda: rooms.ask(MONEY, before)[0][0])))
        begun = monotonic()
        awaited(lambda: settled(rooms) >= change)
        marked = monotonic() - begun
        awaited(lambda: not in_index(rooms, STALE))
        right = monotonic() - begun
        read = reader.stop(after=1.0)
    return {
        "marked after ms": marked * 1000,
        "right or out of the way after ms": right * 1000,
        "pages before": out,
        "pages after": float(in_index(rooms, OUT)),
        "read p99 ms": share(read["milliseconds"], 0.99),
        "machine busy %": busy.percent,
    }


def awaited(ask: Callable[[], object]) -> object:
    """Ask until the answer is more than nothing, and return it. Raises TimeoutError."""
    until = monotonic() + GIVEN_WITHIN
    while not (answer := ask()):
        if monotonic() > until:
            raise TimeoutError(f"Nothing came of one gift within {GIVEN_WITHIN:.0f} s.")
        sleep(0.002)
    return answer


def in_index(rooms: Newsroom, statement: str) -> int:
    """Ask the store's index for a number."""
    with closing(sqlite3.connect(rooms.pages / "index.sqlite3", timeout=20)) as index:
        return int(index.execute(statement).fetchone()[0])


def settled(rooms: Newsroom) -> int:
    """Return the number of the last change that the store reflects."""
    (number,) = struct.unpack_from("<Q", (rooms.pages / "gauge").read_bytes(), SETTLED)
    return int(number)
