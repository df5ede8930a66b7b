"""A text as words and marks, each of a class that rules are written in: its *shape* has one character for each."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

Fact = int | float | str | tuple[int, ...] | None
Words = Mapping[str, Mapping[str, Fact]]  # class -> word -> what it says

# Every run is bounded or of one kind of character, so that no text makes it slow.
_PIECE = r"""
    (?P<ISO>\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?Z?)?(?![\d-]))
    |(?P<SLASHED>\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)(?![\d/]))
    |(?P<DOTTED>\d{1,2}\.\d{1,2}\.(?:\d{4}|\d\d)(?!\.?\d))
    |(?P<CLOCK>\d{1,2}:\d\d(?::\d\d)?(?![\d:]))
    |(?P<DECADE>(?:\d{3}0|['’‘`]?\d0)['’]?s\b)
    |(?P<NTH>\d{1,2}(?:st|nd|rd|th)\b)
    |(?P<FRACTION>\d/\d(?![\d/]))
    |(?P<NUMBER>\d+(?:[,.]\d+)*)
    |(?P<LETTERS>[^\W\d_]\.[^\W\d_](?:\.[^\W\d_]){0,4}\.)
    |(?P<SHORTENED>\b(?i:%s)\.)
    |(?P<OCLOCK>\bo['’]clock\b)
    |(?P<WORD>[^\W\d_]+)
    |(?P<OWN>['’]s\b)
    |(?P<SHORT_YEAR>['’‘`]\d\d\b)
    |(?P<BREAK>\n[ \t\r]*\n)
    |(?P<MARK>[^\w\s])
"""
_MARKS = {
    **dict.fromkeys(".!?", "STOP"),
    **dict.fromkeys("-–—", "HYPHEN"),
    ",": "COMMA",
    "(": "OPEN",
    ")": "CLOSE",
}
_PLAIN = (
    *(
        "ISO",
        "SLASHED",
        "DOTTED",
        "CLOCK",
        "DECADE",
        "NTH",
        "FRACTION",
        "OWN",
        "OCLOCK",
        "SHORT_YEAR",
        "BREAK",
        "STOP",
        "HYPHEN",
    ),
    *("COMMA", "OPEN", "CLOSE", "DAY", "YEAR", "NUMBER", "SUM", "OTHER"),
)
_YEARS = range(1000, 2200)  # four digits that may be a year
_NUMBER_LENGTH = 9  # digits; what is longer counts nothing that has a date


@dataclass(frozen=True, slots=True)
class Tokens:
    """``words`` are in small letters; ``facts`` what the lexicon says of each; offsets are code points."""

    text: str
    shape: str
    words: list[str]
    facts: list[Fact]
    spans: list[tuple[int, int]]


class Lexicon:
    """The words of one language by class.

    A word of the ``capital`` classes counts only where it has a capital letter. A full stop after one of the
    ``shortened`` belongs to the word.
    """

    def __init__(self, words: Words, capital: frozenset[str], shortened: Sequence[str]) -> None:
        self.symbols = {name: chr(0x100 + number) for number, name in enumerate((*_PLAIN, *words))}
        self._entries = {
            word: (self.symbols[name], fact, name in capital)
            for name, entries in words.items()
            for word, fact in entries.items()
        }
        longest_first = sorted(shortened, key=len, reverse=True)
        self._others = self.symbols["OTHER"], None
        self._word = lru_cache(maxsize=8192)(self._looked_up)
        self._token = re.compile(_PIECE % "|".join(longest_first), re.VERBOSE)

    def tokens(self, text: str) -> Tokens:
        """Take a text apart in one pass."""
        found = list(self._token.finditer(text))
        words = [match.group().lower() for match in found]
        read = [self._read(match, word) for match, word in zip(found, words, strict=True)]
        shape = "".join([symbol for symbol, _fact in read])
        return Tokens(text, shape, words, [fact for _symbol, fact in read], [match.span() for match in found])

    def _read(self, match: re.Match[str], word: str) -> tuple[str, Fact]:
        """The symbol of a token, and what it says."""
        kind = match.lastgroup or ""
        if kind == "WORD":
            return self._word(match.group())
        if kind in ("SHORTENED", "LETTERS"):
            key = word.rstrip(".") if kind == "SHORTENED" else word.replace(".", "")
            return self._entry(key, match.group()[0])
        if kind == "MARK":
            entry = self._entries.get(word)
            return entry[:2] if entry else (self.symbols[_MARKS.get(word, "OTHER")], None)
        if kind == "NUMBER":
            name, fact = _number(word, match.string[match.start() - 1 : match.start()])
            return self.symbols[name], fact
        return self.symbols[kind], None

    def _looked_up(self, word: str) -> tuple[str, Fact]:
        """The symbol of a word of letters only, and what it says."""
        return self._entry(word.lower(), word[0])

    def _entry(self, key: str, first: str) -> tuple[str, Fact]:
        """What the lexicon says of a word that begins with this letter."""
        symbol, fact, capital = self._entries.get(key, (*self._others, False))
        return self._others if capital and first.islower() else (symbol, fact)


def _number(written: str, before: str) -> tuple[str, Fact]:
    """The class of a number, and how much it is; sums of money count nothing."""
    plain = written.replace(",", "")
    if before in tuple("$€£¥#"):
        return "SUM", None
    if len(plain) > _NUMBER_LENGTH or plain.count(".") > 1:
        return "OTHER", None
    if not written.isdecimal():
        return "NUMBER", float(plain)
    if len(written) <= 2 and 1 <= int(written) <= 31:
        return "DAY", int(written)
    return ("YEAR" if len(written) == 4 and int(written) in _YEARS else "NUMBER"), int(written)
