"""Which place may be meant by a name that is spelled in some other way: ranked, with reasons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import log10

from . import keys
from .gazetteer import Gazetteer
from .place import Place
from .reason import Reason, likeness
from .scope import Likeness, Scope, of_countries, of_shadows, of_the_world

ARTICLE = 0.98  # the same but for an Arabic article
CROWD = 0.02  # what a million people add: of two places that are equally like, the larger is first
OWN = 0.03  # what it adds that the newsroom wrote the place down itself
SAME = Likeness(1.0, True)
UNITS = frozenset({"area", "country", "county"})


@dataclass(frozen=True, slots=True)
class Found:
    """A place, how like one of its names is to what was asked (0 to 1), and why.

    ``is_match`` says whether it is taken for what was asked, and is not only the nearest there is; docs/places.md has
    how often an unrelated name gets so far.
    """

    place: Place
    score: float
    is_match: bool
    reasons: tuple[Reason, ...]


def find(
    gazetteer: Gazetteer,
    query: str,
    countries: Sequence[str] = (),
    limit: int = 5,
    shadows: Iterable[tuple[Place, Sequence[str]]] = (),
) -> list[Found]:
    """The likeliest places for a name, best first; those that are no match are only the nearest spellings there are.

    ``countries`` (ISO 3166-1 alpha-2) are looked through whole. Without them a name is looked up, and where nobody has
    it, a misspelled one is found if its first letter is right. ``shadows`` are a newsroom's own places with their other
    names; of two that are equally like, the newsroom's is first.
    """
    if not keys.key(query):
        return []
    codes = tuple(sorted({code.upper() for code in countries}))
    found = [*_among(gazetteer, query, of_shadows(shadows), codes, limit)]
    if codes:
        scope = of_countries(gazetteer, codes, keys.key(query).isascii())
        found += _among(gazetteer, query, scope, codes, limit)
    else:
        found += _anywhere(gazetteer, query, limit)
    best: dict[str, Found] = {}
    for each in sorted(found, key=_rank):
        liker = best.setdefault(each.place.key, each)
        if each.is_match and not liker.is_match:  # by another of its names
            best[each.place.key] = replace(liker, is_match=True, reasons=each.reasons)
    return list(best.values())[:limit]


def _anywhere(gazetteer: Gazetteer, query: str, limit: int) -> Iterable[Found]:
    """Who in the world is called so; where nobody is, who is called nearly so."""
    same = gazetteer.named(query)
    if same:
        return [_found(query, place.name, place, SAME, ()) for place in same]
    return _among(gazetteer, query, of_the_world(gazetteer, query), (), limit)


def _among(gazetteer: Gazetteer, query: str, scope: Scope, codes: Sequence[str], limit: int) -> Iterator[Found]:
    """The likeliest of a scope; what can no longer be among the first is not read."""
    likely = scope.likenesses(query)
    seen: set[Place | int] = set()
    last = 0.0
    for key in sorted(likely, key=lambda key: -likely[key].score):
        score = likely[key].score
        if len(seen) >= limit and score < last - CROWD - OWN:
            return
        for place, written in scope.called[key]:
            last = score if len(seen) < limit else last
            seen.add(place)
            row = place if isinstance(place, Place) else gazetteer.numbered([place])[0]
            yield _found(query, written or row.name, row, likely[key], codes)


def _found(query: str, written: str, place: Place, like: Likeness, codes: Sequence[str]) -> Found:
    """A place with every reason there is for it."""
    why = likeness(query, written, place.name, like.score)
    reasons = [why]
    if place.key.startswith("own:"):
        reasons.append(Reason("own"))
    if place.country in codes:
        reasons.append(Reason("country"))
    if place.population:
        reasons.append(Reason("people", people=place.population))
    if why.code == "article":
        like = Likeness(ARTICLE, True)
    return Found(place, like.score, like.is_match, tuple(reasons))


def _rank(found: Found) -> tuple[float, bool, int]:
    """Likest first; of nearly equal ones the newsroom's own, then the larger, towns before what lies around them."""
    crowd = CROWD * min(1.0, log10(found.place.population + 1) / 6) if found.place.kind not in UNITS else 0.0
    own = OWN if found.place.key.startswith("own:") else 0.0
    return -(found.score + crowd + own), found.place.kind in UNITS, -found.place.population
