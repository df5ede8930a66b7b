"""A line of text in any scripts: in the order in which it is seen, each part with a font that can write it.

The order is that of the Unicode Bidirectional Algorithm (UAX 9). The PDF library resolves its levels, but lays out
only two of them: numbers within Arabic would stand on the wrong side. So the runs are put in order here (rule L2), and
each is handed over with its one direction; shaping (HarfBuzz) and mirrored brackets come of that.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from itertools import groupby
from pathlib import Path
from typing import Any

from .faces import ARABIC, SANS, letters_of, machine_file_for, own_files

UNKNOWN = "?"  # for what no font here can write
INVISIBLE = {"\u200c", "\u200d", "\ufe0e", "\ufe0f"}


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one direction and one font, in the order in which it is read."""

    text: str
    family: str
    is_rtl: bool


@cache
def bidi() -> Any:
    """Return the PDF library's module of directions, which is loaded when a statement is first asked for."""
    return import_module("fpdf.bidi")


def runs_of(text: str) -> list[Run]:
    """Return the runs of a line from left to right; the direction of the whole is that of its first letter."""
    if text.isascii():
        return [Run(text, SANS, False)]  # the same, sooner
    letters = bidi().BidiParagraph(text, preserve_bn_chars=True).get_characters_with_embedding_level()
    by_level = groupby(letters, key=lambda letter: letter.embedding_level)
    runs = [(level, "".join(letter.character for letter in part)) for level, part in by_level]
    seen: list[Run] = []
    for level, part in _in_visual_order(runs):
        parts = [Run(piece, family, level % 2 == 1) for piece, family in _by_family(part)]
        seen += reversed(parts) if level % 2 else parts
    return seen


def _in_visual_order(runs: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Reverse what stands at each level or above it, from the highest down to the lowest odd one."""
    runs = list(runs)
    for level in range(max((level for level, _ in runs), default=0), 0, -1):
        start = 0
        while start < len(runs):
            end = start
            while end < len(runs) and runs[end][0] >= level:
                end += 1
            runs[start:end] = reversed(runs[start:end])
            start = end + 1
    return runs


def _by_family(text: str) -> Iterator[tuple[str, str]]:
    """Split where another font is needed; what the font of the text before can write stays with it."""
    piece, family = "", ""
    for letter in text:
        wanted = family if family and (letter in INVISIBLE or _writes(family, letter)) else _family_of(letter)
        letter, wanted = (letter, wanted) if wanted else (UNKNOWN, SANS)
        if piece and wanted != family:
            yield piece, family
            piece = ""
        piece, family = piece + letter, wanted
    if piece:
        yield piece, family


@cache
def _family_of(letter: str) -> str:
    """Return the first family that can write a letter: ours, else a file of the machine by its path, else none."""
    for family in (SANS, ARABIC):
        if _writes(family, letter):
            return family
    found = machine_file_for(letter)
    return str(found) if found else ""


def _writes(family: str, letter: str) -> bool:
    return ord(letter) in _letters_of_family(family)


@cache
def _letters_of_family(family: str) -> frozenset[int]:
    return letters_of(own_files().get((family, ""), Path(family)))
