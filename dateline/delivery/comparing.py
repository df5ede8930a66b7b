"""Comparing what lies ready with what the application says now: for whoever doubts that they are the same."""

from __future__ import annotations

from itertools import zip_longest
from time import monotonic, sleep

from .changes import changes
from .renderer import renderer
from .store.address import file_of
from .store.store import Store

LOOK = 0.02  # seconds
TRIES = 5  # while changes come in between
SHOWN = 80  # characters of a line


def is_behind(store: Store, *, patience: float = 0.0) -> bool:
    """Return whether there are changes that the store does not reflect, for longer than so many seconds."""
    until = monotonic() + patience
    while store.files.gauge.read("settled") < changes().now().number:
        if monotonic() >= until:
            return True
        sleep(LOOK)
    return False


def difference(store: Store, address: str) -> str:
    """Say in what the page that lies ready is not what the application says now; nothing where it is.

    Nothing either of a page that went away meanwhile, or that changes faster than it can be compared.
    """
    for _try in range(TRIES):
        before = changes().now()
        there = read(store, address)
        made = renderer().render(address)
        if there is None:
            return ""
        if there.rstrip() == made.content.rstrip():
            return ""
        if before == changes().now() and not is_behind(store) and read(store, address) == there:
            return differs(there, made.content, made.status)
    return ""


def read(store: Store, address: str) -> bytes | None:
    """Return the page that lies ready; None where none does."""
    try:
        return (store.files.folder / file_of(address)).read_bytes()
    except OSError:
        return None


def differs(there: bytes, made: bytes, status: int) -> str:
    """Say where two versions first differ."""
    if status != 200:
        return f"the application answers {status}"
    lines = zip_longest(there.decode("utf-8", "replace").splitlines(), made.decode("utf-8", "replace").splitlines())
    for number, (ours, theirs) in enumerate(lines, 1):
        if ours != theirs:
            return f"line {number} is “{shown(ours)}” and should be “{shown(theirs)}”"
    return "it ends otherwise"


def shown(line: str | None) -> str:
    """Shorten a line."""
    words = (line or "").strip()
    return words if len(words) <= SHOWN else words[:SHOWN] + "…"
