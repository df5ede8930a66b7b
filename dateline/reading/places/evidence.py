"""What speaks for and against a span being the name of a place: how it is written, what else it may be, what stands
beside it.
"""

from __future__ import annotations

from math import log10

from dateline.atlas.gazetteer import keys

from ..words import CAPITALS, CASED, LETTER
from .lists import listed
from .sides import after, before
from .spans import Span
from .surroundings import Surroundings
from .vocabulary import AFTER, CALENDAR

WIDEST_FIRST = ("country", "area", "region", "water", "county", "other")
LONG_NAME = 9  # letters, from which on it does not matter how many
MANY_WORDS = 4


def evidence(span: Span, seen: Surroundings) -> list[str]:
    """The names of all that holds of this span."""
    sides = [*before(span, seen), *after(span, seen)]
    return [*of_places(span), *of_writing(span, seen), *of_words(span, seen), *sides, *of_people(span, seen)]


def of_places(span: Span) -> list[str]:
    """What the gazetteer says of the name."""
    if span.adjective:
        return ["adjective", f"adjective ends {span.name[-1].lower()}"]
    kinds = {place.kind for place in span.places}
    kind = next((kind for kind in WIDEST_FIRST if kind in kinds), "town")
    size = int(log10(max(place.population for place in span.places) + 1))
    folded = keys.key(span.name)
    plain = any(keys.key(place.name) == folded for place in span.places)
    found = [f"kind {kind}", f"{kind} size {size}", f"many {min(len(span.places).bit_length(), 5)}", f"plain {plain}"]
    return found if plain or kind != "town" else [*found, f"another name, size {size}"]


def of_writing(span: Span, seen: Surroundings) -> list[str]:
    """How the name is written, and how often."""
    words, first, last = seen.words, span.first, span.last
    single = first == last
    found = [
        f"words {min(last - first + 1, MANY_WORDS)}",
        f"length {min(len(span.name), LONG_NAME)}",
        f"shape {written(span, seen)} {single}",
        f"named {min(seen.counts[span.name], 4)}",
    ]
    if span.longer:
        found.append("inside longer")
    if span.added:
        found.append(f"added {span.added} {words.opens[first]}")
    if words.opens[first]:
        found.append(f"opens {single}")
    if span.end > words.ends[last]:
        found.append("full stop")
    if words.shapes[first] == CAPITALS and seen.shouts:
        found.append("shouted")
    if first in seen.headings:
        found.append("heading")
    return found


def written(span: Span, seen: Surroundings) -> str:
    """How the first word is written that is no article."""
    shapes = seen.words.shapes
    return shapes[span.first] if shapes[span.first] in CASED or span.first == span.last else shapes[span.first + 1]


def of_words(span: Span, seen: Surroundings) -> list[str]:
    """Whether its words are ordinary ones."""
    words, common, found = seen.words, listed("common"), []
    last = words.lower[span.last]
    if span.first == span.last:
        if last in seen.lower:
            found.append("lower in text")
        if last in common:
            found.append("common word" + (", opens" if words.opens[span.first] else ""))
    elif last in AFTER:
        found.append(f"last {last}")
    if last in CALENDAR:
        found.append("calendar")
    if all(word in common or word in seen.lower for word in words.lower[span.first : span.last + 1]):
        found.append("all common")
    return found


def of_people(span: Span, seen: Surroundings) -> list[str]:
    """Whether it may be a person."""
    words, people = seen.words, seen.people
    roles = {people.roles[index] for index in range(span.first, span.last + 1)} - {""}
    found = [f"role {role}" for role in sorted(roles)]
    if span.first == span.last and not span.adjective:
        lower = words.lower[span.first]
        if lower in people.surnames:
            found.append("surname in text" + ("" if roles else ", here bare"))
        found += [name for name in ("first_names", "surnames") if lower in listed(name)]
    previous = span.first - 1
    if previous >= 0 and words.shapes[previous] == LETTER and words.gaps[span.first] in (". ", " "):
        found.append("initial before")
    return found


def full_name(span: Span, seen: Surroundings) -> bool:
    """Whether it is the given name before a surname: the Chad of Chad Smith is no place, however large a country is."""
    index, following = span.first, span.last + 1
    if index != span.last or seen.people.roles[index] != "given":
        return False
    return seen.words.lower[following] in listed("surnames") and seen.words.lower[following] not in AFTER
