"""Times counted from another, lengths and repetitions: "gestern", "vor drei Tagen", "am selben Tag", "jeden Montag"."""

from __future__ import annotations

from dateline.reading.dates.calendar import weekday_after, weekday_before
from dateline.reading.dates.context import Context
from dateline.reading.dates.grammar import Part
from dateline.reading.dates.mention import Timex
from dateline.reading.dates.numbers import amount
from dateline.reading.dates.units import length_of

from .words import GRAMMAR


@GRAMMAR.rule("(?P<day>TODAY)")
def today(part: Part, context: Context) -> Timex | None:
    """Heute, gestern, übermorgen."""
    return context.from_now("D", part.integer("day"))


@GRAMMAR.rule("(?<!TODAY) (?P<day>MORNING)")
def tomorrow(part: Part, context: Context) -> Timex | None:
    """Morgen in small letters is tomorrow; with a capital it is the morning."""
    start, _end = part.tokens.spans[part.match.start()]
    return context.from_now("D", 1) if part.tokens.text[start].islower() else None


@GRAMMAR.rule("(?P<way>LAST|NEXT|THIS) (?P<unit>UNIT|WEEKEND)")
def beside_now(part: Part, context: Context) -> Timex | None:
    """Letzte Woche, dieses Jahr, kommenden Monat."""
    return context.from_now(str(part.fact("unit")), part.integer("way"))


@GRAMMAR.rule("(?P<edge>EDGE) des (?P<unit>des_unit)")
def edge(part: Part, context: Context) -> Timex | None:
    """Ende des Jahres."""
    found = context.from_now(str(part.fact("unit")), 0)
    return context.relative(found.value, str(part.fact("edge"))) if found else None


@GRAMMAR.rule("(?P<way>LAST|NEXT) (?P<day>WEEKDAY)")
def weekday_beside_now(part: Part, context: Context) -> Timex:
    """Letzten Freitag, kommenden Montag."""
    beside = weekday_after if part.integer("way") > 0 else weekday_before
    return context.relative(beside(context.published, part.integer("day")).isoformat())


@GRAMMAR.rule("am (?P<way>SAME|FOLLOWING|NEXT) (?P<unit>UNIT)", "UNIT (?P<way>darauf)")
def beside_then(part: Part, context: Context) -> Timex | None:
    """Am selben Tag, am folgenden Tag, einen Tag darauf."""
    return context.from_then("D", 1 if part.words("way") == ["darauf"] else part.integer("way"))


@GRAMMAR.rule("vor ABOUT? (?P<count>COUNT) (?P<unit>UNIT|UNITS)")
def ago(part: Part, context: Context) -> Timex | None:
    """Vor drei Tagen, vor einem Jahr; "vor" is part of it, as "ago" is."""
    count = amount(part.facts("count"))
    return context.relative("PAST_REF") if count == "X" else context.from_now(str(part.fact("unit")), -float(count))


@GRAMMAR.rule("(?P<count>COUNT) (?P<unit>UNIT|UNITS) (?P<way>LATER)")
def later(part: Part, context: Context) -> Timex | None:
    """Zwei Tage später, ein Jahr zuvor."""
    count = amount(part.facts("count"))
    return None if count == "X" else context.from_then(str(part.fact("unit")), float(count) * part.integer("way"))


@GRAMMAR.rule("(?P<word>NOW)")
def nowhere(part: Part, _context: Context) -> Timex:
    """Jetzt, kürzlich, bald."""
    return Timex("DATE", str(part.fact("word")), "", "relative")


@GRAMMAR.rule("ABOUT? (?P<count>NUMERAL|FEW) (?P<unit>UNITS)", "(?P<count>A) (?P<unit>UNIT)")
def length(part: Part, _context: Context) -> Timex:
    """Drei Wochen, ein Jahr."""
    return Timex("DURATION", length_of(str(part.fact("unit")), amount(part.facts("count"))))


@GRAMMAR.rule("(?P<word>DAILY)", "EVERY (?P<unit>UNIT)", "EVERY (?P<day>WEEKDAY)", "(?P<day>WEEKDAYS)")
def repeated(part: Part, _context: Context) -> Timex:
    """Täglich, jedes Jahr, jeden Montag, montags."""
    if part.has("word"):
        return Timex("SET", str(part.fact("word")))
    if part.has("day"):
        return Timex("SET", f"XXXX-WXX-{part.integer('day') + 1}")
    return Timex("SET", length_of(str(part.fact("unit")), "1"))
