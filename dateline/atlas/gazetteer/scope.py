"""The spellings among which a name is sought: of some countries, of a newsroom, or of the world."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from rapidfuzz import fuzz, process

from . import keys
from .gazetteer import Gazetteer
from .place import Place
from .sound import sound

LETTERS_AT_LEAST, SOUND_AT_LEAST = 65, 72  # of 100; what is less alike is not shown
SOUND, CONSONANTS = 0.5, 0.2  # what these weigh where a spelling is judged by more than its letters
SAME_SOUND, NEAR_ENOUGH, SOUNDS = (
    0.5,
    0.7,
    5,
)  # of what lacks to 1, for the same sounds; letters and sounds it takes to match
MATCH = 0.85
KEPT = 60  # spellings that are weighed
SHORTER, LONGER = 0.6, 1.7  # times the letters of a name: no spelling of it is outside
CACHED = 6  # scopes
Called = dict[str, list[tuple[Place | int, str]]]  # by key: a place or its number in the file, and the name as written


class Likeness(NamedTuple):
    """How like two names are, 0 to 1, and whether they are taken for one name in two spellings."""

    score: float
    is_match: bool


@dataclass(slots=True)
class Scope:
    """Distinct keys, the shortest first, how each sounds, and who is called so."""

    spelled: list[str]
    sounds: list[str]
    lengths: list[int]
    called: Called

    def likenesses(self, name: str) -> dict[str, Likeness]:
        """How like a name each of the likeliest keys is."""
        asked, heard, bones = keys.key(name), sound(name), keys.skeleton(name)
        low = bisect_left(self.lengths, int(len(asked) * SHORTER))
        high = bisect_right(self.lengths, int(len(asked) * LONGER) + 1)
        near, sounds = self.spelled[low:high], self.sounds[low:high]
        likely = {
            at
            for _, _, at in process.extract(asked, near, scorer=fuzz.ratio, score_cutoff=LETTERS_AT_LEAST, limit=KEPT)
        }
        if heard:
            likely |= {
                at
                for _, _, at in process.extract(
                    heard, sounds, scorer=fuzz.ratio, score_cutoff=SOUND_AT_LEAST, limit=KEPT
                )
            }
        return {near[at]: _weighed((asked, heard, bones), near[at], sounds[at]) for at in likely}


def _weighed(asked: tuple[str, str, str], key: str, heard: str) -> Likeness:
    """How like two names are: by their letters, or by letters, sounds and consonants together where that is more.

    Each is a normalised indel similarity. The same letters but few match; so do the same sounds, where there are some.
    """
    letters = fuzz.ratio(asked[0], key) / 100
    if not (heard and asked[1]):
        return Likeness(letters, letters >= MATCH)
    sounds = fuzz.ratio(asked[1], heard) / 100
    bones = fuzz.ratio(asked[2], keys.skeleton(key)) / 100
    together = CONSONANTS * bones + (1 - CONSONANTS) * (SOUND * sounds + (1 - SOUND) * letters)
    is_same = sounds == 1 and len(heard) >= SOUNDS
    if is_same:
        together += SAME_SOUND * (1 - together)
    return Likeness(max(letters, together), letters >= MATCH or (is_same and letters >= NEAR_ENOUGH))


def scope_of(called: Called, with_sounds: bool = True) -> Scope:
    """A scope made of keys and who is called so."""
    spelled = sorted(called, key=len)
    sounds = [sound(called[key][0][1]) if with_sounds else "" for key in spelled]
    return Scope(spelled, sounds, [len(key) for key in spelled], called)


@lru_cache(maxsize=CACHED)
def of_countries(gazetteer: Gazetteer, codes: tuple[str, ...], is_latin: bool) -> Scope:
    """Every spelling in some countries, in Latin letters or in others; kept, since reading a large one takes a while.

    They are parted because letters beyond ASCII are compared five times as slowly, and never like those within.
    """
    called: Called = {}
    for number, key, name in chain.from_iterable(map(gazetteer.spelled, codes)):
        if key.isascii() == is_latin:
            called.setdefault(key, []).append((number, name))
    return scope_of(called)


def of_the_world(gazetteer: Gazetteer, name: str) -> Scope:
    """Every key in the world with the same first letter, by its letters alone."""
    called: Called = {}
    for key, number in gazetteer.beginning(keys.key(name)[:1]):
        called.setdefault(key, []).append((number, ""))
    return scope_of(called, with_sounds=False)


def of_shadows(shadows: Iterable[tuple[Place, Sequence[str]]]) -> Scope:
    """A newsroom's own places by all their names."""
    called: Called = {}
    for place, names in shadows:
        for name in (place.name, *names):
            called.setdefault(keys.key(name), []).append((place, name))
    return scope_of(called)
