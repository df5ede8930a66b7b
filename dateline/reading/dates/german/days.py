"""Days, months and years with their names and numbers: "Montag, den 2. November 2017", "vom 2. bis 4. November"."""

from __future__ import annotations

from dateline.reading.dates.context import Context, dated
from dateline.reading.dates.grammar import Part
from dateline.reading.dates.mention import Timex
from dateline.reading.dates.numbers import full_year

from .words import GRAMMAR


@GRAMMAR.rule("ISO")
def iso(part: Part, _context: Context) -> Timex | None:
    """2017-11-02; a time that follows it is left."""
    return dated(*map(int, part.tokens.words[part.match.start()][:10].split("-")))


@GRAMMAR.rule("DOTTED")
def in_figures(part: Part, context: Context) -> Timex | None:
    """2.11.2017."""
    day, month, year = map(int, part.tokens.words[part.match.start()].split("."))
    return dated(full_year(year, context) if year < 100 else year, month, day)


@GRAMMAR.rule(
    "NAMED_DAY? (?P<day>DAY) STOP (?P<month>MONTHS) (?P<year>YEAR)?",
    "(?P<day>DAY) STOP (?=(?:IN|und|oder|HYPHEN) DAY STOP (?P<month>MONTHS) (?P<year>YEAR)?)",
)
def day_of_month(part: Part, context: Context) -> Timex | None:
    """A day of a month; the first of two takes month and year from the second."""
    month, day = part.integer("month"), part.integer("day")
    return dated(part.integer("year"), month, day) if part.has("year") else context.undated(month, day)


@GRAMMAR.rule("(?P<month>MONTHS) (?P<year>YEAR)")
def month_of_year(part: Part, _context: Context) -> Timex:
    """A month of a year that is said."""
    return Timex("DATE", f"{part.integer('year'):04}-{part.integer('month'):02}")


@GRAMMAR.rule("(?P<month>MONTH)")
def month(part: Part, context: Context) -> Timex | None:
    """A month alone."""
    return context.undated(part.integer("month"))


@GRAMMAR.rule("(?P<season>SEASON) (?P<year>YEAR)")
def season(part: Part, _context: Context) -> Timex:
    """The summer of a year."""
    return Timex("DATE", f"{part.integer('year'):04}-{part.fact('season')}")


@GRAMMAR.rule("(?P<nth>NTH_WORD) UNIT (?P<year>YEAR)")
def quarter(part: Part, _context: Context) -> Timex | None:
    """The third quarter of a year."""
    is_quarter = "quartal" in part.tokens.words[part.match.start() : part.match.end()]
    return Timex("DATE", f"{part.integer('year'):04}-Q{part.fact('nth')}") if is_quarter else None


@GRAMMAR.rule(
    "(?<=IN|EDGE|und|HYPHEN) (?P<year>YEAR) (?!UNITS)",
    "(?P<year>YEAR) (?=(?:HYPHEN|IN|und) YEAR)",
    "(?<=UNIT|UNITS) (?P<year>YEAR)",
)
def year(part: Part, _context: Context) -> Timex:
    """A year alone, where what stands around it says that it is one."""
    return Timex("DATE", f"{part.integer('year'):04}")


@GRAMMAR.rule("(?P<day>DAY) STOP (?P<unit>UNIT)")
def century(part: Part, _context: Context) -> Timex | None:
    """Das 19. Jahrhundert is 18."""
    return Timex("DATE", f"{part.integer('day') - 1:02}") if part.fact("unit") == "CE" else None


@GRAMMAR.rule("(?P<day>WEEKDAY)")
def weekday(part: Part, context: Context) -> Timex:
    """A day of the week alone."""
    return context.weekday(part.integer("day"))
