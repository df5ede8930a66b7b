"""Streams: thousands of open pages that are told of a comment, what they take of memory, and how soon all have it."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from http.client import HTTPConnection

from dateline.delivery.crowd import crowd, tell_crowd

from .. import words
from ..load.own import post
from ..load.wire import Wire
from ..measure import Measure, Stage, watched
from ..newsroom import Newsroom, newsroom
from ..program import LOOPBACK, Program
from ..rampage import known_as

REFERENCE = ""
STREAMS = 5000
FEWER = 500  # where only one short round is wanted
DOOR = "dateline-door"
COUNT = re.compile(rb'data-count="(\d+)"')
KIB = 1024


def run(stage: Stage) -> Iterator[Measure]:
    """Open all of them, post one comment, wait until each has it; in each round anew."""
    number = STREAMS if stage.rounds > 1 else FEWER
    limits = {"DATELINE_STREAMS": str(2 * number), "DATELINE_STREAMS_PER_ADDRESS": str(2 * number)}
    with newsroom(kept=stage.kept) as rooms:
        for turn in range(stage.rounds):
            stage.say(f"streams, round {turn + 1} of {stage.rounds}: {number} open pages")
            with rooms.server(**limits) as server:  # a new one: memory that was used once is not given back
                Wire(server.port).get(rooms.report[0])
                yield once(rooms, server, number, turn)


def once(rooms: Newsroom, server: Program, number: int, turn: int) -> Measure:
    """One round."""
    path, page = rooms.report
    found = COUNT.search(Wire(server.port).get(path)[2])
    count = int(found[1]) + 1 if found else 1
    text = words.own(words.template(words.comment(random.Random(turn))), turn) + f" (news {turn})"  # noqa: S311 (a load)
    line = HTTPConnection(LOOPBACK, server.port, timeout=60)
    with watched() as busy, crowd((LOOPBACK, server.port), f"{LOOPBACK}:{server.port}") as pages:
        told = tell_crowd(
            pages,
            (f"thread:{page}", "meter", f"page:{page}"),
            count=number,
            door=next(pid for pid in server.pids() if known_as(pid) == DOOR),
            word=b'"count":%d}' % count,
            post=lambda: post(line, page, f"10.250.0.{turn + 1}", text),
        )
    line.close()
    figures = {
        "all opened after s": told.opening,
        "all told after ms": told.after_post * 1000,
        "KiB of the door each": (told.memory_with - told.memory_before) / number / KIB,
        "machine busy %": busy.percent,
    }
    return Measure(f"{number:,} open pages", server.name, figures)
