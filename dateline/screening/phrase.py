"""A turn of phrase to look for, at next to no cost where it is not.

Most comments hold nothing that any phase looks for. Trying every pattern on them takes half a millisecond; seeing that
none of the words is there without which no pattern can match takes a few microseconds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from .view import View


@dataclass(frozen=True, slots=True)
class Phrase:
    """``pattern`` matches only where one of ``words`` stands (a whole run of a to z) or one of ``pieces`` (anywhere).

    With ``digits``, only where there is a digit, too. A test holds these to be true of every phrase.
    """

    pattern: re.Pattern[str]
    words: frozenset[str] = frozenset()
    pieces: tuple[str, ...] = ()
    digits: bool = False

    def may_be_in(self, view: View) -> bool:
        """Return False only where the pattern cannot match."""
        if self.digits and not view.has_digits:
            return False
        if not self.words.isdisjoint(view.words):
            return True
        return bool(self.pieces) and any(piece in view.text for piece in self.pieces)

    def found_in(self, view: View) -> Iterable[re.Match[str]]:
        """Every match, in order."""
        return self.pattern.finditer(view.text) if self.may_be_in(view) else ()


def phrase(*alternatives: str, words: str = "", pieces: tuple[str, ...] = (), digits: bool = False) -> Phrase:
    """Return the phrase of these patterns; ``words`` with blanks between."""
    return Phrase(re.compile("|".join(alternatives)), frozenset(words.split()), pieces, digits)
