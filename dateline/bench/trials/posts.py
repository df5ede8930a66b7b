"""Posts: how many comments a second are on disk and answered, and what readers of the same page notice of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..load.running import Load
from ..load.wire import Wire
from ..measure import Measure, Stage, share, sync_time, watched
from ..newsroom import Newsroom, newsroom
from ..program import Program

REFERENCE = ""
LOADS = ((8, 0.0), (64, 0.0), (64, 2500.0))  # clients, and posts a second; 0: as fast as answers come
REPLIES = 0.2
READS = 100  # a second, meanwhile
SECONDS = 2  # times the stage's


def run(stage: Stage) -> Iterator[Measure]:
    """Post from few and from many connections, with a reader beside."""
    with newsroom(kept=stage.kept) as rooms, rooms.server() as server:
        Wire(server.port).get(rooms.report[0])
        for number in range(stage.rounds):
            for place, (clients, rate) in enumerate(LOADS):
                name = f"{clients} clients, {rate:,.0f}/s" if rate else f"{clients} clients"
                stage.say(f"posts, round {number + 1} of {stage.rounds}: {name}")
                crowd = {"clients": clients, "rate": rate, "series": len(LOADS) * number + place}
                yield once(rooms, server, name, crowd, stage.seconds * SECONDS)


def once(rooms: Newsroom, server: Program, name: str, crowd: dict[str, Any], seconds: float) -> Measure:
    """One round with such a crowd."""
    path, page = rooms.report
    sync = sync_time(rooms.home)
    before = server.cpu_seconds()
    told = {"port": server.port, "page": page, "replies": REPLIES, **crowd}
    with watched() as busy, Load("reader", port=server.port, path=path, rate=READS) as reader:
        with Load("poster", seconds=seconds, **told) as posters:
            posted = posters.wait(seconds + 60)
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
    return Measure(name, server.name, figures)
