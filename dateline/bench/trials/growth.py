"""Growth: what a comment and its page cost below a thread of 100, of 1,000 and of 10,000, in processor time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from time import sleep

from ..load.running import Load
from ..load.wire import Wire
from ..measure import Measure, Stage, watched
from ..newsroom import Newsroom, newsroom
from ..program import Program

REFERENCE = ""
LENGTHS = (100, 1000, 10_000)
RATE = 20  # a second: each of them changes the page by itself
SETTLING = 1.0


def run(stage: Stage) -> Iterator[Measure]:
    """Measure each length with a newsroom of its own."""
    for length in LENGTHS:
        stage.say(f"growth: a thread of {length} comments is made")
        kept = Path(f"{stage.kept}-{length}") if stage.kept else None
        with newsroom(comments=length, reports=1, kept=kept) as rooms, rooms.server() as server:
            Wire(server.port).get(rooms.report[0])
            for number in range(stage.rounds):
                stage.say(f"growth, round {number + 1} of {stage.rounds}: a thread of {length}")
                yield once(rooms, server, length, stage.seconds * 2, number + 1)


def once(rooms: Newsroom, server: Program, length: int, seconds: float, series: int) -> Measure:
    """Post for a while, wait until all is settled, and divide what that has cost."""
    before = server.cpu_seconds()
    with watched() as busy:
        told = {"port": server.port, "page": rooms.report[1], "clients": 1, "rate": RATE, "seconds": seconds}
        with Load("poster", series=series, **told) as crowd:
            posted = crowd.wait(seconds + 60)
        sleep(SETTLING)
    spent = server.cpu_seconds() - before
    number = len(posted["answered"])
    cost = 1000 * spent / number if number else 0.0
    figures = {"CPU-ms a comment": cost, "comments": float(number), "machine busy %": busy.percent}
    return Measure(f"a thread of {length:,}", server.name, figures)
