"""How far a long run is: one line that is written over on a terminal, silence elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from time import monotonic
from typing import TypeVar

T = TypeVar("T")
EVERY = 0.5  # seconds
LATER = 1.0  # nothing is said of what is done sooner


def counted(things: Iterable[T], what: str) -> Iterator[T]:
    """Yield ``things`` and tell how many there were."""
    if not sys.stderr.isatty():
        yield from things
        return
    start = told = monotonic()
    number = 0
    for number, thing in enumerate(things, 1):
        yield thing
        now = monotonic()
        if now - told > EVERY and now - start > LATER:
            told = now
            sys.stderr.write(f"\r\033[K{what}: {number:,} comments, {number / (now - start):,.0f} a second")
            sys.stderr.flush()
    if told != start:
        sys.stderr.write("\r\033[K")
