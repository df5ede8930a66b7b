"""The name behind a source: pronouns, "the sources" and bare surnames are carried back to whoever was named before."""

from __future__ import annotations

import re

from ..lists import listed
from ..words import Words
from . import sources
from .kinds import kind_of

PERSONS = listed("he she his her him")
MANY = listed("they their them")
THINGS = listed("it its")
RELATIVE = listed("who which that")
FARTHEST = 8  # words of a phrase that "who" may mean
CARRIED = PERSONS | MANY | THINGS
DEFINITE = re.compile(r"(?:the|these|those|this|that|his|her|their)\s+(?:same\s+)?", re.IGNORECASE)
PLURAL = re.compile(r"[^\W\d_]{3,}s$")
PARENTHESIS = re.compile(r"\s*\([^)]*\)")


class Speakers:
    """Who has spoken so far in one text."""

    def __init__(self, words: Words):
        self.words = words
        self.named: list[str] = []

    def name(self, start: int, end: int) -> str:
        """The name for the source at these code points; empty where nobody was named."""
        written = self.words.text[start:end]
        lower = written.lower()
        if lower in RELATIVE:
            return self.antecedent(start)
        if lower in CARRIED:
            return self.earlier(lower)
        name = self.whole(shortened(written))
        self.named.append(name)
        return name

    def antecedent(self, start: int) -> str:
        """Whom "who" means: the phrase before it."""
        index = next(i for i, at in enumerate(self.words.starts) if at >= start)
        opening = index
        while opening > 0 and not self.words.opens[opening]:
            opening -= 1
        start_of = sources.phrase_start(self.words, index - 1, opening) if index > opening else None
        if start_of is None or index - start_of > FARTHEST:
            return ""
        name = self.whole(shortened(self.words.text[self.words.starts[start_of] : self.words.ends[index - 1]]))
        self.named.append(name)
        return name

    def earlier(self, pronoun: str) -> str:
        """The last one named whom the pronoun fits."""
        for name in reversed(self.named):
            if (pronoun in MANY) == is_many(name) and (pronoun in THINGS) <= bool(kind_of(name)):
                return name
        return ""

    def whole(self, name: str) -> str:
        """The longest earlier name that this one repeats: by surname, or by its last noun after an article."""
        bare = DEFINITE.sub("", name)
        definite = bare != name
        for known in reversed(self.named):
            if known != bare and known.lower().endswith(" " + bare.lower()) and (definite or bare[:1].isupper()):
                return known
            if known.startswith(bare + " in "):
                return known
        return bare if definite and bare[:1].isupper() else name


def is_many(name: str) -> bool:
    """Whether "they" is said of it."""
    return (
        (bool(PLURAL.search(name)) and not name[:1].isupper())
        or " and " in name
        or bool(re.search(r"\b(?:sources|officials)$", name))
    )


def shortened(written: str) -> str:
    """A source without what is added in commas or brackets."""
    return PARENTHESIS.sub("", written).split(", ")[0].strip(" ,")
