"""A sentence for the treasurer, kept in two parts so that it can be said in any language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Sentence:
    """``words`` with named slots (``%(row)s``) and what goes into them. As a string it is English.

    What goes in may be a sentence again: a word of ours in a slot has its own language too.
    """

    words: str
    slots: Mapping[str, object] = field(default_factory=dict, hash=False)

    def __str__(self) -> str:
        return self.words % self.slots


def bank_says(words: str, **slots: object) -> Sentence:
    """Return ``words`` with their slots: ``bank_says("Row %(row)s is empty.", row=3)``."""
    return Sentence(words, slots)


class SaidError(ValueError):
    """An error that is a sentence for a person. Trying the same again does not help."""

    def __init__(self, words: str, **slots: object) -> None:
        self.sentence = Sentence(words, slots)
        super().__init__(str(self.sentence))
