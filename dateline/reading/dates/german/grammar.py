"""All that German brings along."""

from __future__ import annotations

from dateline.reading.dates.language import Language, Tenses

from . import days, hours, relative
from .tense import DEADLINE, tense_of
from .words import GRAMMAR

__all__ = ["GERMAN", "RULES"]

RULES = (days, hours, relative)  # each adds its own

GERMAN = Language(
    grammar=GRAMMAR,
    tenses=Tenses(tense_of, DEADLINE),
    starts=GRAMMAR.compile("(?P<edge>EDGE)"),
    joint=GRAMMAR.compile("COMMA? (?:am|um|des)?"),
    dated=GRAMMAR.compile("(?:MONTHS|SEASON|IN|EDGE) (?P<year>YEAR)"),
    spoken=GRAMMAR.compile("TODAY|(?:LAST|NEXT|THIS) (?:UNIT|WEEKDAY)|vor COUNT UNITS?|WEEKDAY_PART|WEEKDAY (?!COMMA)"),
    numbered=GRAMMAR.compile(
        "(?P<month>)(?P<day>)(?P<year>)(?!)|(?P<number>DAY|NUMBER) STOP (?P<named>MONTHS) (?P<of>YEAR)?"
    ),
)
