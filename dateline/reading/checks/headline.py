"""A number in the headline against the same number in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.lib.later import gettext_noop as _

from ..distances.numbers import FIGURES, WORDS, value_of
from ..lists import listed
from ..proposal import Warned

QUANTITY = re.compile(
    rf"(?<![\w.,/:-])(?P<number>{FIGURES}|(?i:\b{WORDS}\b))(?:\s|-)?(?P<noun>[^\W\d_]+)"
    rf"(?P<rest>(?:\s[^\W\d_]+){{0,3}})"
)
SAME = {
    "km": listed("km kms kilometer kilometre kilometers kilometres"),
    "mi": listed("mi mile miles"),
    "killed": listed("killed dead deaths death die died dies fatalities bodies"),
    "injured": listed("injured wounded hurt injuries wounds"),
    "arrested": listed("arrested detained arrests"),
    "missing": listed("missing"),
}
KIND = {word: kind for kind, words in SAME.items() for word in words}
NO_NOUN = listed(
    """
    of in on at by for from with to and or the a an than per as is are was were be th st nd rd am pm percent january
    february march april may june july august september october november december monday tuesday wednesday thursday
    friday saturday sunday hundred thousand million billion
    """
)
BEFORE, AFTER = 48, 24  # letters around a word that is counted
MOST_TOLD = 3  # numbers of the text that a question names
NEAR = 0.02  # share by which two numbers may differ and be the same
MESSAGE = _("The headline says %(headline)s, the text says %(said)s.")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of something."""

    value: float
    kinds: frozenset[str]
    text: str
    start: int
    end: int


def other_numbers(headline: str, text: str) -> Iterator[Warned]:
    """Yield the text's numbers of what the headline counts, where none of them is the headline's."""
    asked = list(quantities(headline))
    told = list(counted_in(text, frozenset(kind for one in asked for kind in one.kinds)))
    for counted in asked:
        alike = [one for one in told if one.kinds & counted.kinds]
        if alike and not any(abs(one.value - counted.value) <= NEAR * counted.value for one in alike):
            said = ", ".join(list(dict.fromkeys(one.text for one in alike))[:MOST_TOLD])
            values = {"headline": counted.text, "said": said}
            yield Warned("headline", MESSAGE, values, alike[0].start, alike[0].end)


def counted_in(text: str, kinds: frozenset[str]) -> Iterator[Quantity]:
    """Yield the numbers of some things: words are looked for before numbers, since a long text has few of them."""
    words = {word for word, kind in KIND.items() if kind in kinds} | {kind for kind in kinds if kind not in SAME}
    if not words:
        return
    end = 0
    for place in re.finditer(rf"(?:\b|(?<=\d))(?:{'|'.join(map(re.escape, sorted(words)))})", text, re.IGNORECASE):
        if place.start() >= end:
            for one in quantities(text, max(end, place.start() - BEFORE), place.end() + AFTER):
                end = one.end
                yield one


def quantities(text: str, start: int = 0, end: int | None = None) -> Iterator[Quantity]:
    """Yield numbers with what they count: the noun behind, and what befell it."""
    for found in QUANTITY.finditer(text, start, len(text) if end is None else end):
        value = value_of(found["number"])
        kinds = {kind_of(word) for word in [found["noun"], *found["rest"].split()[:3]] if word.lower() in KIND}
        noun = found["noun"].lower()
        if noun not in NO_NOUN:
            kinds.add(kind_of(noun))
        if value and kinds and found["number"].lower() not in ("a", "an"):
            end = found.end("noun")
            yield Quantity(value, frozenset(kinds), text[found.start() : end], found.start(), end)


def kind_of(noun: str) -> str:
    """What is counted, in the singular."""
    lower = noun.lower()
    return KIND.get(lower) or (lower[:-1] if lower.endswith("s") and not lower.endswith("ss") else lower)
