"""What is odd about the dates of a text: each check states both values, and is a question rather than a verdict."""

from __future__ import annotations

from calendar import day_name, monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from dateline.lib.later import gettext_noop as _

from .reader import Dates

FAR = timedelta(days=200)  # a date without a year that lies further off is asked about
_LEAP_YEAR = 2000  # lends its February to dates without a year


@dataclass(frozen=True, slots=True)
class Check:
    """What to ask about a span of the text. ``message`` has slots for ``values`` and is in the catalogues.

    Days among the values are ISO 8601, days of the week their English names.
    """

    code: str
    message: str
    values: dict[str, str]
    span: tuple[int, int]


def check_dates(dates: Dates) -> list[Check]:
    """All checks, in the order of the text."""
    checks = (wrong_weekdays, impossible_days, days_to_come, days_far_off)
    return sorted((each for check in checks for each in check(dates)), key=lambda each: each.span)


def wrong_weekdays(dates: Dates) -> Iterator[Check]:
    """Monday, 2 November 2017 was a Thursday."""
    message = _("You wrote %(said)s; %(date)s is a %(weekday)s.")
    symbols = dates.language.grammar.lexicon.symbols
    named = symbols["WEEKDAY"], symbols["SHORT_WEEKDAY"]
    for found, mention in zip(dates.found, dates.mentions, strict=True):
        place = found.first
        if mention.begins is None or mention.basis == "relative" or dates.tokens.shape[place] not in named:
            continue
        day = mention.begins.date()
        if dates.tokens.facts[place] != day.weekday():
            start, end = dates.tokens.spans[place]
            said = dates.tokens.text[start:end]
            values = {"said": said, "date": day.isoformat(), "weekday": day_name[day.weekday()]}
            yield Check("weekday", message, values, (mention.start, mention.end))


def impossible_days(dates: Dates) -> Iterator[Check]:
    """36 October, 30 February, 29 February 2017."""
    message = _("You wrote %(said)s; that month has %(days)s days.")
    tokens = dates.tokens
    for match in dates.language.numbered.finditer(tokens.shape):
        groups = ("month", "day", "year") if match["month"] else ("named", "number", "of")
        month, day, year = (match.start(group) for group in groups)
        number = int(tokens.words[day].rstrip("stndrh.")) if tokens.words[day].rstrip("stndrh.").isdecimal() else 0
        days = monthrange(int(tokens.words[year]) if year >= 0 else _LEAP_YEAR, _month(tokens.facts[month]))[1]
        if days < number < 100:
            span = tokens.spans[match.start()][0], tokens.spans[match.end() - 1][1]
            yield Check("impossible", message, {"said": tokens.text[slice(*span)], "days": str(days)}, span)


def days_to_come(dates: Dates) -> Iterator[Check]:
    """A day after publication on which something is said to have happened."""
    message = _("%(said)s is told as past, but %(date)s is after the publication on %(published)s.")
    for found, mention in zip(dates.found, dates.mentions, strict=True):
        if mention.begins is None or mention.begins.date() <= dates.published or mention.kind not in ("DATE", "TIME"):
            continue
        if dates.language.tense(dates.tokens, found.first) < 0:
            values = {"said": mention.text, "date": mention.value, "published": dates.published.isoformat()}
            yield Check("to-come", message, values, (mention.start, mention.end))


def days_far_off(dates: Dates) -> Iterator[Check]:
    """A day or month without a year whose nearest reading is far from publication."""
    message = _("%(said)s has no year. It is read as %(date)s, %(days)s days from the publication.")
    for mention in dates.mentions:
        if mention.basis != "year-inferred" or mention.begins is None:
            continue
        away = abs(mention.begins.date() - dates.published)
        if away > FAR:
            values = {"said": mention.text, "date": mention.value, "days": str(away.days)}
            yield Check("no-year", message, values, (mention.start, mention.end))


def _month(fact: object) -> int:
    """The number of a month from the lexicon."""
    return fact if isinstance(fact, int) else 1
