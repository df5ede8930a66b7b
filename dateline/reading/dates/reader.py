"""From a text to its mentions: find, read in order, join what belongs together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial

from .context import Context
from .english.grammar import ENGLISH
from .german.grammar import GERMAN
from .grammar import Found
from .language import Language
from .mention import Mention, Timex
from .tokens import Tokens
from .values import bounds

LANGUAGES = {"en": ENGLISH, "de": GERMAN}
_FEW = 3  # dates with a year, from which on a text may be a narrative


@dataclass(frozen=True, slots=True)
class Dates:
    """What was read in a text, and all that a check of it needs."""

    language: Language
    tokens: Tokens
    published: date
    found: list[Found]

    @property
    def mentions(self) -> list[Mention]:
        """All mentions, in the order of the text."""
        return [mention_of(each, self.tokens) for each in self.found]


def read_dates(text: str, published: date, *, narrative: bool | None = None, language: str = "en") -> list[Mention]:
    """Every time that a text names, in its order.

    ``published`` is the only day that dates hang on, or in a narrative the dates before them in the text; None finds
    out which of them it is. A language that is not known here is read as English.
    """
    return dates_in(text, published, narrative=narrative, language=language).mentions


def dates_in(text: str, published: date, *, narrative: bool | None = None, language: str = "en") -> Dates:
    """As ``read_dates``, with what the checks need."""
    if isinstance(published, datetime):
        published = published.date()
    rules = LANGUAGES.get(language, ENGLISH)
    tokens = rules.tokens(text)
    told = is_narrative(rules, tokens, published) if narrative is None else narrative
    context = Context(published, partial(rules.tense, tokens), told)
    found = joined(noted(rules.grammar.read(tokens, context), context), rules, tokens)
    return Dates(rules, tokens, published, [widened(each, rules, tokens) for each in found])


def is_narrative(rules: Language, tokens: Tokens, published: date) -> bool:
    """Whether a text tells of other years, each date after the one before, and hardly of the day it was published."""
    years = [int(tokens.words[match.start("year")]) for match in rules.dated.finditer(tokens.shape)]
    past = sum(year < published.year - 1 for year in years)
    return past >= _FEW and past > 2 * sum(1 for _ in rules.spoken.finditer(tokens.shape))


def noted(found: Iterable[Found], context: Context) -> Iterator[Found]:
    """Let each date be known to those after it."""
    for each in found:
        context.note(each.timex)
        yield each


def joined(found: Iterable[Found], rules: Language, tokens: Tokens) -> Iterator[Found]:
    """Make one of a day and a time of day that stand beside each other; a part of a day alone is none."""
    waiting: Found | None = None
    for each in found:
        both = _both(waiting, each, rules, tokens) if waiting else None
        if both:
            yield both
        elif waiting and not waiting.timex.value.startswith("T"):
            yield waiting
        waiting = None if both else each
    if waiting and not waiting.timex.value.startswith("T"):
        yield waiting


def _both(one: Found, other: Found, rules: Language, tokens: Tokens) -> Found | None:
    """A day with its time of day; None where they are not that, or do not touch."""
    if other.first - one.after > 2 or not rules.joint.fullmatch(tokens.shape, one.after, other.first):
        return None
    day, time = (one.timex, other.timex) if one.timex.kind == "DATE" else (other.timex, one.timex)
    if day.kind != "DATE" or time.kind != "TIME" or bounds(day.value)[2] != "day":
        return None
    said, _mark, clock = time.value.partition("T")
    if said and not clock[0].isdecimal():
        return None  # a part of a day that is known, such as "last night"
    return Found(one.first, other.after, Timex("TIME", f"{day.value}T{clock}", "", day.basis, day.anchor))


def widened(found: Found, rules: Language, tokens: Tokens) -> Found:
    """Take along what stands before a date: "early", "the end of"."""
    for first in range(max(0, found.first - 4), found.first):
        match = rules.starts.fullmatch(tokens.shape, first, found.first)
        if match and match.lastgroup:
            mod = str(tokens.facts[match.start(match.lastgroup)])
            return Found(first, found.after, replace(found.timex, mod=mod))
    return found


def mention_of(found: Found, tokens: Tokens) -> Mention:
    """A found time with its place in the text and on the calendar."""
    start, end = tokens.spans[found.first][0], tokens.spans[found.after - 1][1]
    timex = found.timex
    begins, ends, precision = bounds(timex.value)
    told = (timex.kind, timex.value, timex.mod, begins, ends, precision, timex.basis, timex.anchor)
    return Mention(start, end, tokens.text[start:end], *told)
