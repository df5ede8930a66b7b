"""Decades, centuries and years before Christ: "the 1990s", "the 20th century", "44 BC"."""

from __future__ import annotations

from dateline.reading.dates.context import Context
from dateline.reading.dates.grammar import Part
from dateline.reading.dates.mention import Timex
from dateline.reading.dates.numbers import full_year

from .numbers import nth
from .words import GRAMMAR


@GRAMMAR.rule("the? (?P<decade>DECADE)")
def decade(part: Part, context: Context) -> Timex | None:
    """The 1990s, the '90s; "90s" alone may be degrees."""
    written = part.words("decade")[0]
    year = int("".join(each for each in written if each.isdecimal()))
    if year >= 1000:
        return Timex("DATE", f"{year // 10:03}")
    if written[0].isdecimal() and part.tokens.words[part.match.start()] != "the":
        return None
    return context.relative(f"{full_year(year, context) // 10:03}")


@GRAMMAR.rule("the (?P<decade>TENS_DECADE)")
def spoken_decade(part: Part, context: Context) -> Timex:
    """The nineties."""
    return context.relative(f"{full_year(part.integer('decade'), context) // 10:03}")


@GRAMMAR.rule("the? (?P<nth>NTH_ANY) HYPHEN? century (?P<era>ERA)?")
def century(part: Part, _context: Context) -> Timex | None:
    """The 20th century is 19, the fifth before Christ BC04."""
    number = nth(part, "nth")
    if not 1 <= number <= 30:
        return None
    return Timex("DATE", f"{'BC' if part.fact('era') == 'BC' else ''}{number - 1:02}")


@GRAMMAR.rule("(?P<year>DAY|YEAR|NUMBER) (?P<era>ERA)")
def era(part: Part, _context: Context) -> Timex | None:
    """44 BC, 330 AD."""
    year = part.integer("year")
    return Timex("DATE", f"{'BC' if part.fact('era') == 'BC' else ''}{year:04}") if 0 < year < 10_000 else None
