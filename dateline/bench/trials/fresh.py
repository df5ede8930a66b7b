"""Right at once: from a comment's commit to the first reader who is shown it, while many are written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

from ..load.running import Load
from ..load.wire import Wire
from ..measure import Measure, Stage, share, watched
from ..newsroom import Newsroom, newsroom
from ..peers import nginx
from ..program import Program

REFERENCE = ""
RATE = 200  # comments a second, all below one report
OWN_RATE = 5
EVERY = 0.004  # seconds between two looks of a reader
SETTLING = 1.0
CREATED = "SELECT id, (julianday(created_at) - 2440587.5) * 86400.0 FROM discussion_comment"


def run(stage: Stage) -> Iterator[Measure]:
    """Write, watch through the door and through nginx, and follow some writers to their own comment."""
    with ExitStack() as stack:
        rooms = stack.enter_context(newsroom(kept=stage.kept))
        server = stack.enter_context(rooms.server())
        proxy = nginx.over_store(rooms, rooms.home / "nginx-store", behind=server.port)
        watched_by = [server, *([stack.enter_context(proxy)] if proxy else [])]
        Wire(server.port).get(rooms.report[0])
        for number in range(stage.rounds):
            stage.say(f"fresh, round {number + 1} of {stage.rounds}: {RATE} comments a second below one report")
            yield from once(rooms, watched_by, stage.seconds * 2, number)


def once(rooms: Newsroom, programs: list[Program], seconds: float, number: int) -> Iterator[Measure]:
    """One round."""
    path, page = rooms.report
    port = rooms.port
    with ExitStack() as stack:
        looks = [stack.enter_context(Load("watcher", port=one.port, path=path, every=EVERY)) for one in programs]
        series = 2 * number + 1
        own = stack.enter_context(Load("own", port=port, page=page, rate=OWN_RATE, series=series + 100))
        crowd = Load("poster", port=port, page=page, clients=16, rate=RATE, seconds=seconds, series=series)
        with watched() as busy:
            posted = stack.enter_context(crowd).wait(seconds + 60)
        followed = own.stop(after=SETTLING)
        seen = [look.stop() for look in looks]
    made = {int(str(key)): float(str(at)) for key, at in rooms.ask(CREATED)}
    for program, each in zip(programs, seen, strict=True):
        figures = lags(posted["answered"], each, made)
        yield Measure(program.name, "a reader", {**figures, "machine busy %": busy.percent})
    ordered = followed["milliseconds"]
    figures = {
        "p50 ms": share(ordered, 0.5),
        "p99 ms": share(ordered, 0.99),
        "comments": float(len(ordered)),
        "page older than own": float(followed["missing"]),
        "pushed off by newer": float(followed["passed"]),
    }
    yield Measure(programs[0].name, "the writer, form to own page", figures)


def lags(answered: list[Any], seen: dict[str, Any], made: dict[int, float]) -> dict[str, float]:
    """Return how long after its row was made, which is before its commit, each comment stood on the page."""
    versions = [(at, max(numbers)) for at, numbers in seen["seen"] if numbers]
    took: list[float] = []
    place = 0
    for number in sorted(each[1] for each in answered):
        while place < len(versions) and versions[place][1] < number:
            place += 1
        if place < len(versions):
            took.append(max(versions[place][0] - made[number], 0.0) * 1000)
    took.sort()
    return {
        "p50 ms": share(took, 0.5),
        "p99 ms": share(took, 0.99),
        "worst ms": took[-1] if took else 0.0,
        "comments": float(len(answered)),
        "never": float(len(answered) - len(took)),
        "versions": float(len(versions)),
    }
