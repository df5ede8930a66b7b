"""What a newsroom's editors confirmed before: the best guess at what the same name means now.

A newsroom writes of the same places again and again. A name that was placed keeps its place, and an unknown one is
more likely to lie where the others do. Callers read the confirmed placements from wherever they keep them; nothing is
kept here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from dateline.atlas.gazetteer import Gazetteer, Place, keys

from . import known
from .voting import Cells, Votes, cells

FADING = 0.8  # what a placement is worth after one more document
LEAST = 1e-6  # and what it is worth at least

Document = Sequence[tuple[str, Place]]  # what somebody confirmed in it: names, and the places that they mean


@dataclass(slots=True)
class Placement:
    """A place that a name was confirmed to mean, and how often, the latest counting most."""

    place: Place
    times: float


@dataclass(slots=True)
class Prior:
    """Confirmed placements by folded name, and the countries, areas and neighbourhoods that they lie in."""

    placed: dict[str, dict[str, Placement]] = field(default_factory=lambda: defaultdict(dict))
    votes: Votes = field(default_factory=Votes)

    @classmethod
    def of(cls, documents: Sequence[Document], elsewhere: Sequence[Document] = ()) -> Prior:
        """What was confirmed in documents, each list with the oldest first.

        Those of ``elsewhere`` are about something else: what a name meant there is remembered where ``documents`` do
        not tell, but that it lies there speaks for no other place.
        """
        prior = cls()
        for share, document in faded(documents):
            for name, place in dict(document).items():
                prior.confirm(name, place, share)
        own = set(prior.placed)
        for share, document in faded(elsewhere):
            for name, place in dict(document).items():
                if keys.key(name) not in own:
                    prior.remember(name, place, share)
        return prior

    def confirm(self, name: str, place: Place, times: float = 1.0) -> None:
        """Note that somebody confirmed what a name means, and that such places are written of here."""
        self.remember(name, place, times)
        self.votes.count(place, cells(place), times)

    def remember(self, name: str, place: Place, times: float = 1.0) -> None:
        """Note what a name means, and no more. A pin that was moved lies where it was put last."""
        known = self.placed[keys.key(name)].setdefault(place.key, Placement(place, 0.0))
        known.place = place
        known.times += times

    @property
    def has_votes(self) -> bool:
        """Whether anything is known of where such documents take place."""
        return self.votes.total > 0

    def knows(self, name: str) -> bool:
        """Whether somebody confirmed what a name means."""
        return keys.key(name) in self.placed

    def told(self, name: str, place: Place, at: Cells, *, known_afar: bool) -> dict[str, float]:
        """What the past says of one candidate for a name.

        That others lie near says nothing of a name that is ``known_afar``, a country's or a capital's, until somebody
        confirmed where it is: a paper in Ohio writes of the country Lebanon, too.
        """
        before = self.placed.get(keys.key(name))
        if before is None:
            return {} if known_afar else self.around(place, at)
        times = sum(one.times for one in before.values() if one.place.key == place.key)
        every = sum(one.times for one in before.values())
        return self.around(place, at) | {"confirmed": times / every, "confirmed often": times / (times + 1)}

    def around(self, place: Place, at: Cells) -> dict[str, float]:
        """How much of what was confirmed lies near a place."""
        return {f"earlier {key}": value for key, value in self.votes.told(place, at).items()}


def faded(documents: Sequence[Document]) -> Iterator[tuple[float, Document]]:
    """Each document with what its placements are worth: the latest most, and what came before ever less."""
    for age, document in zip(reversed(range(len(documents))), documents, strict=True):
        yield max(FADING**age, LEAST), document


class Shadowed:
    """A gazetteer, with the confirmed places of a newsroom before those that everybody knows."""

    def __init__(self, gazetteer: Gazetteer, prior: Prior):
        self.gazetteer = gazetteer
        self.placed = prior.placed
        self.openings: dict[str, int] = {}
        for folded in prior.placed:
            self.openings[folded] = 1
        self.adjectives = gazetteer.adjectives

    def named(self, name: str) -> list[Place]:
        """The places of this name, those confirmed for it first."""
        own = [one.place for one in self.placed.get(keys.key(name), {}).values()]
        taken = {place.key for place in own}
        return own + [place for place in known.named(self.gazetteer, name) if place.key not in taken]

    def has_prefix(self, first_word: str) -> int:
        """How many words the longest name has that begins with this one."""
        own = self.openings.get(keys.key(first_word), 0)
        return max(own, known.longest_name(self.gazetteer, first_word))

    def country(self, code: str) -> Place | None:
        """The country of a code."""
        return self.gazetteer.country(code)

    def keyed(self, key: str) -> Place | None:
        """The place of a key."""
        return self.gazetteer.keyed(key)
