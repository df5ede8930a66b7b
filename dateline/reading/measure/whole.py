"""How long reading takes, all of it and part by part, and what a process grows by.

    python -m dateline.reading.measure.whole DATA_DIR [--half even]

Time is that of the processor, after one pass that warms caches up. Memory is the most that this process ever held,
less what a Python holds that has loaded nothing; the marked texts lie in it as well.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from time import process_time
from typing import TypeVar

from dateline.atlas.gazetteer import Gazetteer

from .. import read
from ..attribution import find_attributions
from ..claims import Read, proposals
from ..dates import dates_in
from ..distances import find_distances
from ..places.find import toponyms
from ..words import Words
from .corpora import Document, documents

PUBLISHED = date(2017, 11, 3)  # the corpora tell no day; any will do for the time that it takes
MOST = "from pathlib import Path; print(Path('/proc/self/status').read_text())"
HELD = re.compile(r"VmHWM:\s+(\d+) kB")
T = TypeVar("T")


class Clock:
    """Seconds of the processor by part."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def time(self, name: str, part: Callable[[], T]) -> T:
        """Do a part, and note how long it took."""
        began = process_time()
        done = part()
        self.seconds[name] = self.seconds.get(name, 0.0) + process_time() - began
        return done


def parts_of(text: str, gazetteer: Gazetteer, clock: Clock) -> None:
    """Read a text part by part, as ``read`` does."""
    words = clock.time("words", lambda: Words(text))
    names = tuple(clock.time("places", lambda: toponyms(words, gazetteer)))
    mentions = tuple(clock.time("dates", lambda: dates_in(text, PUBLISHED).mentions))
    said = tuple(clock.time("attributions", lambda: find_attributions(words)))
    far = tuple(clock.time("distances", lambda: find_distances(words, names)))
    found = Read(words, datetime(2017, 11, 3), names, mentions, said, far)  # noqa: DTZ001
    clock.time("proposals", lambda: proposals(found))


def measure(texts: Sequence[Document], gazetteer: Gazetteer) -> dict[str, float]:
    """Milliseconds for 1,000 words, by part and all together."""
    clock = Clock()
    for document in texts:
        read(document.text, PUBLISHED, gazetteer)
    for document in texts:
        parts_of(document.text, gazetteer, clock)
    for document in texts:
        clock.time("all", lambda text=document.text: read(text, PUBLISHED, gazetteer))  # type: ignore[misc]
    count = sum(len(document.text.split()) for document in texts)
    return {name: 1e6 * seconds / count for name, seconds in clock.seconds.items()}


def megabytes(status: str) -> float | None:
    """The most that a process held, from what Linux says of it."""
    found = HELD.search(status)
    return int(found.group(1)) / 1024 if found else None


def grown() -> float | None:
    """How much more this process held than a bare Python; None where the system does not say."""
    path = Path("/proc/self/status")
    if not path.is_file():
        return None
    bare = subprocess.run([sys.executable, "-c", MOST], capture_output=True, text=True, check=True)  # noqa: S603
    ours, theirs = megabytes(path.read_text(encoding="utf-8")), megabytes(bare.stdout)
    return ours - theirs if ours is not None and theirs is not None else None


def main(arguments: Sequence[str]) -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser("python -m dateline.reading.measure.whole", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--half", choices=("all", "odd", "even"), default="even")
    wanted = parser.parse_args(arguments)
    texts = documents(wanted.folder, wanted.half)
    if not texts:
        sys.stderr.write(f"No marked texts lie in {wanted.folder}.\n")
        return 1
    figures = measure(texts, Gazetteer.open())
    words = sum(len(document.text.split()) for document in texts)
    sys.stdout.write(f"{len(texts)} texts, {words:,} words; ms for 1,000 words\n")
    sys.stdout.writelines(f"  {name:14}{value:6.1f}\n" for name, value in figures.items())
    more = grown()
    if more is not None:
        sys.stdout.write(f"  MiB above a bare Python  {more:.0f}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
