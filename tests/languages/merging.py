"""Two branches that both added sentences to a catalogue: keep what both translated. git calls it, if told to."""

from __future__ import annotations

import sys
from pathlib import Path

import polib

from .catalogues import key_of, read, translations


def merged(base: polib.POFile, ours: polib.POFile, theirs: polib.POFile) -> bool:
    """Bring what changed in ``theirs`` into ``ours``, sorted; False where both changed one entry."""
    before, mine, other = (by_key(catalogue) for catalogue in (base, ours, theirs))
    fits = True
    for key in before.keys() | other.keys():
        was, now = said(before.get(key)), said(other.get(key))
        if was == now or said(mine.get(key)) == now:
            continue
        fits = fits and said(mine.get(key)) == was
        if key not in other:
            mine.pop(key, None)
        elif said(mine.get(key)) == was:
            mine[key] = other[key]
    ours.clear()
    ours.extend(mine[key] for key in sorted(mine, key=lambda key: (key[1].casefold(), key)))
    return fits


def by_key(catalogue: polib.POFile) -> dict[tuple[str, str], polib.POEntry]:
    """The entries by what they translate."""
    return {key_of(entry): entry for entry in catalogue}


def said(entry: polib.POEntry | None) -> tuple[str, ...] | None:
    """What a translation says; None where there is none."""
    return (entry.msgid_plural, *translations(entry)) if entry else None


def main(base: str, ours: str, theirs: str) -> int:
    """As a merge driver: the result replaces ``ours``; 1 says that somebody has to look."""
    catalogue = read(Path(ours))
    fits = merged(read(Path(base)), catalogue, read(Path(theirs)))
    catalogue.save(ours)
    return 0 if fits else 1


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:4]))
