"""What of an explanation a moderator sees: the places that moved the head most, and the signals in words."""

from __future__ import annotations

from itertools import takewhile

from ..view import Span
from .explain import Explanation

SHOWN = 3  # words with their numbers
TOLD = 0.3  # of log-odds: what adds less is not told
# Both chosen for how well the places agree with those that people marked in posts that no head was taught (SemEval-2021
# task 5, train): a share of the heaviest word, and of log-odds.
MARKED, LEAST = 0.5, 0.1
# Words that stand beside the offence in every language of the heads, and are none themselves.
ENGLISH = "you your are is the a an and of to in it that this they he she his her them their"
GERMAN = "du ihr dein euch euer sie er es der die das den dem ein eine einen und ist sind bist seid zu in"
BESIDE = frozenset(f"{ENGLISH} {GERMAN}".split())
MARKS = frozenset(".,;:!?'\"()-–—…*/&+")


def places_in(explanation: Explanation) -> tuple[Span, ...]:
    """Return the places to highlight, in their order: those that push nearly as much as the heaviest."""
    telling = (part for part in explanation.places if part.word not in BESIDE and not MARKS.issuperset(part.word))
    heaviest = next(telling, None)
    if heaviest is None or heaviest.adds < LEAST:
        return ()
    least = max(LEAST, MARKED * heaviest.adds)
    others = takewhile(lambda part: part.adds >= least, telling)
    return tuple(sorted([heaviest.span, *(part.span for part in others)]))


def told_words(explanation: Explanation) -> list[dict[str, object]]:
    """Return the heaviest places for keeping: where, what it adds, and the logit without it."""
    return [
        {"span": list(part.span), "adds": round(part.adds, 3), "without": round(explanation.without(part), 3)}
        for part in explanation.places[:SHOWN]
        if part.adds >= TOLD
    ]


def told_signals(explanation: Explanation) -> dict[str, float]:
    """Return the signals that are there, with what each adds, the heaviest first."""
    return {name: round(adds, 3) for name, adds in sorted(explanation.signals.items(), key=lambda each: -each[1])}
