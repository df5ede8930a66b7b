"""What companies report on: "the third quarter", "the year-ago period", "fiscal 1990", "Q3 2016"."""

from __future__ import annotations

from dateline.reading.dates.context import Context
from dateline.reading.dates.grammar import Part
from dateline.reading.dates.mention import Timex

from .numbers import nth
from .words import GRAMMAR

_NEAR = 120  # tokens: so far a quarter that was named is still the one spoken of


@GRAMMAR.rule(
    "the? FISCAL? (?P<year>YEAR) OWN? (?P<nth>NTH_ANY) HYPHEN? (?P<unit>quarter|half)",
    "the? FISCAL? (?P<nth>NTH_ANY) HYPHEN? FISCAL? (?P<unit>quarter|half) (?:of|IN|COMMA)? fiscal? (?P<year>YEAR)",
    "(?P<unit>q) (?P<nth>DAY) (?:of|COMMA)? (?P<year>YEAR)",
)
def quarter_of_year(part: Part, _context: Context) -> Timex | None:
    """A quarter or half of a year that is said."""
    value = _value(part, part.integer("year"))
    return Timex("DATE", value) if value else None


@GRAMMAR.rule(
    "(?P<way>last|this|next) year OWN FISCAL? (?P<nth>NTH_ANY) HYPHEN? (?P<unit>quarter|half)",
    "the? FISCAL? (?P<nth>NTH_ANY) HYPHEN? (?P<unit>quarter|half) of? (?P<way>last|this|next|the) fiscal? year",
)
def quarter_beside_now(part: Part, context: Context) -> Timex | None:
    """This year's third quarter, the second half of next year."""
    value = _value(part, context.published.year + part.integer("way"))
    return context.relative(value) if value else None


@GRAMMAR.rule("the? year HYPHEN? (?:ago|earlier) (?P<nth>NTH_ANY) HYPHEN? (?P<unit>quarter)")
def quarter_year_ago(part: Part, context: Context) -> Timex | None:
    """The year-ago third quarter."""
    value = _value(part, context.published.year - 1)
    return context.relative(value) if value else None


@GRAMMAR.rule(
    "(?:the|this|its)? FISCAL? (?P<nth>NTH_ANY) FISCAL? (?P<unit>quarter)",
    "FISCAL? (?P<nth>NTH_ANY) HYPHEN (?P<unit>quarter)",
    "(?P<unit>q) (?P<nth>DAY)",
)
def quarter(part: Part, context: Context) -> Timex | None:
    """The third quarter: the latest that has begun, or the next where it is still to come."""
    year, begun = context.published.year, 3 * nth(part, "nth") - 2
    tense = context.tense(context.position)
    if begun > context.published.month and tense <= 0:
        year -= 1
    elif begun + 5 < context.published.month and tense > 0:
        year += 1
    value = _value(part, year)
    return context.relative(value) if value else None


@GRAMMAR.rule("the (?:latest|fiscal|same)? quarter", "(?:this|that) quarter", "the latest period")
def this_quarter(part: Part, context: Context) -> Timex | None:
    """The quarter: the one that was named last, or the one that has just ended; this quarter may be the present one."""
    if context.quarter:
        return Timex("DATE", context.quarter.value, "", "inherited", context.quarter.value)
    return context.from_now("Q", 0 if part.tokens.words[part.match.start()] == "this" else -1)


@GRAMMAR.rule(
    "A year (?:ago|earlier)",
    "the? year HYPHEN (?:ago|earlier) (?:quarter|period)",
    "year HYPHEN (?:ago|earlier)",
    "the (?:quarter|period) A year (?:ago|earlier)",
    "the same (?:quarter|period) of? last year",
    "last year OWN quarter",
)
def year_ago(_part: Part, context: Context) -> Timex | None:
    """A year ago: of a quarter that was named shortly before, the same one of the year before it."""
    quarter = context.quarter
    if not quarter or context.position - quarter.position > _NEAR:
        return context.from_now("Y", -1)
    year = quarter.day.year - (quarter.day.year >= context.published.year)
    return Timex("DATE", f"{year:04}{quarter.value[4:]}", "", "inherited", quarter.value)


@GRAMMAR.rule("the (?P<year>YEAR) (?:quarter|period)")
def same_quarter_of_year(part: Part, context: Context) -> Timex:
    """The 1988 quarter: the one that was named last, in that year."""
    year = f"{part.integer('year'):04}"
    if not context.quarter:
        return Timex("DATE", year)
    return Timex("DATE", f"{year}{context.quarter.value[4:]}", "", "inherited", context.quarter.value)


@GRAMMAR.rule("the? fiscal (?P<year>YEAR)", "the (?P<year>YEAR) fiscal? year")
def fiscal_year(part: Part, _context: Context) -> Timex:
    """Fiscal 1990: by its number, whenever it began."""
    return Timex("DATE", f"{part.integer('year'):04}")


def _value(part: Part, year: int) -> str | None:
    """That quarter or half of a year; None where a year has none such."""
    number, unit = nth(part, "nth"), str(part.fact("unit"))
    return f"{year:04}-{unit}{number}" if 1 <= number <= (4 if unit == "Q" else 2) else None
