"""Posts: how many comments a second are on disk and answered, and what readers of the same page notice of it."""

from __future__ import annotations

from collections.abc import Iterator

from ..load.running import Load
from ..load.wire import Wire
from ..measure import Measure, Stage, share, sync_time, watched
from ..newsroom import Newsroom, newsroom
from ..program import Program

REFERENCE = ""
CLIENTS = (8, 64)
REPLIES = 0.2
READS = 100  # a second, meanwhile
SECONDS = 2  # times the stage's


def run(stage: Stage) -> Iterator[Measure]:
    """Post from few and from many connections, with a reader beside."""
    with newsroom(kept=stage.kept) as rooms, rooms.server() as server:
        Wire(server.port).get(rooms.report[0])
        for number in range(stage.rounds):
            for clients in CLIENTS:
                stage.say(f"posts, round {number + 1} of {stage.rounds}: {clients} clients")
                yield once(rooms, server, clients, stage.seconds * SECONDS, 2 * number + (clients == CLIENTS[0]))


def once(rooms: Newsroom, server: Program, clients: int, seconds: float, series: int) -> Measure:
    """One round with so many clients."""
    path, page = rooms.report
    sync = sync_time(rooms.home)
    before = server.cpu_seconds()
    told = {"port": server.port, "page": page, "clients": clients, "replies": REPLIES, "series": series}
    with watched() as busy, Load("reader", port=server.port, path=path, rate=READS) as reader:
        with Load("poster", seconds=seconds, **told) as crowd:
            posted = crowd.wait(seconds + 60)
        read = reader.stop()
    spent = server.cpu_seconds() - before
    waits = sorted((each[3] - each[2]) * 1000 for each in posted["answered"])
    figures = {
        "posts/s": len(waits) / posted["seconds"],
        "posts/CPU-s": len(waits) / spent if spent else 0.0,
        "post p50 ms": share(waits, 0.5),
        "post p99 ms": share(waits, 0.99),
        "refused": float(len(posted["refused"])),
        "read p50 ms": share(read["milliseconds"], 0.5),
        "read p99 ms": share(read["milliseconds"], 0.99),
        "fsync ms": sync,
        "machine busy %": busy.percent,
    }
    return Measure(f"{clients} clients", server.name, figures)
