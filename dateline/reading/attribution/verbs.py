"""The words around a verb that may be a cue ("has repeatedly declined to say"), and which form of it fits there."""

from __future__ import annotations

from ..words import Words
from . import grammar as g
from .cues import Cue
from .forms import BASE, DONE, ING, PAST, THIRD


def group_start(words: Words, at: int, opening: int) -> int:
    """The first word of the group: auxiliaries, adverbs and what links to an infinitive."""
    first = at
    while first > opening and words.gaps[first] in g.TOGETHER and belongs(words, first, opening, at):
        first -= 1
    return first


def belongs(words: Words, first: int, opening: int, at: int) -> bool:
    """Whether the word before is of the same group as word ``first``."""
    before = words.lower[first - 1]
    if before in g.AUXILIARIES or before == "to":
        return True
    if before in g.LINKS and words.lower[first] == "to":
        return True
    if before == "s" and words.gaps[first - 1] in ("'", "’"):  # "is", after a pronoun; else more likely a genitive
        return first - 2 >= opening and words.lower[first - 2] in g.SUBJECTS
    return words.shapes[first - 1] == "lower" and g.is_adverb(before)


def fitting(words: Words, at: int, first: int, cue: Cue, opening: int) -> set[str]:
    """Which forms of the verb the words before allow."""
    inside = set(words.lower[first:at])
    if inside & (g.MODALS | g.DO) or "to" in inside:
        return set(cue.forms & {BASE})
    if inside & g.BE:
        return set(cue.forms & {DONE, ING})
    if inside & g.HAVE:
        return set(cue.forms & {DONE})
    before = words.lower[first - 1] if first > opening and words.gaps[first] in g.TOGETHER else ""
    if before in g.ARTICLES or words.gaps[at] == "-":
        return set()
    fit = set(cue.forms & {PAST, ING, DONE})
    if is_singular(before):
        fit |= cue.forms & {THIRD}
    if is_plural(before):
        fit |= cue.forms & {BASE}
    return fit


def is_singular(word: str) -> bool:
    """Whether a word before may be a subject of "says"."""
    return bool(word) and word not in g.PREPOSITIONS


def is_plural(word: str) -> bool:
    """Whether a word before may be a subject of "say"."""
    return word in g.PLURAL or (word.endswith("s") and len(word) > 3 and not word.endswith(("ss", "us", "is")))
