"""Numbers in words and figures: how many of a unit, what year."""

from __future__ import annotations

from collections.abc import Iterable

from .context import Context
from .grammar import Part
from .tokens import Fact

_DOZEN, _HUNDRED, _THOUSAND = 12, 100, 1000
_PIVOT = 30  # two digits: up to this many years after publication they are of its century


def amount(facts: Iterable[Fact]) -> str:
    """How many: "twenty", "four" are 24, "two", "hundred" 200, "several" X. "A" is one where nothing else is said."""
    total = part = 0.0
    for fact in facts:
        if fact == "X":
            return "X"
        if not isinstance(fact, int | float):
            continue
        if fact == _THOUSAND and part:
            total, part = total + part * fact, 0
        elif fact in (_DOZEN, _HUNDRED) and part:
            part *= fact
        else:
            part = fact if part == 1 else part + fact  # "a couple"
    return f"{total + part:.2f}".rstrip("0").rstrip(".")


def year_of(part: Part, context: Context, group: str = "year") -> int:
    """A year in four digits, or in two after an apostrophe."""
    word = part.words(group)[0]
    return int(word) if word.isdecimal() else full_year(int(word[1:]), context)


def full_year(short: int, context: Context) -> int:
    """The year of two digits that lies behind publication, or not far ahead of it."""
    century = context.published.year // 100 * 100
    return century + short - (100 if century + short > context.published.year + _PIVOT else 0)
