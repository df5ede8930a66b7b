"""Killing the server while it is used, and looking afterwards whether all that it answered is there, once."""

from __future__ import annotations

import os
import random
import re
import signal
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic, sleep
from typing import Any

from .load.running import Load
from .newsroom import Newsroom
from .program import Program, answers

SERVER = "dateline-serve"
VICTIMS = (SERVER, SERVER, "dateline-writer", "dateline-desk", "dateline-door", "dateline-tender", "dateline-clock")
SHORTEST, LONGEST = 0.1, 1.0  # seconds between the server's answering and the next kill
BOOKED_WITHIN = 150.0  # seconds: the clock asks the provider about what nobody came back for
NOTE = re.compile(r"\((note \d+x\d+y)\)")
COMMENTS = "SELECT id, text FROM discussion_comment"
GIFTS = """
    SELECT i.token, count(DISTINCT g.id), count(p.id) FROM funding_giftintent i
    JOIN funding_gift g ON g.intent_id = i.uuid LEFT JOIN funding_posting p
    ON p.gift_id = g.id AND p.kind = 'gift' GROUP BY i.token
"""


@dataclass
class Found:
    """What was answered, what of it is there, and what is wrong."""

    kills: Counter[str] = field(default_factory=Counter)
    answered: int = 0
    unanswered: int = 0
    refused: Counter[int] = field(default_factory=Counter)
    kept_unanswered: int = 0
    paid: int = 0
    thanked: int = 0
    wrong: list[str] = field(default_factory=list)


def rampage(
    rooms: Newsroom,
    *,
    times: int,
    say: Callable[[int, str], None],
    seed: int = 0,
    victims: Sequence[str] = VICTIMS,
    rate: float = 60.0,
    at_end: Callable[[], None] = lambda: None,
) -> Found:
    """Kill ``times`` while comments come both ways and gifts are given; then examine what is left.

    ``at_end`` is called when all has been sent and the server still runs.
    """
    chance = random.Random(seed)  # noqa: S311 (whom it hits, not a secret)
    found = Found()
    page = rooms.report[1]
    with ExitStack() as stack:
        server = stack.enter_context(rooms.server())
        crowd = {"port": rooms.port, "page": page, "clients": 6, "rate": rate, "replies": 0.2, "ordinary": 0.2}
        posters = [stack.enter_context(Load("poster", **crowd, series=number)) for number in (1, 2)]
        giver = stack.enter_context(Load("giver", port=rooms.port, series=seed, rate=0.8))
        while (done := found.kills.total()) < times:
            sleep(chance.uniform(SHORTEST, LONGEST))
            victim = kill(server, chance.choice(victims))
            if victim:
                found.kills[victim] += 1
                say(done + 1, victim)
            revive(server)
        posted, given = [one.stop() for one in posters], giver.stop()
        revive(server)
        examine_gifts(rooms, given, found)
        at_end()
    for one in posted:
        examine_comments(rooms, one, found)
    found.wrong += [f"integrity_check: {row[0]}" for row in rooms.ask("PRAGMA integrity_check") if row[0] != "ok"]
    return found


def kill(server: Program, name: str) -> str:
    """Send SIGKILL to one of the server's processes by name; return the name, empty where it is just not there."""
    pids = [server.pid] if name == SERVER else [pid for pid in server.pids() if known_as(pid) == name]
    with suppress(ProcessLookupError):
        for pid in pids[:1]:
            os.kill(pid, signal.SIGKILL)
            return name
    return ""


def known_as(pid: int) -> str:
    """Return the name that a process goes by; empty where it is gone."""
    try:
        return Path(f"/proc/{pid}/comm").read_text(encoding="utf-8").strip()
    except OSError:
        return ""


def revive(server: Program) -> None:
    """Do what a supervisor does: start the server again where it has ended. Raises DoesNotAnswer."""
    if server.process is not None:
        with suppress(TimeoutError):
            wait_for(lambda: not server.is_running or answers(server.port), 0.5)
    if not server.is_running:
        wait_for(lambda: not answers(server.port), 10.0)  # its children end with it, but not in the same instant
        server.start()


def wait_for(is_so: Callable[[], bool], within: float) -> None:
    """Wait until something is so. Raises TimeoutError."""
    until = monotonic() + within
    while not is_so():
        if monotonic() > until:
            raise TimeoutError
        sleep(0.02)


def examine_comments(rooms: Newsroom, posted: dict[str, Any], found: Found) -> None:
    """Hold what one crowd was answered against the rows."""
    by_note: dict[str, list[int]] = {}
    for number, text in rooms.ask(COMMENTS):
        note = NOTE.search(str(text))
        if note:
            by_note.setdefault(note[1], []).append(int(str(number)))
    for mark, number, *_rest in posted["answered"]:
        if by_note.get(mark) != [number]:
            found.wrong.append(f"{mark} was answered as comment {number}; there: {by_note.get(mark, 'nothing')}")
    for mark in posted["unanswered"]:
        found.kept_unanswered += len(by_note.get(mark, []))
        if len(by_note.get(mark, [])) > 1:
            found.wrong.append(f"{mark} was never answered, and is there {len(by_note[mark])} times")
    found.answered += len(posted["answered"])
    found.unanswered += len(posted["unanswered"])
    found.refused.update(status for _mark, status in posted["refused"])


def examine_gifts(rooms: Newsroom, given: dict[str, Any], found: Found) -> None:
    """Hold what the provider took against the books; what nobody came back for is booked by the clock."""
    found.paid, found.thanked = len(given["paid"]), len(given["thanked"])
    found.wrong += [f"{token} was thanked for and is not booked once" for token in not_once(rooms, given["thanked"])]
    with suppress(TimeoutError):
        wait_for(lambda: not not_once(rooms, given["paid"]), BOOKED_WITHIN)
    found.wrong += [f"{token} was paid and is not booked once" for token in not_once(rooms, given["paid"])]


def not_once(rooms: Newsroom, tokens: list[str]) -> list[str]:
    """Return those of the gifts that are not one gift with one posting."""
    booked = {str(token): (gifts, postings) for token, gifts, postings in rooms.ask(GIFTS)}
    return [token for token in tokens if booked.get(token) != (1, 1)]
