"""Maps: what drawing one costs of the processor, and what it weighs, in places where maps go wrong."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from statistics import median
from time import perf_counter, process_time

from dateline.atlas.drawing.sheet import SIZES, draw
from dateline.atlas.showcase import PLACES, plan_for
from dateline.atlas.world import world

from ..measure import Measure, Stage

REFERENCE = ""
DRAWINGS, FEW = 9, 2
SUBJECTS = ("wide", "full")


def run(stage: Stage) -> Iterator[Measure]:
    """Draw each place for a page and for the whole window; the first drawing, which reads the files, is not counted."""
    number = FEW if stage.is_quick else DRAWINGS
    for turn in range(stage.rounds):
        for name in PLACES:
            stage.say(f"maps: round {turn + 1} of {stage.rounds}, {name}")
            for size in SUBJECTS:
                yield Measure(name, size, drawn(name, size, number))


def drawn(name: str, size: str, number: int) -> dict[str, float]:
    """The median of some drawings of a place, and the size of what came out."""
    plan = plan_for(name, world(language="ar" if name == "delta" else "en"))
    svg = draw(plan, SIZES[size]).svg.encode()
    work, waited = [], []
    for _ in range(number):
        begun, spent = perf_counter(), process_time()
        draw(plan, SIZES[size])
        waited.append((perf_counter() - begun) * 1000)
        work.append((process_time() - spent) * 1000)
    packed = len(zlib.compress(svg, 6)) / 1000
    return {"ms of work": median(work), "ms": median(waited), "kB": len(svg) / 1000, "kB packed": packed}
