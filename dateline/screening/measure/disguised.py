"""How much of what is held plainly is still held in disguise."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ..train.disguise import DISGUISES, TRAINED, disguise
from .opinions import judged, submission

MOST = 80  # texts of each of spam and abuse
LONGEST = 300  # characters of a text to disguise


@dataclass(slots=True)
class Plain:
    """Texts that the checks together hold as they are."""

    found: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def see(self, kind: str, text: str) -> None:
        """Remember a text that is held and is rightly held."""
        if len(text) <= LONGEST:
            self.found[kind].append(text)

    def drawn(self, seed: int) -> dict[str, list[str]]:
        """Return some of each kind, the same for the same seed."""
        dice = random.Random(seed)  # noqa: S311 - the same each time
        return {kind: dice.sample(texts, min(MOST, len(texts))) for kind, texts in sorted(self.found.items())}


def disguise_figures(plain: dict[str, list[str]]) -> dict[str, Any]:
    """Return for each disguise the share that is still held, by kind of text."""
    rows = {name: {kind: _share(texts, name) for kind, texts in plain.items()} for name in DISGUISES}
    trained = [share for name, row in rows.items() if name in TRAINED for share in row.values()]
    unseen = [share for name, row in rows.items() if name not in TRAINED for share in row.values()]
    return {
        "texts": {kind: len(texts) for kind, texts in plain.items()},
        "held_learned": round(sum(trained) / max(len(trained), 1), 4),
        "held_unseen": round(sum(unseen) / max(len(unseen), 1), 4),
        "kinds": {name: {"learned": name in TRAINED, **row} for name, row in rows.items()},
    }


def _share(texts: list[str], name: str) -> float:
    held = sum(judged(submission(text)).verdict.outcome == "hold" for text in _disguised(texts, name))
    return round(held / max(len(texts), 1), 4)


def _disguised(texts: list[str], name: str) -> Iterator[str]:
    return (disguise(text, name, number) for number, text in enumerate(texts))
