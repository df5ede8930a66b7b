"""Numbers as only English writes them."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.reading.dates.grammar import Part
from dateline.reading.dates.numbers import amount
from dateline.reading.dates.tokens import Fact

_HUNDREDS = (100, 1000)


def spoken_year(facts: Iterable[Fact]) -> int:
    """A year in words: "nineteen", "ninety", "seven" are 1997, "two", "thousand", "ten" 2010; 0 for what is none."""
    numbers = [int(fact) for fact in facts if isinstance(fact, int | float)]
    if set(numbers).intersection(_HUNDREDS):
        year = int(float(amount(numbers)))
    else:
        year = numbers[0] * 100 + sum(numbers[1:]) if numbers[0] in (18, 19, 20) and numbers[1] >= 10 else 0
    return year if 1800 <= year < 2100 else 0


def nth(part: Part, group: str) -> int:
    """The number of a day, a quarter or a century: 2, 2nd or second."""
    digits = part.words(group)[0].rstrip("stndrh")
    return int(digits) if digits.isdecimal() else part.integer(group)
