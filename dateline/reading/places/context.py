"""A second look at each span, once the others were placed: what the rest of the text says of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from math import log, log10

from ..words import Words
from .resolve import Name, Told, Weights, together
from .spans import Span
from .voting import Votes

SUPPORT = ("some country", "some area", "some near", "named country", "country", "area", "near", "wider")
PAST = ("confirmed", "confirmed often", "earlier near", "earlier area", "earlier country")
LEAST = 1e-4
STEPS = 6  # into which a share is cut
PER_WORDS = 200  # the length of text in which names are counted


class Rest:
    """The other spans of a text, by name and by the words they stand on, and what begins longer names."""

    __slots__ = ("at", "begun", "by_name", "density")

    def __init__(self, words: Words, spans: list[Span], chosen: list[Span]):
        self.by_name: dict[str, list[Span]] = defaultdict(list)
        self.at: dict[int, list[Span]] = defaultdict(list)
        for span in spans:
            self.by_name[span.name.casefold()].append(span)
            for index in range(span.first, span.last + 1):
                self.at[index].append(span)
        self.begun = Counter(words.lower[span.first] for span in chosen if span.last > span.first)
        expected = sum(span.chance for span in chosen)
        self.density = min(STEPS, int(PER_WORDS * expected / max(len(words), 50)))


def context(span: Span, name: Name, rest: Rest, votes: Votes, weights: Weights) -> list[str]:
    """The names of all that holds of a span and of the place that it would mean."""
    found = [*of_rivals(span, rest), *of_place(span, name, votes, weights), f"density {rest.density}"]
    found += [f"lies {how}" for how in {how for _outer, how in name.outer}]
    if name.inner:
        found.append("something lies in it")
    return found


def of_rivals(span: Span, rest: Rest) -> list[str]:
    """How sure the first look was of it, of the same name elsewhere, and of what would stand in its place."""
    elsewhere = [other.chance for other in rest.by_name[span.name.casefold()] if other is not span]
    words = range(span.first, span.last + 1)
    rivals = [other.chance for index in words for other in rest.at[index] if other is not span]
    found = [f"chance {step(span.chance)}"]
    if elsewhere:
        found += [f"elsewhere {step(max(elsewhere))}", f"elsewhere mean {step(sum(elsewhere) / len(elsewhere))}"]
    if rivals:
        found += [f"rival {step(max(rivals))}", "rival better" if max(rivals) > span.chance else "rival worse"]
    return found


def step(chance: float) -> int:
    """A chance in tenths."""
    return min(int(chance * 10), 9)


def of_place(span: Span, name: Name, votes: Votes, weights: Weights) -> list[str]:
    """How well the likeliest place fits the others."""
    told = support(name, votes, weights)
    place = name.place
    share = int(name.shares[name.best] * (STEPS - 1))
    found = [f"best {place.kind} share {share}", f"best {place.kind} size {int(log10(place.population + 1))}"]
    found += [f"{key} {int(told[key] * STEPS)}" for key in SUPPORT if key in told]
    if f"another name {place.kind}" in told and not span.adjective:
        found.append(f"best {place.kind} by another name")
    return found


def support(name: Name, votes: Votes, weights: Weights) -> Told:
    """What speaks for the best candidate; a name that had no vote so far gets its shares here."""
    told = (
        together(name, votes)
        if name.shares
        else [one | votes.told(place, at) for one, place, at in zip(name.told, name.places, name.cells, strict=True)]
    )
    if not name.shares:
        name.settle(told, weights)
    return told[name.best]


def past(span: Span, name: Name) -> Told:
    """What the chance of a span becomes once it is known what a newsroom confirmed before."""
    told = name.told[name.best]
    known = {key: told[key] for key in PAST if key in told}
    return {"always": 1.0, "chance": log(max(span.chance, LEAST) / max(1 - span.chance, LEAST))} | known
