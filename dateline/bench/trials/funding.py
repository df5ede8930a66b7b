"""A year of gifts: that meters, ledger and provider agree to the cent in the end, and what a gift costs."""

from __future__ import annotations

import json
from collections.abc import Iterator

from ..measure import Measure, Stage
from ..newsroom import environment_of, newsroom, told

REFERENCE = ""
GIFTS, FEW = 20_000, 400


class Different(Exception):
    """Meters, books and provider do not say the same in the end."""


def run(stage: Stage) -> Iterator[Measure]:
    """Live through one year; it is the same each time. Raises Different."""
    gifts = FEW if stage.is_quick else GIFTS
    with newsroom(comments=0, reports=0) as rooms:
        stage.say(f"funding: a year of {gifts:,} gifts")
        code = f"from dateline.bench.year import year; year({gifts})"
        words = told(["-m", "dateline", "shell", "-v0", "-c", code], environment_of(rooms.home, rooms.port))
    figures = json.loads(words.splitlines()[-1])
    apart = figures["meters, cents"] - figures["provider's payments, cents"]
    if apart or figures["books less balance, cents"] or figures["broken rules"]:
        raise Different(json.dumps(figures, indent=2))
    yield Measure("a year", "dateline", figures)
