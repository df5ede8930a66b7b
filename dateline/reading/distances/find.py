"""All statements in a text about how far from what, and in which direction, something is."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from ..words import Words
from . import anchors, phrases
from .compass import degrees
from .derived import derived
from .distance import Distance, Named, Span
from .numbers import rounding, value_of
from .subjects import beside, subject_before, toponym_of

FARTHEST_KM = 2500.0  # more is a journey, not a place
BEFORE, AFTER = 64, 64  # letters around an anchor
FARTHEST_NAME = 60  # letters between a preposition and the name it governs


class Text:
    """A text with its place names in their order, and where in it the patterns are worth trying."""

    __slots__ = ("directions", "measures", "pairs", "starts", "text", "toponyms")

    def __init__(self, words: Words, toponyms: Sequence[Named]):
        self.text = words.text
        self.toponyms = toponyms
        self.starts = [name.start for name in toponyms]
        self.measures = windows(words, anchors.is_measure)
        self.directions = windows(words, anchors.is_direction)
        self.pairs = windows(words, anchors.is_pair)

    def name_at(self, at: int) -> int | None:
        """The number of the place name to which a preposition that ends at ``at`` leads."""
        number = bisect_left(self.starts, at)
        if number == len(self.starts) or self.starts[number] - at > FARTHEST_NAME:
            return None
        ahead = phrases.TO_NAME.match(self.text, at, self.starts[number])
        return number if ahead and ahead.end() >= self.starts[number] else None


def windows(words: Words, is_anchor: Callable[[str], bool]) -> list[Span]:
    """Stretches of the text around the words that are anchors; a pattern is slow, looking up a word is not."""
    found: list[Span] = []
    for index, word in enumerate(words.written):
        if not is_anchor(word):
            continue
        opening = max(0, words.starts[index] - BEFORE)
        if found and found[-1][1] >= opening:
            opening = found.pop()[0]
        found.append((opening, words.ends[index] + AFTER))
    return found


def tried(pattern: re.Pattern[str], text: str, stretches: list[Span]) -> Iterator[re.Match[str]]:
    """Yield the matches that lie in one of the stretches."""
    for start, end in stretches:
        yield from pattern.finditer(text, start, end)


def find_distances(words: Words, toponyms: Sequence[Named]) -> list[Distance]:
    """Find them in the order of the text; ``toponyms`` are in that order as well."""
    given = Text(words, toponyms)
    found: list[Distance] = []
    taken: set[int] = set()
    for one in [*numbered(given), *directed(given), *partly(given), *outside(given), *between(given), *along(given)]:
        letters = range(one.start, one.end)
        if taken.isdisjoint(letters):
            found.append(one)
            taken.update(letters)
    return sorted(found, key=lambda one: one.start)


def numbered(given: Text) -> Iterator[Distance]:
    """Yield statements with a number."""
    for match in tried(phrases.NUMBER, given.text, given.measures):
        value = value_of(match.group("number"))
        if not value:
            continue
        unit = phrases.KM_OF[phrases.unit_of(match)]
        statement = stated(given, match, value * unit, rounding(value) * unit)
        if statement:
            yield statement


def stated(given: Text, match: re.Match[str], km: float, slack: float) -> Distance | None:
    """The statement around a number, if it is one."""
    text = given.text
    qualifier, start = phrases.qualifier_before(text, match.start())
    other = phrases.OTHER_UNIT.match(text, match.end())
    end = other.end() if other else match.end()
    moving = phrases.MOVING.search(text, max(0, start - 40), start)
    directed_ = phrases.DIRECTED.match(text, end)
    plain = directed_ or phrases.PLAIN.match(text, end) or within(text, end, qualifier)
    reference = given.name_at(plain.end()) if plain and not moving else None
    if km > FARTHEST_KM or (reference is None and not moving):
        return None
    bearing = degrees(directed_.group("bearing")) if directed_ and not moving else None
    if reference is None:
        return Distance(start, end, text[start:end], "movement", km, None, qualifier, slack)
    return placed(given, start, "distance", (km, bearing, qualifier, slack), reference)


def within(text: str, end: int, qualifier: str) -> re.Match[str] | None:
    """ "of" or "to" behind a number: "within 5 km of", "as close as 5 km to"."""
    if qualifier == "less than":
        return phrases.WITHIN.match(text, end) or phrases.NEAR.match(text, end)
    return None


def placed(
    given: Text, start: int, kind: str, how: tuple[float | None, float | None, str, float], reference: int
) -> Distance:
    """A statement with its subject and where it leads."""
    km, bearing, qualifier, slack = how
    name = given.toponyms[reference]
    subject = subject_before(given.text, start)
    place = name.place
    leads = (
        derived((place.latitude, place.longitude), km, bearing, slack, qualifier) if place and km is not None else None
    )
    return Distance(
        start,
        name.end,
        given.text[start : name.end],
        kind,
        km,
        bearing,
        qualifier,
        slack,
        reference,
        None,
        given.text[slice(*subject)] if subject else "",
        subject,
        toponym_of(given.text, subject, given.toponyms) if subject else None,
        leads,
        beside(given.text, start, given.toponyms),
    )


def directed(given: Text) -> Iterator[Distance]:
    """Yield directions without a number: "just west of X"."""
    for match in tried(phrases.DIRECTION, given.text, given.directions):
        reference = given.name_at(match.end())
        if reference is not None:
            qualifier = "only" if match.group("only") else ""
            how = (None, degrees(match.group("bearing")), qualifier, 0.0)
            yield placed(given, match.start(), "direction", how, reference)


def partly(given: Text) -> Iterator[Distance]:
    """Yield parts of an area: "in the eastern countryside of X", "in the eastern X countryside"."""
    for match in tried(phrases.PART, given.text, given.directions):
        reference = given.name_at(match.end())
        if reference is None:
            continue
        of = match.group().rstrip().endswith("of")
        if of or phrases.LAND.match(given.text, given.toponyms[reference].end):
            yield placed(given, match.start(), "part", (None, degrees(match.group("bearing")), "", 0.0), reference)


def outside(given: Text) -> Iterator[Distance]:
    """Yield "just outside X"."""
    for match in tried(phrases.OUTSIDE, given.text, given.pairs):
        reference = given.name_at(match.end())
        if reference is not None:
            yield placed(given, match.start(), "outside", (None, None, "only", 0.0), reference)


def between(given: Text) -> Iterator[Distance]:
    """Yield "halfway between A and B"; without "halfway" the two places must follow at once."""
    for match in tried(phrases.BETWEEN, given.text, given.pairs):
        yield from paired(given, match, "between", r"(?:\s\w+){0,2}\sand\s(?:the\s)?(?:\w+\sof\s)?")


def along(given: Text) -> Iterator[Distance]:
    """Yield "on the road from A to B"."""
    for match in tried(phrases.ALONG, given.text, given.pairs):
        yield from paired(given, match, "along", r"(?:\s\w+){0,2}\sto\s(?:the\s)?(?:\w+\sof\s)?")


def paired(given: Text, match: re.Match[str], kind: str, joined: str) -> Iterator[Distance]:
    """Yield a statement about two places."""
    first = given.name_at(match.end())
    if first is None or first + 1 >= len(given.toponyms):
        return
    one, other = given.toponyms[first], given.toponyms[first + 1]
    if re.fullmatch(joined, given.text[one.end : other.start]):
        text = given.text[match.start() : other.end]
        yield Distance(match.start(), other.end, text, kind, reference=first, second=first + 1)
