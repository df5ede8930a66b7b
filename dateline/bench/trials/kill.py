"""Kill: the server and its processes are killed again and again; every answered comment and gift is there, once."""

from __future__ import annotations

from collections.abc import Iterator

from ..measure import Measure, Stage
from ..newsroom import newsroom
from ..rampage import rampage

REFERENCE = ""


class Lost(Exception):
    """Something that was answered is not there, or not once. What, is in the message."""


def run(stage: Stage) -> Iterator[Measure]:
    """Kill as often as the stage says. Raises Lost."""
    with newsroom(kept=stage.kept) as rooms:
        found = rampage(
            rooms, times=stage.times, say=lambda done, who: stage.say(f"kill {done} of {stage.times}: {who}")
        )
    if found.wrong:
        raise Lost("\n".join(found.wrong))
    figures = {
        "kills": float(found.kills.total()),
        "comments answered": float(found.answered),
        "of them there once": float(found.answered),
        "unanswered": float(found.unanswered),
        "of them there": float(found.kept_unanswered),
        "gifts paid": float(found.paid),
        "of them booked once": float(found.paid),
        "thanked": float(found.thanked),
    }
    yield Measure("SIGKILL", "dateline serve", figures)
    hits = {name: float(number) for name, number in sorted(found.kills.items()) if name}
    yield Measure("whom", "dateline serve", hits)
    yield Measure(
        "refusals", "dateline serve", {str(status): float(number) for status, number in found.refused.items()}
    )
