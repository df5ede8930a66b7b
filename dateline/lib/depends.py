"""What the page at hand depends on, and which of its parts it shares with others; noted while it is rendered.

Outside ``collecting()`` nothing is noted and nothing costs: previews, error pages and private pages are rendered as
ever.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

OPEN, SHUT = "\x1e", "\x1f"  # control characters that no text of ours holds; a secret word beside them makes sure


@dataclass
class Collected:
    """``tags`` by which the page becomes stale; ``secret`` is the word in the marks around its parts."""

    tags: set[str] = field(default_factory=set)
    secret: str = field(default_factory=lambda: secrets.token_hex(8))

    def around(self, name: str, text: str) -> str:
        """Return ``text`` marked as the part ``name``."""
        return f"{OPEN}{self.secret} {name}{SHUT}{text}{OPEN}{self.secret}{SHUT}"

    def split(self, content: bytes) -> tuple[tuple[bytes, ...], tuple[str, ...], dict[str, bytes]]:
        """Return the text between the parts, the names of the parts in order, and the parts by name."""
        text: list[bytes] = [b""]
        holes: list[str] = []
        parts: dict[str, bytes] = {}
        mark = f"{OPEN}{self.secret}".encode()
        plain, *marked = content.split(mark)
        text[-1] += plain
        for piece in marked:
            head, _shut, rest = piece.partition(SHUT.encode())
            if head:
                name = head.decode()[1:]
                holes.append(name)
                parts[name] = rest
            else:
                text.append(rest)
        return tuple(text), tuple(holes), parts


CURRENT: ContextVar[Collected | None] = ContextVar("dateline_collected", default=None)


@contextmanager
def collecting() -> Iterator[Collected]:
    """Note what is rendered inside."""
    collected = Collected()
    token = CURRENT.set(collected)
    try:
        yield collected
    finally:
        CURRENT.reset(token)


def depend(*tags: str) -> None:
    """Say that the page at hand is out of date once one of ``tags`` is marked."""
    collected = CURRENT.get()
    if collected is not None:
        collected.tags.update(tags)
