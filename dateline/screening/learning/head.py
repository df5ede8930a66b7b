"""A head that a newsroom taught: it moves what the shipped one says, and never by more than ``REACH``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np

from ..model.explain import Explanation, explain
from ..model.heads import Head
from ..model.reading import Reading
from .authors import AUTHORS, UNKNOWN, Known, places_of
from .decisions import Kind

Choice = Literal["shipped", "stacked", "site"]

# Log-odds, however much is decided and by whomever: how far decisions carry a comment from the shipped head's opinion,
# and how far the threshold from the shipped one's. Beyond the sum of both no verdict is another than without them.
REACH: dict[Kind, float] = {"spam": 5.0, "abuse": 1.5}
SHIFT: dict[Kind, float] = {"spam": 2.0, "abuse": 1.0}
USUAL = -2.9444389791664403  # the log-odds of one in twenty, on which all scales here agree


@dataclass(frozen=True, slots=True)
class Mix:
    """How much of the shipped and of the newsroom's own opinion there is in a logit, and what is added to all."""

    shipped: float
    own: float
    bias: float


@dataclass(frozen=True, slots=True)
class LearnedHead:
    """The newsroom's own head for one kind; it answers like a shipped ``Head``.

    Both opinions are log-odds as if one comment in twenty were what is looked for. ``own`` was learned from words and
    signals, ``authors`` from what was known of the author; ``trust`` is what it
    counts beside it how far the shipped opinion is from the usual one.
    ``anchors`` are the shipped heads by language; ``languages`` are those it was taught enough of.
    """

    kind: Kind
    choice: Choice
    version: str
    own: Head
    authors: tuple[float, ...]
    trust: float
    anchors: Mapping[str, Head]
    language: str
    languages: frozenset[str]
    operating: tuple[tuple[float, float], ...]
    slope: float = 1.0
    offset: float = 0.0

    @property
    def name(self) -> str:
        """Its name where a judgement is kept."""
        return f"newsroom-{self.kind}"

    def reads(self, reading: Reading) -> bool:
        """Return whether it was taught the language of ``reading``."""
        return (reading.language or self.language) in self.languages

    def anchor(self, reading: Reading) -> Head | None:
        """Return the shipped head for ``reading``."""
        return anchor_of(self.anchors, reading, self.language)

    def logit(self, reading: Reading, known: Known = UNKNOWN) -> float:
        """Return the log-odds that ``reading`` is what this head looks for."""
        head = self.anchor(reading)
        shipped = head.logit(reading) if head else 0.0
        own = self.own.logit(reading) + sum(self.authors[place] for place in places_of(known))
        mix = self._mix(opinion(head, shipped), own, head)
        return mix.shipped * shipped + mix.own * own + mix.bias

    def probability(self, logit: float) -> float:
        """Return the calibrated probability of a logit."""
        return float(1 / (1 + np.exp(-(self.slope * logit + self.offset))))

    def threshold(self, per_thousand: float) -> float:
        """Return the logit at which at most about ``per_thousand`` clean comments of a thousand are held."""
        rates, logits = zip(*self.operating, strict=True)
        return float(np.interp(np.log(max(per_thousand, 1e-3)), np.log(rates), logits))

    def explain(self, reading: Reading, known: Known = UNKNOWN) -> Explanation:
        """Return what each word and signal adds to ``logit``: nothing is left out. A word stands twice, for both.

        What is known of the author stands there where it was learned to count.
        """
        head = self.anchor(reading)
        own = explain(self.own, reading)
        author = {AUTHORS[place]: adds for place in places_of(known) if (adds := self.authors[place])}
        first = explain(head, reading) if head else Explanation((), (), (), {}, 0.0)
        mix = self._mix(opinion(head, first.logit), own.logit + sum(author.values()), head)
        mine = own.signals | author
        signals = {
            name: mix.shipped * first.signals.get(name, 0.0) + mix.own * mine.get(name, 0.0)
            for name in {**first.signals, **mine}
        }
        return Explanation(
            [*first.texts, *own.texts],
            [*first.spans, *own.spans],
            [*(mix.shipped * adds for adds in first.adds), *(mix.own * adds for adds in own.adds)],
            signals,
            mix.shipped * first.bias + mix.own * own.bias + mix.bias,
        )

    def _mix(self, anchor: float, own: float, head: Head | None) -> Mix:
        """Return the shares in which both opinions count, once what was learned is kept within ``REACH``."""
        learned = own + self.trust * (anchor - USUAL)
        share = min(1.0, REACH[self.kind] / max(abs(learned - anchor), 1e-9))
        shipped = 1 - share + share * self.trust
        slope, offset = (head.slope, head.offset) if head else (0.0, USUAL)
        return Mix(shipped * slope, share, shipped * offset - share * self.trust * USUAL)


def anchor_of(anchors: Mapping[str, Head], reading: Reading, language: str) -> Head | None:
    """Return the shipped head that reads this language; the one for any language has none."""
    return anchors.get("") or anchors.get(reading.language or language)


def anchors_of(heads: Mapping[str, Head], kind: Kind) -> dict[str, Head]:
    """Return the shipped heads for ``kind`` by language; for spam one reads all."""
    if kind == "spam":
        return {"": heads[kind]} if kind in heads else {}
    return {head.language: head for name, head in heads.items() if name.split("-")[0] == kind}


def opinion(head: Head | None, logit: float) -> float:
    """Return what a shipped head says on the scale that all share."""
    return head.slope * logit + head.offset if head else USUAL


def reads_quotations(kind: Kind) -> bool:
    """Return whether what is quoted counts: an insult that is quoted is not its author's, advertising is."""
    return kind == "spam"
