"""Times of day: "um 14.30 Uhr", "Montagabend", "heute Morgen", "in der Nacht zum 3. November"."""

from __future__ import annotations

from dateline.reading.dates.context import Context
from dateline.reading.dates.grammar import Part
from dateline.reading.dates.mention import Timex

from .words import GRAMMAR


@GRAMMAR.rule("(?P<clock>DAY|NUMBER|CLOCK) uhr (?P<minute>DAY|NUMBER)?", "(?P<clock>CLOCK)")
def clock(part: Part, context: Context) -> Timex | None:
    """14 Uhr, 14.30 Uhr, 14 Uhr 30, 14:30."""
    hour, _mark, minute = part.words("clock")[0].replace(".", ":").partition(":")
    minute = minute or (part.words("minute") or ["0"])[0]
    if not (hour + minute).isdecimal() or int(minute) > 59 or int(hour) * 60 + int(minute) > 24 * 60:
        return None
    return context.at(f"{int(hour):02}:{int(minute):02}")


@GRAMMAR.rule("(?P<noon>NOON)")
def noon(part: Part, context: Context) -> Timex:
    """Mitternacht."""
    return context.at(f"{part.fact('noon')}:00")


@GRAMMAR.rule("(?P<day>WEEKDAY_PART)")
def weekday_part(part: Part, context: Context) -> Timex:
    """Montagabend."""
    fact = str(part.fact("day"))
    day = context.weekday(int(fact[0]))
    return Timex("TIME", f"{day.value}T{fact[1:]}", "", day.basis, day.anchor)


@GRAMMAR.rule("(?P<part>PART)", "(?<=TODAY|WEEKDAY|am) (?P<part>MORNING)")
def part_of_some_day(part: Part, _context: Context) -> Timex:
    """An evening of a day that stands beside it."""
    return Timex("TIME", f"T{part.fact('part')}")
