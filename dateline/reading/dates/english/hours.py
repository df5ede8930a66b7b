"""Times of day: "14:30 GMT", "10 p.m.", "Tuesday night", "this morning"."""

from __future__ import annotations

from datetime import timedelta

from dateline.reading.dates.context import Context
from dateline.reading.dates.grammar import Part
from dateline.reading.dates.mention import Timex

from .words import GRAMMAR


@GRAMMAR.rule(
    "(?P<hour>DAY) (?P<half>AMPM) (?P<zone>ZONE)?",
    "(?P<hour>DAY|ONE) OCLOCK",
    "(?P<clock>CLOCK) (?P<half>AMPM)? (?P<zone>ZONE)?",
)
def clock(part: Part, context: Context) -> Timex | None:
    """A time on the clock, of the day that was named last."""
    hour, minute = part.integer("hour"), 0
    if part.has("clock"):
        hour, minute = map(int, part.words("clock")[0].split(":")[:2])
    if part.has("half"):
        hour = hour % 12 + part.integer("half") if 1 <= hour <= 12 else 99
    return _at(context, hour, minute, part)


@GRAMMAR.rule("(?P<clock>YEAR|NUMBER) (?:(?P<zone>ZONE)|(?P<hours>UNITS))")
def clock_without_colon(part: Part, context: Context) -> Timex | None:
    """1430 GMT, 0830 hours; 1200 hours may be a length, but hardly in news."""
    digits = part.words("clock")[0]
    if len(digits) != 4 or not digits.isdecimal() or part.fact("hours") not in (None, "TH"):
        return None
    return _at(context, int(digits[:2]), int(digits[2:]), part)


@GRAMMAR.rule("(?P<noon>NOON)")
def noon(part: Part, context: Context) -> Timex | None:
    """Noon and midnight."""
    return _at(context, part.integer("noon"), 0, part)


@GRAMMAR.rule("tonight", "(?P<way>this|last) (?P<part>PART)")
def part_of_today(part: Part, context: Context) -> Timex:
    """Tonight, this morning, last night."""
    day = context.published + timedelta(days=part.integer("way"))
    value = f"{day.isoformat()}T{part.fact('part') or 'NI'}"
    return Timex("TIME", value, "", "relative", context.published.isoformat())


@GRAMMAR.rule("that (?P<part>PART)", "the (?P<way>next|following|same|previous) (?P<part>PART)")
def part_of_then(part: Part, context: Context) -> Timex | None:
    """That night, the next morning: of the day before it in the text."""
    day = context.from_then("D", part.integer("way"))
    return Timex("TIME", f"{day.value}T{part.fact('part')}", "", day.basis, day.anchor) if day else None


@GRAMMAR.rule("(?P<part>PART)", "the (?P<part>PART) (?=of|IN)")
def part_of_some_day(part: Part, _context: Context) -> Timex:
    """A morning of a day that stands beside it."""
    return Timex("TIME", f"T{part.fact('part')}")


def _at(context: Context, hour: int, minute: int, part: Part) -> Timex | None:
    """A time of the day that was named last; None for what no clock shows."""
    if minute > 59 or not 0 <= hour * 60 + minute <= 24 * 60:
        return None
    return context.at(f"{hour:02}:{minute:02}{part.fact('zone') or ''}")
