"""What happens again and again: "every Monday", "daily", "twice a year"."""

from __future__ import annotations

from dateline.reading.dates.context import Context
from dateline.reading.dates.grammar import Part
from dateline.reading.dates.mention import Timex
from dateline.reading.dates.units import length_of

from .words import GRAMMAR


@GRAMMAR.rule("(?P<word>DAILY) (?!OTHER)")
def daily(part: Part, _context: Context) -> Timex:
    """Daily, annually."""
    return Timex("SET", str(part.fact("word")))


@GRAMMAR.rule(
    "EVERY (?:NTH_WORD|other)? (?P<unit>ONE_UNIT)", "(?<=RATE) A (?P<unit>ONE_UNIT)", "per (?P<unit>ONE_UNIT)"
)
def every_unit(part: Part, _context: Context) -> Timex:
    """Every year, twice a day."""
    return Timex("SET", length_of(str(part.fact("unit")), "1"))


@GRAMMAR.rule("EVERY (?P<day>WEEKDAY)", "(?P<day>WEEKDAYS)")
def every_weekday(part: Part, _context: Context) -> Timex:
    """Every Monday, Mondays."""
    return Timex("SET", f"XXXX-WXX-{part.integer('day') + 1}")


@GRAMMAR.rule("EVERY (?P<month>MONTHS)")
def every_month(part: Part, _context: Context) -> Timex:
    """Each July."""
    return Timex("SET", f"XXXX-{part.integer('month'):02}")


@GRAMMAR.rule("EVERY (?P<season>SEASON)", "(?:the? past COUNT)? (?P<season>SEASONS)")
def every_season(part: Part, _context: Context) -> Timex:
    """Every summer."""
    return Timex("SET", f"XXXX-{part.fact('season')}")
