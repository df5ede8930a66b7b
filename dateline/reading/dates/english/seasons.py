"""Seasons of the northern half of the world: "this summer", "the winter of 1944"."""

from __future__ import annotations

from dataclasses import replace

from dateline.reading.dates.context import Context
from dateline.reading.dates.grammar import Part
from dateline.reading.dates.mention import Timex
from dateline.reading.dates.values import MONTH_OF_SEASON

from .words import GRAMMAR


@GRAMMAR.rule("the? (?P<season>SEASON) (?:of|COMMA)? (?P<year>YEAR)")
def season_of_year(part: Part, _context: Context) -> Timex:
    """The spring of 1944."""
    return Timex("DATE", f"{part.integer('year'):04}-{part.fact('season')}")


@GRAMMAR.rule("(?P<season>SEASON) of (?P<way>last|this|next) year")
def season_of_year_beside_now(part: Part, context: Context) -> Timex:
    """The autumn of last year."""
    return context.relative(f"{context.published.year + part.integer('way'):04}-{part.fact('season')}")


@GRAMMAR.rule("the? (?P<way>last|this|next|past|coming|previous) (?P<season>SEASON)")
def season_beside_now(part: Part, context: Context) -> Timex:
    """Last winter is over, next winter is to come; this one is of the present year."""
    season, count, now = str(part.fact("season")), part.integer("way"), context.published
    year = now.year
    if count < 0:
        year -= MONTH_OF_SEASON[season] + 3 > now.month
    elif count > 0:
        year += MONTH_OF_SEASON[season] <= now.month
    return context.relative(f"{year:04}-{season}")


@GRAMMAR.rule("(?P<that>that|the same) (?P<season>SEASON)")
def season_beside_then(part: Part, context: Context) -> Timex | None:
    """That spring: of the year that was named before it."""
    year = context.from_then("Y", 0)
    return replace(year, value=f"{year.value}-{part.fact('season')}") if year else None


@GRAMMAR.rule("the (?P<season>SEASON) (?!of)", "(?<=early) (?P<season>SEASON)", "(?<=IN) (?P<season>SEASON) (?!of)")
def season(part: Part, context: Context) -> Timex | None:
    """A season alone: the nearest, as the tense has it."""
    found = context.year_of(MONTH_OF_SEASON[str(part.fact("season"))])
    if found is None:
        return None
    year, basis, anchor = found
    return Timex("DATE", f"{year:04}-{part.fact('season')}", "", basis, anchor)
