"""Two machines: from a comment's commit at one to the first reader who is shown it at either, over one PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack

import psycopg

from ..load.running import Load
from ..load.wire import Wire
from ..measure import Measure, Stage, watched
from ..newsroom import Newsroom, newsroom, second_home
from ..own_database import own_database
from ..program import Program
from .fresh import EVERY, RATE, lags

REFERENCE = ""
CREATED = "SELECT id, extract(epoch FROM created_at)::float FROM discussion_comment"


def run(stage: Stage) -> Iterator[Measure]:
    """Write at one, watch both. Nothing is measured where no server was named. Raises psycopg.Error."""
    if not stage.postgresql:
        stage.say("nodes: left out; --postgresql URL names a server on which a database may be made")
        return
    with ExitStack() as stack:
        more = {"DATABASE_URL": stack.enter_context(own_database(stage.postgresql))}
        rooms = stack.enter_context(newsroom(more=more))
        other = stack.enter_context(second_home(rooms))
        servers = [stack.enter_context(each.server()) for each in (rooms, other)]
        for server in servers:
            Wire(server.port).get(rooms.report[0])
        for number in range(stage.rounds):
            stage.say(f"nodes, round {number + 1} of {stage.rounds}: {RATE} comments a second at one of two")
            yield from once(rooms, servers, more["DATABASE_URL"], stage.seconds * 2, number)


def once(rooms: Newsroom, servers: list[Program], url: str, seconds: float, number: int) -> Iterator[Measure]:
    """One round."""
    path, page = rooms.report
    with ExitStack() as stack:
        looks = [stack.enter_context(Load("watcher", port=one.port, path=path, every=EVERY)) for one in servers]
        told = {"port": rooms.port, "page": page, "clients": 16, "rate": RATE, "series": number}
        with watched() as busy:
            posted = stack.enter_context(Load("poster", seconds=seconds, **told)).wait(seconds + 60)
        seen = [look.stop(after=1.0) for look in looks]
    with psycopg.connect(url) as database:
        made = {int(key): float(at) for key, at in database.execute(CREATED)}
    for place, each in zip(("where it was written", "at the other"), seen, strict=True):
        figures = lags(posted["answered"], each, made)
        yield Measure(place, servers[0].name, {**figures, "machine busy %": busy.percent})
