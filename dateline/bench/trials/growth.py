"""Growth: what a comment and its page cost below a thread of 100, of 1,000 and of 10,000, in processor time."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from ..measure import Measure, Stage, watched
from ..newsroom import Newsroom, environment_of, newsroom, told

REFERENCE = ""
LENGTHS = (100, 1000, 10_000)
COST = "from dateline.bench.cost import cost; cost({!r}, {}, {})"


def run(stage: Stage) -> Iterator[Measure]:
    """Make a newsroom for each length, then measure one after another in each round."""
    with ExitStack() as stack:
        made: dict[int, Newsroom] = {}
        for length in LENGTHS:
            stage.say(f"growth: a thread of {length} comments is made")
            kept = Path(f"{stage.kept}-{length}") if stage.kept else None
            made[length] = stack.enter_context(newsroom(comments=length, reports=1, kept=kept))
        for number in range(stage.rounds):
            for length, rooms in made.items():
                stage.say(f"growth, round {number + 1} of {stage.rounds}: a thread of {length}")
                yield once(rooms, length, number + 1)


def once(rooms: Newsroom, length: int, series: int) -> Measure:
    """Have some comments posted and their page made right, each by itself."""
    code = COST.format(*rooms.report, series)
    with watched() as busy:
        words = told(["-m", "dateline", "shell", "-v0", "-c", code], environment_of(rooms.home, rooms.port))
    spent = json.loads(words.splitlines()[-1])
    figures = {"CPU-ms a comment": spent["post"], "CPU-ms its page": spent["page"], "machine busy %": busy.percent}
    return Measure(f"a thread of {length:,}", "dateline", figures)
