"""A text as words: where each begins and ends, how it is written, and what stands between it and the next.

Positions are code points of the text as it was given. A word is a run of letters and digits, so that "Deir ez-Zor" is
three and "U.S." two; whoever joins them again looks at the gaps.
"""

from __future__ import annotations

import re
from functools import lru_cache

RUN = re.compile(r"[^\W_][^\W_\u0300-\u036f]*[\u0300-\u036f]?(?:[^\W_]|[\u0300-\u036f])*")
ENDS = re.compile(r"[.!?…](?:[\"'”’»)\]]|\s*$)*\s|[.!?…]$|\n\s*\n|\)\s+(?:--?|[–—])\s|^$")

# What a full stop after does not end a sentence.
ABBREVIATED = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "rev",
        "fr",
        "sr",
        "jr",
        "st",
        "ste",
        "ft",
        "mt",
        "gen",
        "col",
        "lt",
        "sgt",
        "capt",
        "cpl",
        "maj",
        "adm",
        "cmdr",
        "gov",
        "sen",
        "rep",
        "pres",
        "supt",
        "det",
        "hon",
        "no",
        "vs",
        "etc",
        "inc",
        "ltd",
        "corp",
        "co",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sept",
        "sep",
        "oct",
        "nov",
        "dec",
        "mon",
        "tue",
        "wed",
        "thu",
        "fri",
        "sat",
        "sun",
        "ala",
        "ariz",
        "ark",
        "calif",
        "colo",
        "conn",
        "del",
        "fla",
        "ga",
        "ill",
        "ind",
        "kan",
        "ky",
        "la",
        "md",
        "mass",
        "mich",
        "minn",
        "miss",
        "mo",
        "mont",
        "neb",
        "nev",
        "okla",
        "ore",
        "pa",
        "tenn",
        "tex",
        "va",
        "vt",
        "wash",
        "wis",
        "wyo",
        "ont",
        "que",
        "alta",
        "sask",
        "man",
    ]
)
LOWER, TITLE, CAPITALS, LETTER, MIXED, FIGURE = "lower", "title", "capitals", "letter", "mixed", "figure"
CASED = frozenset((TITLE, CAPITALS, LETTER, MIXED))


class Words:
    """The words of one text, as lists side by side: ``written``, ``lower``, ``starts``, ``ends``, ``shapes``,
    ``gaps``, ``opens``.

    ``gaps[i]`` is what stands before word i; there is one more, for what follows the last. ``opens[i]`` says that a
    sentence or a line begins with word i.
    """

    __slots__ = ("ends", "gaps", "lower", "opens", "shapes", "starts", "text", "written")

    def __init__(self, text: str):
        self.text = text
        self.written: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        for match in RUN.finditer(text):
            self.written.append(match.group())
            self.starts.append(match.start())
            self.ends.append(match.end())
        self.lower = [word.lower() for word in self.written]
        self.shapes = [shape(word) for word in self.written]
        edges = zip([0, *self.ends], [*self.starts, len(text)], strict=True)
        self.gaps = [text[before:after] for before, after in edges]
        self.opens = [gap != " " and self._opens(index) for index, gap in enumerate(self.gaps[:-1])]

    def __len__(self) -> int:
        return len(self.written)

    def _opens(self, index: int) -> bool:
        gap = self.gaps[index]
        if not index:
            return True
        if not ENDS.search(gap):
            return False
        before = self.lower[index - 1]
        short = gap.startswith(". ") and (before in ABBREVIATED or self.shapes[index - 1] == LETTER)
        return not short


@lru_cache(maxsize=8192)
def shape(word: str) -> str:
    """How a word is written."""
    if word.islower():
        return LOWER
    if word.istitle():
        return LETTER if len(word) == 1 else TITLE
    if word.isupper():
        return CAPITALS
    return MIXED if word[0].isupper() else FIGURE if word[0].isdigit() else LOWER
