"""Reads: one report with a thread of 500 comments, asked for again and again, beside nginx with the same bytes."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import product

from ..load.wire import Wire
from ..load.wrk import read
from ..measure import Measure, Stage, watched
from ..newsroom import Newsroom, newsroom
from ..peers import nginx
from ..peers.bare import BARE, bare
from ..peers.constant import CONSTANT, Headers, constant
from ..program import Program

REFERENCE = "nginx"
CONNECTIONS = (1, 32)
CODINGS = {"gzip": "gzip", "identity": ""}
SAME = "nginx, same answer"
SLOW = 6.0  # seconds: a busy machine makes one of its pages in two
OWN = {"date", "transfer-encoding", "connection"}


def run(stage: Stage) -> Iterator[Measure]:
    """Measure every contender in each case, round after round."""
    with ExitStack() as stack:
        rooms = stack.enter_context(newsroom(kept=stage.kept))
        server = stack.enter_context(rooms.server())
        forms = {name: answer(server.port, rooms.report[0], coding) for name, coding in CODINGS.items()}
        peers = [*proxies(rooms, server, forms["identity"][0]), constant(rooms.home / "constant", forms), bare(rooms)]
        contenders = [server, *(stack.enter_context(program) for program in peers)]
        for number in range(stage.rounds):
            for coding, connections in product(CODINGS, CONNECTIONS):
                stage.say(f"reads, round {number + 1} of {stage.rounds}: {coding}, {connections} at a time")
                for program in contenders:
                    if program.name != BARE or connections == 1:
                        target = f"/{coding}" if program.name == CONSTANT else rooms.report[0]
                        seconds = max(stage.seconds, SLOW) if program.name == BARE else stage.seconds
                        figures = measured(program, target, connections, CODINGS[coding], seconds)
                        yield Measure(f"{coding}, {connections} at a time", program.name, figures)


def proxies(rooms: Newsroom, server: Program, headers: Headers) -> list[Program]:
    """Return nginx with a copy of the store's files, the same with our headers, and nginx reading the store.

    None where it is not installed. The second sends byte for byte what the third does, and looks nothing up for it.
    """
    copy = rooms.home / "copy"
    shutil.copytree(rooms.pages / "pages", copy)
    found = (
        nginx.plain(copy, rooms.home / "nginx-plain"),
        nginx.plain(copy, rooms.home / "nginx-same", SAME, headers),
        nginx.over_store(rooms, rooms.home / "nginx-store", behind=server.port),
    )
    return [one for one in found if one is not None]


def answer(port: int, path: str, coding: str) -> tuple[Headers, bytes]:
    """Return headers and body of the page, once it lies ready; the constant answer is the same."""
    wire = Wire(port)
    words = [f"Accept-Encoding: {coding}"] if coding else []
    _status, head, body = wire.get(path, *words)
    wire.close()
    pairs = [line.partition(": ") for line in head.decode("latin-1").split("\r\n")[1:]]
    return [(name.lower(), value) for name, _colon, value in pairs if name.lower() not in OWN], body


def measured(program: Program, path: str, connections: int, coding: str, seconds: float) -> dict[str, float]:
    """Return what one contender does in one case."""
    before = program.cpu_seconds()
    with watched() as busy:
        reading = read(program.port, path, connections=connections, seconds=seconds, coding=coding)
    spent = program.cpu_seconds() - before
    return {
        "requests/s": reading.rate,
        "requests/CPU-s": reading.number / spent if spent else 0.0,
        "p50 ms": reading.p50,
        "p99 ms": reading.p99,
        "machine busy %": busy.percent,
    }
