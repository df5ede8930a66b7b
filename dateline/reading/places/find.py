"""Names of places in a text, and where each lies: two looks at every span, with the places settled between them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from dateline.atlas.gazetteer import Gazetteer, Place, keys

from ..words import Words
from .containment import contains, cue, links
from .context import Rest, context, past
from .evidence import evidence, full_name
from .model import Model, again, chance, right, shipped
from .prior import Prior, Shadowed
from .resolve import Hints, Name, names, prepare, resolve
from .spans import Span, spans
from .surroundings import Surroundings
from .unplaced import spelled_like, unplaced

HOPELESS = 0.05  # a span whose first chance is below is not looked at again, unless its name is likelier elsewhere
LIKELY = 0.12
ACCEPTED = 0.42  # and one above this, at the second look, is a name of a place
AS_MISSPELT = 0.8  # of the confidence in the name that was meant
CANDIDATES = 5


@dataclass(frozen=True, slots=True)
class Toponym:
    """A name of a place: ``start`` and ``end`` in code points; ``place`` is None where no gazetteer knows it.

    ``confidence`` is the chance that it is a name of a place and means this one. ``adjective`` says that it is a word
    like "Syrian". ``candidates`` are places it may mean, with how likely each is, the likeliest first.
    ``spelled_like`` is how the text writes the same place elsewhere, where this seems to be a slip.
    """

    start: int
    end: int
    text: str
    place: Place | None
    confidence: float
    adjective: bool = False
    candidates: tuple[tuple[Place, float], ...] = field(default=(), repr=False)
    spelled_like: str = ""


def toponyms(
    words: Words,
    gazetteer: Gazetteer,
    countries: Iterable[str] = (),
    prior: Prior | None = None,
    model: Model | None = None,
) -> list[Toponym]:
    """The names of places in a text, in its order, none within another.

    ``countries`` are ISO codes of those that the text is likely about; ``prior`` is what was confirmed before.
    """
    model = model or shipped()
    prior = prior if prior is not None and prior.placed else None
    known = Shadowed(gazetteer, prior) if prior is not None else gazetteer
    found, placed = looked_at(words, known, Hints(frozenset(countries), prior), model)
    chosen = apart(found, ACCEPTED)
    meant = settled(words, chosen, [placed[id(span)] for span in chosen])
    told = [toponym(span, placed[id(span)], place, model) for span, place in zip(chosen, meant, strict=True)]
    taken = {index for span in chosen for index in range(span.first, span.last + 1)}
    return sorted(told + others(words, taken, told), key=lambda one: one.start)


def others(words: Words, taken: set[int], told: list[Toponym]) -> list[Toponym]:
    """Names that nobody could place, and misspelt ones of places named elsewhere in the text."""
    by_key = {keys.key(one.text): one for one in told if not one.adjective}
    written = {key: one.text for key, one in by_key.items()}
    found = []
    for name in unplaced(words, taken):
        text = words.text[name.start : name.end]
        meant = by_key.get(spelled_like(text, written))
        if meant is not None:
            sure = meant.confidence * AS_MISSPELT
            found.append(Toponym(name.start, name.end, text, meant.place, sure, spelled_like=meant.text))
        elif name.certain:
            found.append(Toponym(name.start, name.end, text, None, 0.0))
    return found


def looked_at(
    words: Words, gazetteer: Gazetteer | Shadowed, hints: Hints, model: Model
) -> tuple[list[Span], dict[int, Name]]:
    """All spans that may be names, with their chances, and the name of each."""
    every = first_look(words, gazetteer, model)
    found = hopeful(every)
    chosen = apart(found, LIKELY)
    of_chosen = names(chosen, [cue(words, span) for span in chosen], links(words, chosen))
    weights = model.candidates_with(hints.prior)
    votes = resolve(list(dict.fromkeys(of_chosen)), weights, hints)
    placed = {id(span): name for span, name in zip(chosen, of_chosen, strict=True)}
    rest = Rest(words, found, chosen)
    for span in found:
        name = placed.get(id(span)) or nameless(span, hints)
        placed[id(span)] = name
        span.features += context(span, name, rest, votes, weights["together"])
    for span in found:
        span.chance = chance(span.features, model.second)
        if tells(hints.prior, placed[id(span)]):
            span.chance = again(past(span, placed[id(span)]), model.after)
    return found, placed


def tells(prior: Prior | None, name: Name) -> bool:
    """Whether what was confirmed before has anything to say of a name."""
    return prior is not None and (prior.has_votes or prior.knows(name.text))


def hopeful(every: list[Span]) -> list[Span]:
    """The spans that are worth a second look: those of some chance, and those named likelier elsewhere in the text."""
    likely = {span.name.casefold() for span in every if span.chance >= ACCEPTED}
    return [span for span in every if span.chance >= HOPELESS or span.name.casefold() in likely]


def first_look(words: Words, gazetteer: Gazetteer | Shadowed, model: Model) -> list[Span]:
    """All spans, each with its evidence and its first chance."""
    found = gathered(words, gazetteer)
    for span in found:
        span.chance = chance(span.features, model.first)
    return found


def gathered(words: Words, gazetteer: Gazetteer | Shadowed) -> list[Span]:
    """All spans that may be names of places, with their evidence."""
    every = spans(words, gazetteer)
    seen = Surroundings(words, every)
    found = [span for span in every if not full_name(span, seen)]
    for span in found:
        span.features = evidence(span, seen)
    return found


def nameless(span: Span, hints: Hints) -> Name:
    """The name of a span that had no vote."""
    name = Name(span.name, span.places, span.chance)
    prepare([name], hints)
    return name


def apart(found: list[Span], least: float) -> list[Span]:
    """The likeliest spans that do not overlap, in the order of the text."""
    taken: set[int] = set()
    chosen = []
    for span in sorted(found, key=lambda span: -span.chance):
        if span.chance < least:
            break
        covered = range(span.first, span.last + 1)
        if taken.isdisjoint(covered):
            taken.update(covered)
            chosen.append(span)
    return sorted(chosen, key=lambda span: span.first)


def settled(words: Words, chosen: list[Span], of_chosen: list[Name]) -> list[Place]:
    """The place of each span: its name's likeliest, unless the text says of this mention that it is another."""
    ranked = [by_share(name) for name in of_chosen]
    meant = [called(cue(words, span), places[0], places) for span, places in zip(chosen, ranked, strict=True)]
    for inner, outer, how in links(words, chosen):
        if how in ("comma", "bracket") and not contains(meant[outer], meant[inner]):
            pairs = ((small, wide) for small in ranked[inner] for wide in ranked[outer] if contains(wide, small))
            meant[inner], meant[outer] = next(pairs, (meant[inner], meant[outer]))
    return meant


def by_share(name: Name) -> list[Place]:
    """The candidates of a name, the likeliest first."""
    ranked = sorted(zip(name.shares, name.places, strict=True), key=lambda pair: -pair[0])
    return [place for _share, place in ranked]


def called(kind: str, best: Place, places: list[Place]) -> Place:
    """The same place as a town or as an area, where the text says which: Homs city, the Homs countryside."""
    if kind == "town" and best.kind in ("area", "county"):
        return next((place for place in places if place.kind == "town" and contains(best, place)), best)
    if kind == "area" and best.kind == "town":
        return next((place for place in places if place.kind in ("area", "county") and contains(place, best)), best)
    return best


def toponym(span: Span, name: Name, place: Place, model: Model) -> Toponym:
    """What a caller is told of a span."""
    ranked = sorted(zip(name.places, name.shares, strict=True), key=lambda pair: -pair[1])
    sure = span.chance * right(name.shares, model.sure)
    return Toponym(span.start, span.end, span.name, place, sure, span.adjective, tuple(ranked[:CANDIDATES]))
