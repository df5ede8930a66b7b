"""Years: "in 1984", "1914-1918", "nineteen ninety-seven", "year-end"."""

from __future__ import annotations

from dateline.reading.dates.context import Context
from dateline.reading.dates.grammar import Part
from dateline.reading.dates.mention import Timex
from dateline.reading.dates.numbers import year_of

from .numbers import spoken_year
from .words import GRAMMAR

_RECENT = range(1800, 2100)  # years that need no preposition to be one
_DETERMINERS = frozenset(("the", "its", "his", "her", "their", "our", "that", "this"))


@GRAMMAR.rule(
    "(?<=PREPOSITION) (?P<year>YEAR) (?!SOME_UNITS|MANY|PERCENT)",
    "(?<=OPEN) (?P<year>YEAR) (?=CLOSE|HYPHEN|to)",
    "(?<=YEAR HYPHEN) (?P<year>YEAR)",
    "(?<=early HYPHEN) (?P<year>YEAR)",
    "(?P<year>YEAR) (?=HYPHEN YEAR|and YEAR|to YEAR)",
    "the year (?P<year>YEAR)",
    "(?<=HYPHEN) (?P<year>SHORT_YEAR)",
    "(?<=IN) (?P<year>SHORT_YEAR)",
)
def year(part: Part, context: Context) -> Timex:
    """A year alone, where what stands around it says that it is one."""
    return Timex("DATE", f"{year_of(part, context):04}")


@GRAMMAR.rule("(?<!NUMERAL) (?<!HYPHEN) (?P<year>YEAR) (?=OTHER|COMMA|STOP)")
def year_before_noun(part: Part, _context: Context) -> Timex | None:
    """Its 1990 invasion, the 2012 elections; but some 1990 soldiers are so many of them."""
    first, after = part.match.span()
    is_count = part.tokens.words[after].endswith("s") and part.tokens.words[max(0, first - 1)] not in _DETERMINERS
    return Timex("DATE", f"{part.integer('year'):04}") if part.integer("year") in _RECENT and not is_count else None


@GRAMMAR.rule("(?P<year>YEAR) (?=HYPHEN (?P<end>DAY|NUMBER) (?!HYPHEN|SOME_UNITS))")
def first_of_two(part: Part, _context: Context) -> Timex | None:
    """The first year in "1939-45"."""
    return Timex("DATE", f"{part.integer('year'):04}") if _is_end(part.integer("year"), part.words("end")[0]) else None


@GRAMMAR.rule("(?<=YEAR HYPHEN) (?P<end>DAY|NUMBER) (?!HYPHEN|SOME_UNITS)")
def second_of_two(part: Part, _context: Context) -> Timex | None:
    """The second year in "1939-45"."""
    first = int(part.tokens.words[part.match.start() - 2])
    if not _is_end(first, part.words("end")[0]):
        return None
    return Timex("DATE", f"{first // 100:02}{part.words('end')[0]}", "", "inherited", f"{first:04}")


def _is_end(first: int, end: str) -> bool:
    """Whether two digits may be a year of the same century, later than another."""
    return len(end) == 2 and end.isdecimal() and int(end) > first % 100


@GRAMMAR.rule("(?:the year)? (?P<year>YEAR_WORDS)")
def year_in_words(part: Part, _context: Context) -> Timex | None:
    """A year as broadcasters say it; two thousand may be anything."""
    year = spoken_year(part.facts("year"))
    told = len(part.words("year")) > 2 or year % 1000 or part.tokens.words[part.match.start()] == "the"
    return Timex("DATE", f"{year:04}") if year and told else None


@GRAMMAR.rule("year (?:HYPHEN|OWN)? (?P<edge>EDGE)")
def year_end(part: Part, context: Context) -> Timex:
    """Year-end, year's end."""
    return context.relative(f"{context.published.year:04}", str(part.fact("edge")))
