"""What one hostile account does to the verdicts on others, before anybody takes its decisions back."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from ..learning import Decision, Kind, learn
from ..learning.building import points_of
from ..learning.head import anchor_of, anchors_of, opinion
from ..learning.table import readings_of
from ..model.fit import Numbers
from ..model.heads import Head
from ..model.reading import Reading
from .curve import BEARABLE

STOPS = (400, 2_000)
FLOOD = 200  # decisions that the account causes or makes
OTHERS = 1_000  # later comments of others, on which is looked what it did
WORDS = 30
Honest = Sequence[Decision]


@dataclass(frozen=True, slots=True)
class Harm:
    """By how many log-odds a comment came nearer to or farther from being held, at most; and clean comments held (of a
    thousand) and the share of the others caught, before and after."""

    attack: str
    decisions: int
    moved: float
    held: tuple[float, float]
    caught: tuple[float, float]


def commenter(honest: Honest, others: Honest, kind: Kind) -> list[Decision]:
    """One author sends 200 comments made of words that others will use; moderators refuse them all."""
    dice = random.Random(5)  # noqa: S311 - the same each time
    words = " ".join(each.text for each in others if not each.is_positive).split()
    return [
        Decision(" ".join(dice.choices(words, k=WORDS)), True, kind, "hostile", f"moderator {number % 3}", number)
        for number in sorted(dice.choices(range(len(honest)), k=FLOOD))
    ]


def moderator(honest: Honest, others: Honest, kind: Kind) -> list[Decision]:
    """One moderator takes 200 clean comments of 200 authors for what they are not."""
    clean = [each for each in others[OTHERS:] if not each.is_positive][:FLOOD]
    step = len(honest) / FLOOD
    return [
        replace(each, is_positive=True, moderator="hostile", number=int(place * step))
        for place, each in enumerate(clean)
    ]


ATTACKS: tuple[Callable[[Honest, Honest, Kind], list[Decision]], ...] = (commenter, moderator)


def harms(kind: Kind, stream: Honest, heads: Mapping[str, Head]) -> list[Harm]:
    """Return what each attack does after each of ``STOPS`` honest decisions by three moderators and many authors."""
    decisions = [replace(each, author=f"{each.number}", moderator=f"moderator {each.number % 3}") for each in stream]
    found = []
    for count in STOPS:
        honest, later = decisions[:count], decisions[count:]
        judged = later[:OTHERS]
        readings = [readings_of([each])[each.text] for each in judged]
        clean = np.array([not each.is_positive for each in judged])
        before = margins(honest, readings, kind, heads)
        for attack in ATTACKS:
            after = margins([*honest, *attack(honest, later, kind)], readings, kind, heads)
            held = (1000 * float((before >= 0)[clean].mean()), 1000 * float((after >= 0)[clean].mean()))
            caught = (float((before >= 0)[~clean].mean()), float((after >= 0)[~clean].mean()))
            found.append(Harm(attack.__name__, count, float(np.abs(after - before).max()), held, caught))
    return found


def margins(decisions: Honest, readings: Sequence[Reading], kind: Kind, heads: Mapping[str, Head]) -> Numbers:
    """Return how far above what is held each comment is, by whoever speaks after these decisions."""
    learned = learn(decisions, heads)
    if learned.replaces(kind):
        own = learned.head(kind)
        return np.array([own.logit(each) for each in readings]) - own.threshold(BEARABLE[kind])
    anchors = anchors_of(heads, kind)
    shipped = [anchor_of(anchors, each, "en") for each in readings]
    usual = dict(points_of(anchors.get("") or anchors["en"]))[BEARABLE[kind]]
    pairs = zip(shipped, readings, strict=True)
    return np.array([opinion(head, head.logit(each) if head else 0.0) for head, each in pairs]) - usual
