"""Easy money, the oldest trick below a report: pay by the hour from home, a car bought from it, a link, a row of stars.

One of these shapes alone is a suspicion (somebody may write about wages); two together are a scam.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.lib.later import gettext_noop as _

from ..phrase import Phrase, phrase
from ..verdict import Reason, Submission
from ..view import View

AMOUNT = r"\d[\d.,]{0,12}"
MONEY = rf"(?:[$€£] ?{AMOUNT}|{AMOUNT} ?(?:[$€£]|usd|eur|dollars?|euros?|bucks))k?"
FEW_WORDS = r"(?:[a-z]{1,12} ){0,3}"


@dataclass(frozen=True, slots=True)
class Shape:
    """One turn of phrase: its name, its weight, and what it looks like (bounded repeats only, so linear in time)."""

    words: str
    weight: float
    phrase: Phrase


SHAPES = (
    Shape(
        _("Reads like an offer of easy money: pay by the hour, day or week."),
        0.45,
        phrase(
            MONEY + r" {0,2}(?:per|an?|each|every|/) {0,2}(?:hour|hr|day|week|month)",
            pieces=("hour", "hr", "day", "week", "month"),
            digits=True,
        ),
    ),
    Shape(
        _("Reads like an offer of easy money: a well-known company that pays."),
        0.45,
        phrase(r"\b(?:google|amazon|facebook|apple|tiktok) is (?:now )?paying\b", words="paying"),
    ),
    Shape(
        _("Reads like an offer of easy money: earnings of the author."),
        0.45,
        phrase(
            rf"\b(?:earn(?:ed|ing|s)?|mak(?:e|ing)|made|got paid|pays? me) {FEW_WORDS}{MONEY}",
            words="earn earned earning earns make making made got pay pays",
            digits=True,
        ),
    ),
    Shape(
        _("Reads like an offer of easy money: work from home."),
        0.4,
        phrase(rf"\b(?:work(?:ing)?|jobs?) {FEW_WORDS}(?:from home|online|at home)\b", words="home online"),
    ),
    Shape(
        _("Reads like an offer of easy money: payouts."),
        0.3,
        phrase(r"\b(?:weekly|daily|instant) (?:payouts?|payments?|paychecks?)\b", words="weekly daily instant"),
    ),
    Shape(
        _("Reads like an offer of easy money: a job too good to be true."),
        0.4,
        phrase(r"\b(?:most.comfortable|easiest) job\b", r"\bfinancial freedom\b", words="job freedom"),
    ),
    Shape(
        _("Reads like an offer of easy money: a car bought from it."),
        0.4,
        phrase(r"\bbrand new (?:land rover|range rover|bmw|ferrari|porsche|mercedes|car)\b", words="brand"),
    ),
    Shape(
        _("Reads like an offer of easy money: sure gains in crypto or trading."),
        0.45,
        phrase(
            rf"\b(?:bitcoin|crypto|forex) {FEW_WORDS}(?:investment|trad(?:er|ing)|profits?|recovery|mining)\b",
            rf"\b(?:guaranteed|double your) {FEW_WORDS}(?:profits?|returns?|money|investment|bitcoin)\b",
            words="bitcoin crypto forex guaranteed double",
        ),
    ),
    Shape(
        _("Reads like an offer of easy money: a number to write to."),
        0.45,
        phrase(
            rf"\b(?:whatsapp|telegram|text|contact) {FEW_WORDS}(?:: ?)?\+?\d[\d ().-]{{7,16}}\d",
            words="whatsapp telegram text contact",
            digits=True,
        ),
    ),
    Shape(
        _("Reads like an offer of easy money: a loan or a win."),
        0.45,
        phrase(
            r"\b(?:instant|urgent|easy) loans?\b",
            r"\byou(?:.ve| have) won\b",
            r"\bclaim your (?:prize|reward|bonus)\b",
            words="loan loans won claim",
        ),
    ),
    Shape(
        _("Reads like an offer of easy money: gambling."),
        0.45,
        phrase(r"\b(?:online casino|free spins|slot gacor|betting tips)\b", words="casino spins gacor tips"),
    ),
)
ORNAMENTS = re.compile(r"[\u2190-\u21ff\u2500-\u27bf\u2b00-\u2bff]{2,}")
LINK = re.compile(r"https?://|www\.")


def examine(submission: Submission, view: View) -> Iterator[Reason]:
    """Name each shape found; a row of ornaments or a link makes a shape heavier, never a verdict of its own."""
    found = False
    for shape in SHAPES:
        if not shape.phrase.may_be_in(view):
            continue
        spans = tuple(view.span(*match.span()) for match in shape.phrase.found_in(view))
        if spans:
            found = True
            yield Reason("money-scam", shape.words, shape.weight, "spam", spans)
    if not found:
        return
    ornaments = tuple(view.span(*match.span()) for match in ORNAMENTS.finditer(view.text))
    if ornaments:
        yield Reason("ornaments", _("Rows of arrows or stars around it."), 0.4, "spam", ornaments)
    if LINK.search(view.text):
        yield Reason("money-link", _("And a link to go with it."), 0.3, "spam")
