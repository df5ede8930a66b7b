"""Places: what a look-up costs, how well misspelled names are found, what the file takes of disk and memory."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from random import Random
from time import process_time

from dateline.atlas.gazetteer import Gazetteer, file
from dateline.atlas.gazetteer.measure import GROUPS, Figures, measured

from ..measure import Measure, Stage

REFERENCE = ""
NAMES, MOST, FEW = 20_000, 1_500, 60
MIB = 1024 * 1024
OPENED = """
import re
from pathlib import Path
from dateline.atlas.gazetteer import Gazetteer
gazetteer = Gazetteer.open()
names = [name for name, in gazetteer.database.execute("select folded from name where folded >= 'k' limit 5000")]
found = [gazetteer.named(name) for name in names]
print(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text()).group(1))
"""


def run(stage: Stage) -> Iterator[Measure]:
    """Look names up that are there and that are not; ask for misspelled ones; see what a process takes."""
    gazetteer = Gazetteer.open()
    for turn in range(stage.rounds):
        stage.say(f"places: round {turn + 1} of {stage.rounds}, look-ups")
        yield Measure("one look-up", "gazetteer", {f"µs, {kind}": us for kind, us in costs(gazetteer, turn).items()})
        for countries in GROUPS:
            stage.say(f"places: round {turn + 1} of {stage.rounds}, misspelled names in {', '.join(countries)}")
            figures = measured(gazetteer, countries, FEW if stage.is_quick else MOST, turn)
            yield Measure(f"misspelled, {'+'.join(countries)}", "gazetteer", in_words(figures))
    size = file.path().stat().st_size / MIB
    yield Measure("what it takes", "gazetteer", {"MiB of disk": size, "MiB of a process after 5,000 look-ups": taken()})


def in_words(figures: Figures) -> dict[str, float]:
    """The figures with their units."""
    return {
        "questions": figures.questions,
        "% first": figures.first * 100,
        "% among five": figures.among_five * 100,
        "% respelled, first": figures.respelled_first * 100,
        "% slips, first": figures.slips_first * 100,
        "% unrelated, matched": figures.unrelated * 100,
        "ms": figures.milliseconds,
    }


def costs(gazetteer: Gazetteer, seed: int) -> dict[str, float]:
    """Microseconds of work for a name that is there, and for one that is not."""
    random = Random(seed)  # noqa: S311
    every = [name for (name,) in gazetteer.database.execute("select folded from name")]
    names = random.sample(every, min(NAMES, len(every)))
    return {"found": per_name(gazetteer, names), "not found": per_name(gazetteer, [f"{name}qx" for name in names])}


def per_name(gazetteer: Gazetteer, names: list[str]) -> float:
    """Microseconds of work for each."""
    start = process_time()
    for name in names:
        gazetteer.named(name)
    return (process_time() - start) * 1e6 / len(names)


def taken() -> float:
    """MiB of a process that does nothing else, Python and all."""
    told = subprocess.run([sys.executable, "-c", OPENED], capture_output=True, text=True, check=True).stdout  # noqa: S603
    return int(told) * 1024 / MIB
