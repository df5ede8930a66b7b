"""What a language brings along: its rules, what may stand before a date, and its tenses."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import takewhile

from .grammar import Grammar
from .tokens import Tokens

SIDES = 20, 12  # tokens looked at before and after a date, within the sentence


@dataclass(frozen=True, slots=True)
class Tenses:
    """``of_word`` says -1 of a word that tells what is past, 1 of one that tells what is to come, 0 of all others.

    Right before a date, the words of ``deadline`` ("until") say that it is to come.
    """

    of_word: Callable[[str], int]
    deadline: frozenset[str]


@dataclass(frozen=True, slots=True)
class Language:
    """``starts`` matches what is taken along before a date, ``joint`` what may stand between a day and an hour.

    ``dated`` matches a date with its year and ``spoken`` one that hangs on the day of publication; which of them a text
    has more of says whether it is a narrative. ``numbered`` matches a month with a number beside it that stands where
    its day does, possible or not.
    """

    grammar: Grammar
    tenses: Tenses
    starts: re.Pattern[str]
    joint: re.Pattern[str]
    dated: re.Pattern[str]
    spoken: re.Pattern[str]
    numbered: re.Pattern[str]

    def tokens(self, text: str) -> Tokens:
        """A text taken apart."""
        return self.grammar.lexicon.tokens(text)

    def tense(self, tokens: Tokens, position: int) -> int:
        """-1 for past, 1 for to come, 0 where no word says; what stands before the date speaks first."""
        words = tokens.words
        before, after = SIDES
        ways = (
            range(position - 1, max(-1, position - 1 - before), -1),
            range(position + 1, min(len(words), position + 1 + after)),
        )
        if position and words[position - 1] in self.tenses.deadline:
            # "By Friday it had burned out" is over, "it will burn until Friday" is not.
            clause = takewhile(lambda index: words[index] != ",", ways[1])
            return self._first(tokens, clause) or 1
        return next((tense for way in ways if (tense := self._first(tokens, way))), 0)

    def _first(self, tokens: Tokens, way: Iterable[int]) -> int:
        """The first tense that a word says, up to the end of the sentence."""
        stops = self.grammar.lexicon.symbols["STOP"], self.grammar.lexicon.symbols["BREAK"]
        for index in way:
            if tokens.shape[index] in stops:
                return 0
            if tense := self.tenses.of_word(tokens.words[index]):
                return tense
        return 0
