"""Who takes part in what a sentence tells."""

from __future__ import annotations

from ..actors import defined, mentions, roles
from ..attribution.grammar import ARTICLES, POSSESSIVE
from ..proposal import Actor
from ..words import Words
from .events import EVENTS
from .read import Part

NOUN_AFTER = ARTICLES | POSSESSIVE | {"this", "that", "these", "those"}  # "this advance" tells of no doing


class Cast:
    """All who act in a text, under the names that it explains."""

    def __init__(self, words: Words):
        self.words = words
        self.short = defined(words)

    def of(self, part: Part) -> tuple[Actor, ...]:
        """Those of one sentence with their roles; who only says so is a source."""
        words, sentence = self.words, part.sentence
        spoken = [span for one in part.attributions for span in (one.source, one.cue) if span]
        named = [
            one
            for one in mentions(words, sentence.first, sentence.after, self.short)
            if not any(start <= words.starts[one.first] < end for start, end in spoken)
        ]
        if not named:
            return ()
        told = [at for at in range(sentence.first, sentence.after) if words.lower[at] in EVENTS]
        events = [at for at in told if at == 0 or words.lower[at - 1] not in NOUN_AFTER]
        return tuple(Actor(name, role) for name, role in roles(words, named, events))
