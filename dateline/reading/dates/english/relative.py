"""Days and longer that are counted from another: "yesterday", "last week", "two years ago", "that month"."""

from __future__ import annotations

from datetime import timedelta

from dateline.reading.dates.calendar import weekday_after, weekday_before
from dateline.reading.dates.context import Context
from dateline.reading.dates.grammar import Part
from dateline.reading.dates.mention import Timex
from dateline.reading.dates.numbers import amount

from .words import GRAMMAR


@GRAMMAR.rule("(?P<day>TODAY)")
def today(part: Part, context: Context) -> Timex | None:
    """Today, yesterday, tomorrow."""
    return context.from_now("D", part.integer("day"))


@GRAMMAR.rule("the UNIT (?P<way>before|after) (?P<day>TODAY)")
def two_days_off(part: Part, context: Context) -> Timex | None:
    """The day before yesterday, the day after tomorrow."""
    return context.from_now("D", part.integer("day") + (-1 if part.words("way") == ["before"] else 1))


@GRAMMAR.rule("the? (?P<way>last|past|previous|next|coming|this|current) fiscal? (?P<unit>ONE_UNIT) (?!HYPHEN)")
def beside_now(part: Part, context: Context) -> Timex | None:
    """Last week, this month, next year; next weekend is the one ahead."""
    unit, count = str(part.fact("unit")), part.integer("way")
    is_ahead = unit == "WE" and count > 0 and context.published.weekday() < 5
    return context.from_now(unit, 0 if is_ahead else count)


@GRAMMAR.rule(
    "(?:the|that) (?P<way>following|same|previous|next) (?P<unit>ONE_UNIT)", "(?P<way>that) (?P<unit>ONE_UNIT)"
)
def beside_then(part: Part, context: Context) -> Timex | None:
    """That year, the same day, the following month: of the date before it in the text."""
    return context.from_then(str(part.fact("unit")), part.integer("way"))


@GRAMMAR.rule(
    "(?<=(?:early|earlier|later) IN) the (?P<unit>UNIT) (?!of)",
    "(?<=EDGE of) the (?P<unit>UNIT) (?!of)",
    "(?<=for) the (?P<unit>UNIT) (?=COMMA)",
)
def the_present_one(part: Part, context: Context) -> Timex | None:
    """Earlier in the week, by the end of the month."""
    count_from = context.from_then if context.narrative else context.from_now
    return count_from(str(part.fact("unit")), 0)


@GRAMMAR.rule("the (?P<unit>UNIT) (?!HYPHEN|ago|SOME_UNITS|of)")
def the_weekend(part: Part, context: Context) -> Timex | None:
    """The weekend: this one, or the last where it is none."""
    return context.from_now("WE", 0 if context.published.weekday() >= 5 else -1) if part.fact("unit") == "WE" else None


@GRAMMAR.rule("the full? year (?!HYPHEN|ago|SOME_UNITS|of)")
def the_year(part: Part, context: Context) -> Timex | None:
    """The year: the present one, but the year ended in March is twelve months."""
    following = part.tokens.words[part.match.end() : part.match.end() + 1]
    return Timex("DURATION", "P1Y") if following in (["ended"], ["ending"]) else context.from_now("Y", 0)


@GRAMMAR.rule(
    "(?P<way>last|this|next|coming|past|previous) (?P<day>WEEKDAY)", "(?P<way>this) (?:past|coming) (?P<day>WEEKDAY)"
)
def weekday_beside_now(part: Part, context: Context) -> Timex:
    """Last Friday is never today, and next Friday not either; this Friday is as Friday alone."""
    day, count = part.integer("day"), part.integer("way")
    if not count:
        return context.weekday(day)
    return context.relative((weekday_after if count > 0 else weekday_before)(context.published, day).isoformat())


@GRAMMAR.rule("(?P<day>WEEKDAY) of? (?P<way>last|next|this) UNIT")
def weekday_of_week(part: Part, context: Context) -> Timex:
    """Friday of last week."""
    monday = context.published - timedelta(days=context.published.weekday())
    return context.relative((monday + timedelta(days=part.integer("day"), weeks=part.integer("way"))).isoformat())


@GRAMMAR.rule("(?P<way>last|this|next|past|coming|previous) (?P<month>MONTH|MAY)")
def month_beside_now(part: Part, context: Context) -> Timex:
    """Last June is the latest that is over, next June the first that is to come."""
    month, count, now = part.integer("month"), part.integer("way"), context.published
    is_of_this_year = not count or (count < 0 and month < now.month) or (count > 0 and month > now.month)
    return context.relative(f"{now.year + (0 if is_of_this_year else count):04}-{month:02}")


@GRAMMAR.rule(
    "(?P<month>MONTH|MAY) of? (?P<way>last|this|next) year", "(?P<way>last|this|next) year OWN? (?P<month>MONTH|MAY)"
)
def month_of_year_beside_now(part: Part, context: Context) -> Timex:
    """April of last year."""
    return context.relative(f"{context.published.year + part.integer('way'):04}-{part.integer('month'):02}")


@GRAMMAR.rule(
    "MORE_OR_LESS? (?P<count>COUNT) HYPHEN? FULL? (?P<unit>ONE_UNIT|SOME_UNITS|seconds) (?P<way>ago)",
    "MORE_OR_LESS? (?P<count>COUNT) (?P<unit>ONE_UNIT|SOME_UNITS) from SOON",
)
def ago(part: Part, context: Context) -> Timex | None:
    """Two years ago, ten days from now: as precise as its unit."""
    count, sign = amount(part.facts("count")), -1 if part.has("way") else 1
    if count == "X":
        return context.relative("PAST_REF" if part.has("way") else "FUTURE_REF")
    return context.from_now(str(part.fact("unit")), float(count) * sign)


@GRAMMAR.rule("MORE_OR_LESS? (?P<count>COUNT) HYPHEN? (?P<unit>ONE_UNIT|SOME_UNITS) (?P<way>earlier|later)")
def earlier(part: Part, context: Context) -> Timex | None:
    """Two days later, a year earlier: from the date before it in the text."""
    count, sign = amount(part.facts("count")), -1 if part.words("way") == ["earlier"] else 1
    return None if count == "X" else context.from_then(str(part.fact("unit")), float(count) * sign)
