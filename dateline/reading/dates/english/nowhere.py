"""Times that lie nowhere on a calendar: "now", "recently", "in the future"."""

from __future__ import annotations

from dateline.reading.dates.context import Context
from dateline.reading.dates.grammar import Part
from dateline.reading.dates.mention import Timex

from .words import GRAMMAR


@GRAMMAR.rule("(?<!as) (?P<word>SOON)", "(?:more|right) (?P<word>SOON)")
def soon(part: Part, _context: Context) -> Timex:
    """Now, recently, soon; "as soon as" is none."""
    return Timex("DATE", str(part.fact("word")), "", "relative")


@GRAMMAR.rule("the (?P<word>past) (?!NUMERAL|FEW|couple|ONE_UNIT|SOME_UNITS|OTHER)")
def past(_part: Part, _context: Context) -> Timex:
    """The past."""
    return Timex("DATE", "PAST_REF", "", "relative")


@GRAMMAR.rule("(?:the|IN) NEAR? future (?!OTHER)", "(?:A|some) later date")
def future(_part: Part, _context: Context) -> Timex:
    """The near future, a later date."""
    return Timex("DATE", "FUTURE_REF", "", "relative")


@GRAMMAR.rule("these UNITS", "(?:at|the) present (?!OTHER|ONE_UNIT)")
def present(part: Part, _context: Context) -> Timex | None:
    """These days."""
    return Timex("DATE", "PRESENT_REF", "", "relative")
