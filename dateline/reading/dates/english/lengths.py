"""How long something lasts: "three days", "the past two weeks", "a ten-year plan"."""

from __future__ import annotations

from dateline.reading.dates.context import Context
from dateline.reading.dates.grammar import Part
from dateline.reading.dates.mention import Timex
from dateline.reading.dates.numbers import amount
from dateline.reading.dates.units import length_of

from .words import GRAMMAR

_HALVES = {"TH": "PT30M", "D": "PT12H", "Y": "P6M", "DE": "P5Y", "CE": "P50Y"}


@GRAMMAR.rule(
    "(?<!RATE) (?<!aged) MORE_OR_LESS? (?P<count>COUNT) OR_COUNT? HYPHEN? more? (?:FULL|full)?"
    " (?P<unit>ONE_UNIT|SOME_UNITS) (?:HYPHEN? period)? NO_AGE",
    "(?:the|these|those|this) (?:last|past|next|coming|previous|latest|NTH_WORD) (?P<count>COUNT) OR_COUNT? FULL?"
    " (?P<unit>ONE_UNIT|SOME_UNITS|seconds) (?:or so)?",
    "the (?P<count>NUMERAL) FULL? (?P<unit>SOME_UNITS)",
    "(?P<count>DAY|NUMBER|ONE) HYPHEN? (?P<unit>seconds)",
)
def length(part: Part, _context: Context) -> Timex | None:
    """So many of a unit; of "two to three weeks" the fewer. An age is no time, and three-quarters are none."""
    if part.fact("unit") == "Q" and part.follows("HYPHEN", "unit"):
        return None
    return Timex("DURATION", length_of(str(part.fact("unit")), amount(part.facts("count"))))


@GRAMMAR.rule("(?P<count>COUNT) and A half (?P<unit>SOME_UNITS)")
def and_a_half(part: Part, _context: Context) -> Timex | None:
    """Two and a half years."""
    count = amount(part.facts("count"))
    return None if count == "X" else Timex("DURATION", length_of(str(part.fact("unit")), f"{count}.5"))


@GRAMMAR.rule("half A (?P<unit>ONE_UNIT)")
def half(part: Part, _context: Context) -> Timex | None:
    """Half an hour, half a year."""
    value = _HALVES.get(str(part.fact("unit")))
    return Timex("DURATION", value) if value else None


@GRAMMAR.rule(
    "(?<=in|within|for|over) (?P<unit>UNITS|years)",
    "(?:recent|coming|past|last|next) (?P<unit>UNITS|years)",
    "(?P<unit>UNITS|years) (?=ago|later|earlier|of|before|after)",
)
def some(part: Part, _context: Context) -> Timex:
    """For weeks, in recent years: how many is not said."""
    return Timex("DURATION", length_of(str(part.fact("unit")), "X"))
