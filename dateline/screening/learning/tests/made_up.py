"""A newsroom's decisions, made up, and shipped heads that know little of them."""

from __future__ import annotations

import random
from collections.abc import Sequence

import numpy as np

from dateline.screening.learning import Decision, Kind
from dateline.screening.learning.operating import RATES
from dateline.screening.model.features import BUCKETS, features_of
from dateline.screening.model.heads import Head
from dateline.screening.model.traits import NAMES

TALK = "the bridge council water tax school road bus mayor vote night park trees price rent report budget"
TRADE = "cheap casino bonus pills loan crypto profit click offer replica betting jackpot"
RUDE = "idiot liar moron clown stupid pathetic"


def text_of(dice: random.Random, is_positive: bool, kind: Kind = "spam") -> str:
    """A dozen words, some of them telling."""
    words = [dice.choice(TALK.split()) for _ in range(9)]
    if is_positive:
        words += [dice.choice((TRADE if kind == "spam" else RUDE).split()) for _ in range(3)]
    dice.shuffle(words)
    return " ".join(words)


def stream(count: int, kind: Kind = "spam", seed: int = 1, share: float = 0.4, blind: float = 0.0) -> list[Decision]:
    """Return decisions in order, each by an author of its own; ``blind`` of them say the opposite."""
    dice = random.Random(f"{kind}-{seed}")
    made = []
    for number in range(count):
        is_positive = dice.random() < share
        text = text_of(dice, is_positive, kind)
        said = is_positive != (dice.random() < blind)
        made.append(Decision(text, said, kind, f"author {number}", f"moderator {number % 3}", number))
    return made


def shipped() -> dict[str, Head]:
    """Return heads that know one word of each, and otherwise have whims."""
    return {
        "spam": _head("spam", "", ["cheap"]),
        "abuse-en": _head("abuse-en", "en", ["idiot"]),
        "hate-en": _head("hate-en", "en", []),
    }


def _head(name: str, language: str, words: Sequence[str]) -> Head:
    whims = np.random.default_rng(len(name)).integers(-12, 12, BUCKETS).astype(np.int8)
    whims[np.unique(features_of(list(words)).buckets)] = 90
    return Head(
        name=name,
        version="made up",
        weights=whims,
        unit=0.002,
        bias=-3.0,
        signals=np.zeros(len(NAMES)),
        operating=tuple((rate, 2.0 - float(np.log(rate)) / 2) for rate in RATES),
        language=language,
        reads_quotations=name == "spam",
    )
