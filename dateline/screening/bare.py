"""A text without the marks that hide a word: bold or struck out letters inside it, elements, letters by their numbers.

A page shows the word; what was sent does not hold it. Only marks that touch a letter are taken out, and stars only in
pairs of two or three: ``f*ck`` and ``f**k`` are for others to read. Our pages show numbers and elements as they are
written; who sends them works for many sites.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

NUMBERED = re.compile(r"&#(?:x([0-9a-f]{2,5})|(\d{2,6}));?", re.IGNORECASE)
LETTER = r"[^\W_]"
ELEMENT = r"</?(?:[abius]|em|del|font|small|span|strong|wbr)/?>|\[/?[bius]\]|<!--[^<>]{0,40}-->"
PAIR = rf"(?P<{{0}}>\*\*\*?|~~|`)(?P<{{0}}_inside>{LETTER}+)(?P={{0}})"
MARK = re.compile(
    rf"(?<={LETTER})(?:{PAIR.format('after')}|{ELEMENT})|{PAIR.format('before')}(?={LETTER})|(?:{ELEMENT})(?={LETTER})"
    rf"|{NUMBERED.pattern}",
    re.IGNORECASE,
)


class Bare(NamedTuple):
    """What is left, and where each character of it stood."""

    text: str
    places: Sequence[int]


def bare_of(original: str) -> Bare | None:
    """Return ``original`` without marks inside words, in time linear in its length; None where it holds none."""
    if not _may_hold_marks(original):
        return None
    pieces: list[str] = []
    places: list[int] = []
    done = 0
    for mark in MARK.finditer(original):
        inside, at = _meant(mark)
        pieces += [original[done : mark.start()], inside]
        places += [*range(done, mark.start()), *range(at, at + len(inside))]
        done = mark.end()
    if not done:
        return None
    return Bare("".join([*pieces, original[done:]]), [*places, *range(done, len(original))])


def _may_hold_marks(text: str) -> bool:
    """Return False only where there is none: most texts, in a microsecond."""
    return "&#" in text or "**" in text or "~~" in text or "`" in text or "<" in text or "[" in text


def end_of(original: str, place: int) -> int:
    """Return where the character ends that begins at ``place``: one that is a number is as long as its digits."""
    numbered = NUMBERED.match(original, place)
    return numbered.end() if numbered else place + 1


def _meant(mark: re.Match[str]) -> tuple[str, int]:
    """Return what a mark leaves, and where that stood."""
    for name in ("after_inside", "before_inside"):
        if mark[name]:
            return mark[name], mark.start(name)
    if numbered := NUMBERED.fullmatch(mark.group()):
        number = int(numbered[1], 16) if numbered[1] else int(numbered[2])
        letter = chr(number)
        return (letter, mark.start()) if letter.isprintable() else (mark.group(), mark.start())
    return "", mark.start()
