"""Every text that a head learns from or is measured on, once, and on which side of the line it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from ..verdict import LONGEST
from .manifest import Lessons, Source
from .sources import marked_to_try

NOT_LETTERS = re.compile(r"\W+")
SHARES = {"identities": 16}  # of a hundred; templates repeat themselves


@dataclass(frozen=True, slots=True)
class Example:
    """A text with its source and role. ``held`` ones are for validation, never learned from."""

    text: str
    source: str
    role: str
    lessons: Lessons
    held: bool


def examples(sources: list[Source], folder: Path, told: Callable[[str], None]) -> list[Example]:
    """Return the examples of all sources in order; a text that one source holds back is learned from in none."""
    found = [example for source in sources for example in _of(source, folder, told)]
    kept = {_key(example.text) for example in found if example.held} | {_key(text) for text in marked_to_try(folder)}
    return [example for example in found if example.held or _key(example.text) not in kept]


def _of(source: Source, folder: Path, told: Callable[[str], None]) -> Iterator[Example]:
    told(source.name)
    seen: set[tuple[str, bytes]] = set()
    for role, text in source.pairs(folder):
        key = _key(text)
        drawn = int.from_bytes(key[:4], "big")
        lessons = source.roles.get(role)
        if lessons is None or not text.strip() or (role, key) in seen:
            continue
        seen.add((role, key))
        held = drawn % 100 < source.held
        if held or (drawn >> 8) % 100 < SHARES.get(source.name, 100):
            yield Example(text.strip()[:LONGEST], source.name, role, lessons, held)


def _key(text: str) -> bytes:
    """The letters of a text as a checksum: two texts that differ in marks and case only are one."""
    letters = NOT_LETTERS.sub(" ", text.lower()).strip()
    return blake2b(letters.encode("utf-8", "surrogatepass"), digest_size=8).digest()
