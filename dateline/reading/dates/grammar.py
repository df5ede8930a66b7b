"""Rules over the shape of a text: each finds a form of words, and says what time it names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from .context import Context
from .mention import Timex
from .tokens import Fact, Lexicon, Tokens
from .values import is_well_formed

_NAME = re.compile(r"\(\?P<\w+>|[A-Za-z_]\w*")


@dataclass(frozen=True, slots=True)
class Part:
    """The tokens that a rule matched; a group is asked for by its name."""

    match: re.Match[str]
    tokens: Tokens
    symbols: Mapping[str, str]

    def has(self, group: str) -> bool:
        """Whether that part of the rule was there."""
        return group in self.match.re.groupindex and self.match[group] is not None

    def fact(self, group: str) -> Fact:
        """What the lexicon says of the group's first word; None where there is no such word."""
        return self.tokens.facts[self.match.start(group)] if self.has(group) else None

    def integer(self, group: str) -> int:
        """The fact of a group that is there, as a whole number."""
        fact = self.fact(group)
        return int(fact) if isinstance(fact, int | float) else 0

    def follows(self, name: str, group: str) -> bool:
        """Whether the group comes right after a word of that class."""
        return self.tokens.shape[self.match.start(group) - 1] == self.symbols[name]

    def words(self, group: str) -> list[str]:
        """The group's words in small letters; none where it was not there."""
        return self.tokens.words[slice(*self.match.span(group))] if self.has(group) else []

    def facts(self, group: str) -> list[Fact]:
        """What the lexicon says of each word of the group."""
        return self.tokens.facts[slice(*self.match.span(group))] if self.has(group) else []


Reader = Callable[[Part, Context], Timex | None]


@dataclass(frozen=True, slots=True)
class Found:
    """A form of words that was read; positions count tokens."""

    first: int
    after: int
    timex: Timex


class Grammar:
    """The rules of one language, in the order in which they win over others that match the same words.

    A pattern is a regular expression whose letters are names: of a class of words, or of a macro made of such.
    """

    def __init__(self, lexicon: Lexicon, macros: Mapping[str, str]) -> None:
        self.lexicon = lexicon
        self._macros = macros
        self._rules: list[tuple[re.Pattern[str], Reader]] = []

    def compile(self, pattern: str) -> re.Pattern[str]:
        """Make a pattern over shapes of one that names classes. Raises KeyError for a name that there is not."""
        return re.compile(self._expand(pattern).replace(" ", ""))

    def _expand(self, pattern: str) -> str:
        return _NAME.sub(self._symbol, pattern)

    def _symbol(self, name: re.Match[str]) -> str:
        written = name[0]
        if written.startswith("(?P<"):
            return written
        if written in self._macros:
            return f"(?:{self._expand(self._macros[written])})"
        return self.lexicon.symbols[written]

    def rule(self, *patterns: str) -> Callable[[Reader], Reader]:
        """Say that a function reads what any of these patterns matches."""

        def add(reader: Reader) -> Reader:
            self._rules.extend((self.compile(pattern), reader) for pattern in patterns)
            return reader

        return add

    def read(self, tokens: Tokens, context: Context) -> Iterator[Found]:
        """Yield what is read, in the order of the text: what begins first wins, of those the longest."""
        matches = [
            (match.start(), -match.end(), order, match, reader)
            for order, (pattern, reader) in enumerate(self._rules)
            for match in pattern.finditer(tokens.shape)
        ]
        free = 0
        for first, minus_after, _order, match, reader in sorted(matches, key=lambda each: each[:3]):
            if first < free:
                continue
            context.position = first
            timex = _read(reader, Part(match, tokens, self.lexicon.symbols), context)
            if timex is not None:
                free = -minus_after
                yield Found(first, free, timex)


def _read(reader: Reader, part: Part, context: Context) -> Timex | None:
    """What a rule reads; None also where that would lie outside the calendar. A time of a day begins with its T."""
    try:
        timex = reader(part, context)
    except (OverflowError, ValueError):
        return None
    return timex if timex and (timex.value.startswith("T") or is_well_formed(timex.value)) else None
