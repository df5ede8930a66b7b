"""How likely a word is a cue: learned weights over named evidence.

The weights are made by ``python -m dateline.reading.measure.cues``; they are numbers, no text was kept.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from math import exp, fsum
from pathlib import Path

WEIGHTS = Path(__file__).with_name("weights") / "cues.json"
BIAS = "bias"


@cache
def weights() -> dict[str, float]:
    """Read the weights once."""
    known: dict[str, float] = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return known


def confidence(names: Iterable[str]) -> float:
    """How likely it is one, 0 to 1, by what speaks for and against."""
    known = weights()
    return 1 / (1 + exp(-known[BIAS] - fsum(known.get(name, 0.0) for name in names)))
