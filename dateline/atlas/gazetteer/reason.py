"""Why a place was found, as data; the pages have their own sentences for it."""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from . import keys

COUNTED = {1: "one letter", 2: "two letters", 3: "three letters", 4: "four letters"}
SENTENCES = {
    "same": "spelled so",
    "other": "another name of {name}",
    "article": "the same but for the article",
    "sound": "sounds like {written}",
    "letters": "{apart} apart from {written}",
    "own": "a place of this newsroom",
    "country": "in a country named",
    "people": "{people:,} people",
}


@dataclass(frozen=True, slots=True)
class Reason:
    """``code``: same, other, article, sound, letters, own, country or people; what else is empty where it says nothing.

    ``written`` is the name that is like the one that was asked, ``name`` the place's usual one, ``apart`` how many
    letters would have to be changed, put in, left out or swapped.
    """

    code: str
    name: str = ""
    written: str = ""
    apart: int = 0
    people: int = 0

    def __str__(self) -> str:
        apart = COUNTED.get(self.apart, f"{self.apart} letters")
        said = SENTENCES[self.code].format(name=self.name, written=self.written, apart=apart, people=self.people)
        if self.written and self.code != "other" and keys.key(self.written) != keys.key(self.name):
            return f"{said}, another name of {self.name}"
        return said


def likeness(query: str, written: str, name: str, score: float) -> Reason:
    """Why a spelling was taken for what was asked."""
    asked, found = keys.key(query), keys.key(written)
    if asked == found:
        code = "same" if found == keys.key(name) else "other"
        return Reason(code, name, written)
    if asked in (keys.without_article(written), found) or keys.without_article(query) == found:
        return Reason("article", name, written)
    apart = OSA.distance(asked, found)
    by_letters = apart == 1 or fuzz.ratio(asked, found) / 100 >= score
    return Reason("letters" if by_letters else "sound", name, written, apart)
