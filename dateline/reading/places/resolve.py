"""Which place each name means: the places of one text vote for the countries, areas and neighbourhoods they would lie
in.

A name means the same place throughout a text. Each of its candidates gets a score from what is known of it alone;
then, in a few rounds, from how much of the rest of the text lies near it. How likely one is, is its share of all.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from math import exp, log10

from dateline.atlas.gazetteer import Place, keys

from .containment import SMALL, Link, contains, near
from .lists import listed
from .prior import Prior
from .spans import Span
from .voting import Cells, Votes, cells

MOST = 16  # candidates looked at, the most populous, and as many that lie in something named
ROUNDS = 3
BESIDE = 14  # words between two names, at most
FAR = ("country", "area", "region")
LEAST = 0.03  # a share below which a candidate has no vote
HUGE = 7.0  # the order of magnitude of a city of ten million

Told = dict[str, float]
Weights = dict[str, float]


@dataclass(slots=True, eq=False)
class Name:
    """All mentions of one name in a text, the places it may be, and how likely each is."""

    text: str
    places: list[Place]
    weight: float = 0.0
    cues: set[str] = field(default_factory=set)
    outer: list[tuple[Name, str]] = field(default_factory=list)
    inner: list[Name] = field(default_factory=list)
    beside: list[Name] = field(default_factory=list)
    alike: list[Name] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    cells: list[Cells] = field(default_factory=list)
    shares: list[float] = field(default_factory=list)
    best: int = 0

    @property
    def known_afar(self) -> bool:
        """Whether a country, a province or a capital bears it."""
        return any(place.kind in FAR or place.key in listed("capitals") for place in self.places)

    def settle(self, told: list[Told], weights: Weights) -> None:
        """Share what there is among the candidates, and note the likeliest."""
        self.shares = shares(told, weights)
        self.best = max(range(len(self.shares)), key=self.shares.__getitem__)

    @property
    def place(self) -> Place:
        """The likeliest place."""
        return self.places[self.best]


@dataclass(frozen=True, slots=True)
class Hints:
    """What is known before a text is read: countries that it is about, and what was confirmed in earlier ones."""

    countries: frozenset[str] = frozenset()
    prior: Prior | None = None


def names(found: list[Span], cues: list[str], said: list[Link]) -> list[Name]:
    """The name of each span, one for all that are written alike; with what lies in what."""
    by_text: dict[str, Name] = {}
    of_span = []
    for span, cue in zip(found, cues, strict=True):
        name = by_text.setdefault(written(span), Name(span.name, span.places))
        name.weight = 1 - (1 - name.weight) * (1 - 0.9 * span.chance)
        if cue:
            name.cues.add(cue)
        of_span.append(name)
    neighbours(found, of_span)
    for inner, outer, how in said:
        if of_span[inner] is not of_span[outer]:
            of_span[inner].outer.append((of_span[outer], how))
            of_span[outer].inner.append(of_span[inner])
    return of_span


def neighbours(found: list[Span], of_span: list[Name]) -> None:
    """Note which names stand beside each other, and which in one list: "Wisconsin, Michigan and New York"."""
    for index in range(1, len(found)):
        left, right = found[index - 1], found[index]
        one, other = of_span[index - 1], of_span[index]
        if one is other or right.first - left.last > BESIDE:
            continue
        one.beside.append(other)
        other.beside.append(one)
        if right.first - left.last <= 2 and right.start - left.end <= len(", and ") and not right.adjective:
            one.alike.append(other)
            other.alike.append(one)


def written(span: Span) -> str:
    """What makes two spans one name."""
    return span.name.casefold().removesuffix(".")


def resolve(known: list[Name], weights: dict[str, Weights], hints: Hints) -> Votes:
    """Give every name its shares; return how the names voted in the end."""
    prepare(known, hints)
    for name in known:
        name.settle(name.told, weights["alone"])
    for _round in range(ROUNDS):
        votes = count(known)
        for name, told in [(name, together(name, votes)) for name in known]:
            name.settle(told, weights["together"])
    return count(known)


def prepare(known: list[Name], hints: Hints) -> None:
    """Choose the candidates, and look at each alone."""
    areas = {place.area for name in known for place in name.places[:1] if place.kind == "area"}
    for name in known:
        name.places = shortlist(name, areas)
    for name in known:
        name.cells = [cells(place) for place in name.places]
        name.told = [alone(name, index, hints) for index in range(len(name.places))]


def shortlist(name: Name, areas: set[str]) -> list[Place]:
    """The candidates worth looking at."""
    if len(name.places) <= MOST:
        return name.places
    wide = [place for outer, _how in name.outer for place in outer.places[:MOST] if place.kind not in SMALL]
    rest = [
        place
        for place in name.places[MOST:]
        if place.kind != "town" or place.area in areas or any(contains(outer, place) for outer in wide)
    ]
    return name.places[:MOST] + rest[:MOST]


def alone(name: Name, index: int, hints: Hints) -> Told:
    """What is known of one candidate without the rest of the text."""
    place = name.places[index]
    kind, size = place.kind, log10(place.population + 1) / HUGE
    told = {f"kind {kind}": 1.0, f"size {kind}": size, "first": float(index == 0)}
    if place.name != name.text and keys.key(place.name) != keys.key(name.text):
        told[f"another name {kind}"] = 1.0
        told["another name, size"] = size
    if place.key in listed("capitals"):
        told["capital"] = 1.0
    if hints.countries and place.country in hints.countries:
        told["hinted"] = 1.0
    if hints.prior is not None:
        told |= hints.prior.told(name.text, place, name.cells[index], known_afar=name.known_afar)
    for cue in name.cues:
        told[f"cue {cue} {kind}"] = 1.0
    return told | contained(name, place)


def contained(name: Name, place: Place) -> Told:
    """Whether it lies where the text puts it, and whether what the text puts into it lies there."""
    told: Told = {}
    for outer, how in name.outer:
        lies = any(contains(wide, place) for wide in outer.places[:MOST] if wide.kind not in SMALL)
        told[f"{how} {'right' if lies else 'wrong'}"] = 1.0
    for inner in name.inner:
        if place.kind in SMALL:
            told["holds, though small"] = 1.0
        else:
            held = any(contains(place, small) for small in inner.places[:MOST])
            told["holds" if held else "holds not"] = 1.0
    return told


def count(known: list[Name]) -> Votes:
    """How the names vote, each by the shares of its candidates."""
    votes = Votes()
    for name in known:
        vote(votes, name, 1.0)
    return votes


def vote(votes: Votes, name: Name, sign: float) -> None:
    """Count the shares of a name, or take them back."""
    for place, share, at in zip(name.places, name.shares, name.cells, strict=True):
        if share > LEAST:
            votes.count(place, at, sign * share * name.weight)


def together(name: Name, votes: Votes) -> list[Told]:
    """What is known of each candidate, with the votes of the other names."""
    vote(votes, name, -1.0)
    told = [one | votes.told(place, at) for one, place, at in zip(name.told, name.places, name.cells, strict=True)]
    vote(votes, name, 1.0)
    for one, place in zip(told, name.places, strict=True):
        one |= beside(name, place)
    return told


def beside(name: Name, place: Place) -> Told:
    """How many of the names beside it lie near it, and how many in a list with it are of its kind."""
    told: Told = {}
    if name.beside:
        country = area = close = 0.0
        for other in name.beside:
            best = other.place
            country += best.country == place.country
            if place.kind != "country" and best.kind != "country":
                area += best.area == place.area != ""
                close += near(best, place, 100)
        told["beside, country"] = country / len(name.beside)
        told["beside, area"] = area / len(name.beside)
        told["beside, near"] = close / len(name.beside)
    if name.alike:
        same = sum(other.place.kind == place.kind for other in name.alike)
        told["of a kind"] = same / len(name.alike)
    return told


def shares(told: list[Told], weights: Weights) -> list[float]:
    """Softmax of the candidates' scores."""
    get: Callable[[str, float], float] = weights.get
    scores = [sum([get(key, 0.0) * value for key, value in one.items()]) for one in told]
    most = max(scores)
    raised = [exp(score - most) for score in scores]
    total = sum(raised)
    return [one / total for one in raised]
