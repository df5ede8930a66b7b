"""What is measured, by whom and when; and what else the machine had to do meanwhile."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from time import perf_counter

from .program import TICKS

SYNCS = 40
BLOCK = b"\0" * 8192


@dataclass(frozen=True)
class Measure:
    """What one subject did in one round of one case: figures by their names, which carry the unit."""

    case: str
    subject: str
    figures: dict[str, float]


@dataclass(frozen=True)
class Stage:
    """How much is to be measured, and whom to tell how far it is.

    ``kept`` is where a made newsroom stays, ``postgresql`` the address of a server on which a database may be made.
    """

    rounds: int
    seconds: float
    say: Callable[[str], None]
    kept: Path | None = None
    times: int = 100
    postgresql: str = ""
    is_quick: bool = False
    folder: Path = field(default_factory=lambda: Path(tempfile.gettempdir()))


def medians(measures: list[Measure]) -> list[Measure]:
    """Return one measure for each case and subject: the median of each figure over all rounds."""
    found: dict[tuple[str, str], list[dict[str, float]]] = {}
    for one in measures:
        found.setdefault((one.case, one.subject), []).append(one.figures)
    return [
        Measure(case, subject, {name: median(each[name] for each in rounds if name in each) for name in rounds[0]})
        for (case, subject), rounds in found.items()
    ]


def share(ordered: list[float], part: float) -> float:
    """Return the value below which ``part`` of ``ordered`` lies; 0 where there is none."""
    return ordered[min(int(len(ordered) * part), len(ordered) - 1)] if ordered else 0.0


class Busy:
    """How busy all processors were, in percent, since ``begin``; filled in by ``watched``."""

    percent = 0.0


@contextmanager
def watched() -> Iterator[Busy]:
    """Note how busy the machine is meanwhile: with us, and with whatever else runs here."""
    busy = Busy()
    before, begun = used(), perf_counter()
    yield busy
    spent = (perf_counter() - begun) * (os.cpu_count() or 1)
    busy.percent = 100 * (used() - before) / spent if spent else 0.0


def used() -> float:
    """Seconds of processor that the whole machine has used (proc(5): user, nice, system, irq, softirq)."""
    fields = Path("/proc/stat").read_text(encoding="ascii").splitlines()[0].split()[1:]
    return sum(int(fields[place]) for place in (0, 1, 2, 5, 6)) / TICKS


def sync_time(folder: Path) -> float:
    """Return how many milliseconds the disk takes to say that 8 KiB are on it, the median of forty."""
    took = []
    with tempfile.TemporaryFile(dir=folder) as file:
        for _ in range(SYNCS):
            file.write(BLOCK)
            file.flush()
            begun = perf_counter()
            os.fsync(file.fileno())
            took.append((perf_counter() - begun) * 1000)
    return median(took)
