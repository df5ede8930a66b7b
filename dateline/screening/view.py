"""The text as a screening phase reads it: plain letters, each of which knows where it stood in the original.

Tricks that hide a word from a filter but not from a reader are undone here, once, for all phases: zero-width
characters, fancy letters (NFKC, Unicode Annex 15), letters borrowed from another alphabet, marks inside words.
Borrowed letters are folded only in words that mix alphabets and in whole words among Latin ones, because Russian and
Greek are not tricks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from dateline.lib.skeleton import ALONE, AMONG_LATIN, CAPITALS, LOOKALIKES, PLAIN

from .bare import Bare, bare_of, end_of

Span = tuple[int, int]  # from where to where in the original

WORD = re.compile(r"[^\W_]+")
LATIN_WORD = re.compile(r"[a-z]+")
BORROWED = re.compile(f"[{''.join({chr(code).casefold() for code in (*LOOKALIKES, *CAPITALS)})}]")
BLANKED = {code: " " for code in range(128) if not "a" <= chr(code) <= "z"}
DIGIT = re.compile(r"\d")
# Letters with which a Russian or Ukrainian word is hidden, or mistyped.
TO_CYRILLIC = str.maketrans("aeopcyxikmt", "аеорсухікмт")
# Letters of two alphabets side by side, neither of them Latin, or a letter that nearly no language has: no word at all.
CYRILLIC, GREEK, ARMENIAN = r"\u0400-\u052f", r"\u0370-\u03ff", r"\u0530-\u058f"
OTHERS = r"\u13a0-\u13ff\u2c80-\u2cff\ua4d0-\ua4ff"
CYRILLIC_WORD = re.compile(f"[{CYRILLIC}]+")
NO_WORD = re.compile(
    "|".join(
        f"[{one}][{other}]|[{other}][{one}]"
        for one, other in ((CYRILLIC, GREEK + ARMENIAN + OTHERS), (GREEK, ARMENIAN + OTHERS), (ARMENIAN, OTHERS))
    )
    + "|[ԁԛԝ]"
)


@dataclass(frozen=True, eq=False)
class View:
    """``text`` is for matching, ``original`` is what its places are in. The rest is worked out where a phase asks."""

    text: str
    original: str
    bare: Bare | None = None  # the original without marks inside words, where it has any

    @cached_property
    def places(self) -> Sequence[int]:
        """Where each character of ``text`` stood in the original."""
        text, places = self.bare or (self.original, range(len(self.original)))
        if text.isascii():
            return places
        letters = [*map(len, map(PLAIN.__getitem__, map(ord, text)))]
        if letters.count(1) == len(letters):
            return places
        return [place for place, count in zip(places, letters, strict=True) for _letter in range(count)]

    @cached_property
    def words(self) -> frozenset[str]:
        """Every run of plain Latin letters, each once."""
        if self.text.isascii():  # a third of the time that the pattern takes
            return frozenset(self.text.translate(BLANKED).split())
        return frozenset(LATIN_WORD.findall(self.text))

    @cached_property
    def has_digits(self) -> bool:
        """Whether there is a digit of any script."""
        return DIGIT.search(self.text) is not None

    def span(self, start: int, end: int) -> Span:
        """Offsets in the original of what matched between ``start`` and ``end`` here."""
        last = self.places[end - 1]
        return self.places[start], end_of(self.original, last) if self.bare else last + 1


def view_of(original: str) -> View:
    """Return the plain view of ``original``, in time linear in its length."""
    bare = bare_of(original)
    text = bare.text if bare else original
    return View(text.lower() if text.isascii() else _folded(text), original, bare)


def _folded(seen: str) -> str:
    """Return plain letters, with lookalikes folded where they stand among Latin letters."""
    text = seen.translate(PLAIN)
    if not BORROWED.search(text) or not (LATIN_WORD.search(text) or NO_WORD.search(text)):
        return text
    among = seen.translate(AMONG_LATIN)  # as long as the text
    text = WORD.sub(lambda word: _fold_if_mixed(word.group(), among[slice(*word.span())]), text)
    return _with_whole_words(text, seen.translate(ALONE))


def _fold_if_mixed(letters: str, folded: str) -> str:
    """Fold a word that holds both plain Latin letters and lookalikes; to Cyrillic where it cannot be a Latin one."""
    if letters == folded:
        return letters
    if not LATIN_WORD.search(letters):
        return folded if folded.isascii() and NO_WORD.search(letters) else letters
    if not folded.isascii():
        cyrillic = letters.translate(TO_CYRILLIC)
        if CYRILLIC_WORD.fullmatch(cyrillic):
            return cyrillic
    return folded


def _with_whole_words(text: str, alone: str) -> str:
    """Fold words of nothing but lookalikes in a text of mostly Latin letters."""
    pieces, done, latin, foreign = [], 0, 0, 0
    for is_latin, run in groupby(WORD.finditer(text), key=_is_latin):
        words = list(run)
        letters = sum(word.end() - word.start() for word in words)
        latin, foreign = (latin + letters, foreign) if is_latin else (latin, foreign + letters)
        start, end = words[0].start(), words[-1].end()
        # Words side by side protect each other: one true Russian word, and all of them are a quotation.
        if not is_latin and all(alone[slice(*word.span())].isascii() for word in words):
            pieces += [text[done:start], alone[start:end]]
            done = end
    return "".join([*pieces, text[done:]]) if done and latin > foreign else text


def _is_latin(word: re.Match[str]) -> bool:
    return LATIN_WORD.search(word.group()) is not None
