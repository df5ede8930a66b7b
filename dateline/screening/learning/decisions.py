"""What a moderator decided about a comment, and how much each decision counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from math import inf
from typing import Literal

import numpy as np

from ..model.fit import Numbers

Kind = Literal["spam", "abuse"]
KINDS: tuple[Kind, ...] = ("spam", "abuse")

VOTE = 1.0  # decision: what an author weighs where it is chosen who speaks, and from where on it is held
AUTHOR_WEIGHS = 3.0  # decisions: the comments of one author together, and those with the same words together
MODERATOR_WEIGHS = 100.0  # decisions that a moderator may weigh, also where the others have made fewer
MODERATORS = 3  # with fewer there is no majority that could be protected
MANY = 25  # decisions that make a moderator one of those


@dataclass(frozen=True, slots=True)
class Decision:
    """A person let a comment stand, or took it for spam or abuse.

    ``kind`` says for what, where ``is_positive``; a comment that was let stand is an example of neither, whatever
    ``kind`` says. ``author`` is any key that one author keeps, empty where it is not known; ``moderator`` likewise.
    ``number`` orders decisions in time; of one comment only the last decision belongs here. ``accepted`` and
    ``seconds`` are what a ``Submission`` knew of the author then, and stay as they are here where that is not known:
    what is known later must not be learned from.
    """

    text: str
    is_positive: bool
    kind: Kind
    author: str = ""
    moderator: str = ""
    number: int = 0
    accepted: int | None = None
    seconds: float | None = inf

    def teaches(self, kind: Kind) -> bool:
        """Return whether it says anything about ``kind``."""
        return not self.is_positive or self.kind == kind


def in_order(decisions: Sequence[Decision], kind: Kind) -> list[Decision]:
    """Return what teaches ``kind``, the oldest first; the order in which they are handed in does not matter."""
    return sorted(
        (each for each in decisions if each.teaches(kind)),
        key=lambda each: (each.number, each.text, each.is_positive, each.author, each.moderator),
    )


def importance(decisions: Sequence[Decision], author_weighs: float = AUTHOR_WEIGHS) -> Numbers:
    """Return how much each counts, so that neither one author, nor one text, nor one moderator decides alone.

    An author whose key is not known is nobody else; a text that comes again and again is one text, whoever sent it.
    """
    weights = np.ones(len(decisions))
    for key in (_author, _words):
        weights = _capped(weights, [key(each) for each in decisions], lambda sums: author_weighs)
    moderators = [each.moderator for each in decisions]
    if sum(count >= MANY for name, count in Counter(moderators).items() if name) >= MODERATORS:
        weights = _capped(weights, moderators, _no_more_than_others)
    return weights


def _author(decision: Decision) -> Hashable:
    return decision.author or None


def _words(decision: Decision) -> Hashable:
    return " ".join(decision.text.lower().split()) or None


def _no_more_than_others(sums: Sequence[float]) -> float:
    """The most a moderator may weigh: what all others do together."""
    return max(MODERATOR_WEIGHS, sum(sums) - max(sums))


def _capped(weights: Numbers, keys: Sequence[Hashable], limit: Callable[[Sequence[float]], float]) -> Numbers:
    """Scale down what shares a key to ``limit`` of the sums; None is nobody's key."""
    sums: dict[Hashable, float] = {}
    for key, weight in zip(keys, weights.tolist(), strict=True):
        sums[key] = sums.get(key, 0.0) + weight
    most = limit([total for key, total in sums.items() if key])
    factors = {key: min(1.0, most / total) if key and total else 1.0 for key, total in sums.items()}
    return weights * np.array([factors[key] for key in keys])
