"""Long threads: their first page and the queue's, uncached, on one file with 400,000 other comments."""

from __future__ import annotations

import json
from collections.abc import Iterator

from ..measure import Measure, Stage, share, watched
from ..newsroom import Newsroom, environment_of, newsroom, told

REFERENCE = ""
LONG = "5000,20000"
OTHERS, HELD = 400_000, 5_000
QUICK = 4_000  # other comments where it is only to be seen that it runs
UNCACHED = "from dateline.bench.uncached import uncached; uncached()"


def run(stage: Stage) -> Iterator[Measure]:
    """Make the threads once, then read them in each round."""
    with newsroom(comments=0, reports=0) as rooms:
        others = QUICK if stage.is_quick else OTHERS
        stage.say(f"threads: {LONG} and {others} other comments are made")
        command = ["-m", "dateline", "crowd", "--long", LONG, "--others", str(others), "--held", str(HELD)]
        told(command, environment_of(rooms.home, rooms.port))
        for number in range(stage.rounds):
            stage.say(f"threads, round {number + 1} of {stage.rounds}")
            yield from once(rooms)


def once(rooms: Newsroom) -> Iterator[Measure]:
    """One round."""
    with watched() as busy:
        words = told(["-m", "dateline", "shell", "-v0", "-c", UNCACHED], environment_of(rooms.home, rooms.port))
    for name, took in json.loads(words.splitlines()[-1]).items():
        figures = {"p50 ms": share(took, 0.5), "p95 ms": share(took, 0.95), "machine busy %": busy.percent}
        yield Measure(name, "dateline", figures)
