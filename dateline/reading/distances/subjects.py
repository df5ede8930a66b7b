"""What is said to lie or stand there: the subject of a statement about a distance."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from .distance import Named, Span

BREAK = re.compile(r"[.!?;:]\s|\n|—|–")
VERB = re.compile(
    r"(?:,\s(?:which|that|who)\s)?\b(?:is|are|was|were|be|been|lies|lay|stands|stood|sits|remains?|remained|located"
    r"|situated|based|stationed|struck|hit|happened|occurred|took place|arrived|camped|dug in|reached|advanced|came"
    r"|come|has|have|had|drew)\b",
    re.IGNORECASE,
)
LEAD = re.compile(
    r"^(?:(?:[Ww]ith this(?: advance)?|[Nn]ow|[Tt]hen|[Mm]eanwhile|[Hh]owever|and|but|[Ww]hile|[Bb]y \w+"
    r"|[Oo]n \w+(?: \d+)?),?\s)+"
)
NOUN = re.compile(
    r"(?:^|[,(]\s?|\b(?:in|at|on|near|to|from|of|and|for)\s)"
    r"((?:an?|the|one|two|three|several|some|its|their)\s[^,;()]{2,60})\s?$",
    re.IGNORECASE,
)
ADDED = re.compile(
    r"(?:\s(?:town|city|village|station|camp))?\s?[,(–—-]\s?(?:(?:which|that|who)\s(?:is|lies|lay|was)\s"
    r"|(?:which\s(?:is|was)\s)?(?:located|situated)\s|an? (?:town|village|city|hamlet|suburb|settlement)\s)?"
)
WIDE = frozenset(("area", "county", "country"))
DEFINITE = re.compile(r"^(?:the|this|that)\s(\w+)$", re.IGNORECASE)
LONGEST = 90  # letters
FARTHEST = 400  # letters back to the clause's beginning


def subject_before(text: str, at: int) -> Span | None:
    """The code points of the subject of what begins at ``at``; None where none can be told."""
    opening = max(0, at - FARTHEST)
    for found in BREAK.finditer(text, opening, at):
        opening = found.end()
    clause = text[opening:at]
    lead = LEAD.match(clause)
    skipped = lead.end() if lead else 0
    verb = VERB.search(clause, skipped + 1)
    if verb and verb.start() - skipped <= LONGEST:
        return trimmed(text, opening + skipped, opening + verb.start())
    noun = NOUN.search(clause)
    if noun:
        return trimmed(text, opening + noun.start(1), opening + noun.end(1))
    return None


def beside(text: str, at: int, toponyms: Sequence[Named]) -> int | None:
    """The number of the name to which what begins at ``at`` is added; of a town with its state the town."""
    number = bisect_left(toponyms, at, key=lambda name: name.start) - 1
    if number < 0 or not ADDED.fullmatch(text, toponyms[number].end, at):
        return None
    wide = toponyms[number].place
    if number and wide and wide.kind in WIDE and text[toponyms[number - 1].end : toponyms[number].start] == ", ":
        return number - 1
    return number


def trimmed(text: str, start: int, end: int) -> Span | None:
    """A span without space and commas around it."""
    while start < end and text[start] in " ,\t\xa0":
        start += 1
    while end > start and text[end - 1] in " ,\t\xa0":
        end -= 1
    return (start, end) if start < end else None


def toponym_of(text: str, span: Span, toponyms: Sequence[Named]) -> int | None:
    """The number of the place name that the subject is: named in it, or earlier where it is only "the station"."""
    inside = [number for number, name in enumerate(toponyms) if span[0] <= name.start and name.end <= span[1]]
    if len(inside) == 1 and re.fullmatch(r"(?:the |The )?(?:[a-z]+ ){0,3}", text[span[0] : toponyms[inside[0]].start]):
        return inside[0]
    noun = DEFINITE.match(text[slice(*span)])
    if not noun:
        return None
    word = noun.group(1).lower()
    for number in range(len(toponyms) - 1, -1, -1):
        name = toponyms[number]
        following = text[name.end : name.end + len(word) + 1].lower()
        if name.end <= span[0] and (name.text.lower().endswith(" " + word) or following == " " + word):
            return number
    return None
