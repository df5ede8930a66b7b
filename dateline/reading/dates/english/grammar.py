"""All that English brings along."""

from __future__ import annotations

from dateline.reading.dates.language import Language, Tenses

from . import days, holidays, hours, lengths, nowhere, quarters, relative, repeated, seasons, spans, years
from .tense import DEADLINE, tense_of
from .words import GRAMMAR

__all__ = ["ENGLISH", "RULES"]

RULES = (
    days,
    holidays,
    hours,
    lengths,
    nowhere,
    quarters,
    relative,
    repeated,
    seasons,
    spans,
    years,
)  # each adds its own

ENGLISH = Language(
    grammar=GRAMMAR,
    tenses=Tenses(tense_of, DEADLINE),
    starts=GRAMMAR.compile(
        "the? (?:(?P<mod>early|earlier|later) (?:IN|HYPHEN)? | (?P<edge>EDGE) of | (?P<about>about)) the?"
    ),
    joint=GRAMMAR.compile("COMMA? (?:IN|at)? | IN the | of the?"),
    dated=GRAMMAR.compile("(?:MONTHS DAY_NUMBER? COMMA? | SEASON of? | (?:IN|early) HYPHEN?) (?P<year>YEAR)"),
    numbered=GRAMMAR.compile(
        "(?P<month>MONTHS) (?P<day>DAY|NTH|NUMBER) (?:COMMA? (?P<year>YEAR)|(?=COMMA|STOP|BREAK|CLOSE|$))"
        "|(?:^|(?<=PREPOSITION|the|STOP|BREAK|COMMA|NAMED_DAY)) (?P<number>DAY|NTH|NUMBER) of? (?P<named>MONTHS)"
        " (?:COMMA? (?P<of>YEAR))?"
    ),
    spoken=GRAMMAR.compile(
        "TODAY|tonight|(?:last|next|this) (?:ONE_UNIT|NAMED_DAY)|ago|(?<!COMMA) WEEKDAY (?!COMMA? (?:MONTHS|DAY))"
    ),
)
