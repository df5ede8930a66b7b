"""Days and months with their names and numbers: "Thursday, Nov. 2, 2017", "2 November", "May 1940", "Nov. 3-5"."""

from __future__ import annotations

import re

from dateline.reading.dates.context import Context, dated
from dateline.reading.dates.grammar import Part
from dateline.reading.dates.mention import Timex
from dateline.reading.dates.numbers import full_year, year_of

from .numbers import nth, spoken_year
from .words import GRAMMAR


@GRAMMAR.rule("ISO")
def iso(part: Part, _context: Context) -> Timex | None:
    """2017-11-02, with a time or without."""
    written = part.tokens.words[part.match.start()]
    day = dated(*map(int, written[:10].split("-")))
    if day is None or len(written) == 10:
        return day
    hour, minute = map(int, written[11:16].split(":"))
    return (
        Timex("TIME", f"{day.value}T{hour:02}:{minute:02}{'Z' if written.endswith('z') else ''}")
        if hour < 24 and minute < 60
        else None
    )


@GRAMMAR.rule("SLASHED", "DOTTED")
def in_figures(part: Part, context: Context) -> Timex | None:
    """11/02/89 has the month first unless that is none; 2.11.1989 the day."""
    word = part.tokens.words[part.match.start()]
    first, second, year = map(int, re.split(r"[/.]", word))
    month, day = (second, first) if "." in word or first > 12 else (first, second)
    return dated(full_year(year, context) if year < 100 else year, month, day)


@GRAMMAR.rule(
    "(?P<month>MONTHS) (?P<day>DAY_NUMBER) (?=(?:to|and|or|HYPHEN) MONTHS? DAY_NUMBER COMMA? (?P<year>YEAR))",
    "ON_DAY the? (?P<month>MONTHS) the? (?P<day>DAY_NUMBER) (?:COMMA? (?P<year>A_YEAR))? (?!SOME_UNITS)",
    "ON_DAY the? (?P<day>DAY_NUMBER) of? (?P<month>MONTHS) (?:COMMA? (?P<year>A_YEAR))?",
    "ON_DAY the? (?P<day>NTH_WORD|second) of (?P<month>MONTHS) (?:COMMA? (?P<year>A_YEAR))?",
    "(?P<day>DAY_NUMBER) (?=(?:to|and|or|HYPHEN) DAY_NUMBER of? (?P<month>MONTHS) (?:COMMA? (?P<year>YEAR))?)",
)
def day_of_month(part: Part, context: Context) -> Timex | None:
    """A day of a month; the first of two takes month and year from the second."""
    month, day = part.integer("month"), nth(part, "day")
    if part.has("year"):
        return dated(year_of(part, context), month, day)
    return context.undated(month, day, part.integer("named") if part.has("named") else None)


@GRAMMAR.rule(
    "(?<=MONTHS DAY (?:HYPHEN|to|and|or)) (?P<day>DAY) (?!HYPHEN|SOME_UNITS|PERCENT|MONTHS) (?:COMMA? (?P<year>YEAR))?"
)
def second_of_two(part: Part, context: Context) -> Timex | None:
    """The second day in "Nov. 3-5"."""
    month, first = part.tokens.facts[part.match.start() - 3 : part.match.start() - 1]
    if not isinstance(month, int) or not isinstance(first, int) or first >= part.integer("day"):
        return None
    day = part.integer("day")
    return dated(part.integer("year"), month, day) if part.has("year") else context.undated(month, day)


@GRAMMAR.rule(
    "(?P<month>MONTHS) of? COMMA? (?P<year>A_YEAR)",
    "(?P<month>MONTHS) (?=(?:to|and|HYPHEN) MONTHS (?P<year>YEAR))",
)
def month_of_year(part: Part, context: Context) -> Timex:
    """A month of a year that is said."""
    return Timex("DATE", f"{year_of(part, context):04}-{part.integer('month'):02}")


@GRAMMAR.rule("(?P<month>MONTHS) (?P<year>YEAR_WORDS)")
def month_of_spoken_year(part: Part, _context: Context) -> Timex | None:
    """A month of a year in words."""
    year = spoken_year(part.facts("year"))
    return Timex("DATE", f"{year:04}-{part.integer('month'):02}") if year else None


@GRAMMAR.rule(
    "(?<!DAY) (?<!NTH) (?P<month>MONTH) (?!DAY|NTH)",
    "(?<=PREPOSITION) (?P<month>MAY|SHORT_MONTH)",
    "(?P<month>MAY) (?=(?:HYPHEN|to) MONTHS)",
)
def month(part: Part, context: Context) -> Timex | None:
    """A month alone; May and March need a word before them that says so."""
    return context.undated(part.integer("month"))


@GRAMMAR.rule("(?P<day>WEEKDAY)")
def weekday(part: Part, context: Context) -> Timex:
    """A day of the week alone."""
    return context.weekday(part.integer("day"))
