"""The heads: for each of what is looked for, a weight for each feature, mapped from disk.

A file of weights is mapped, not read: all processes on a machine share the pages, whatever their number.
"""

from __future__ import annotations

import json
import mmap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .features import BUCKETS
from .reading import Reading, scale_of
from .traits import NAMES

WEIGHTS = Path(__file__).with_name("weights")


@dataclass(frozen=True, slots=True)
class Head:
    """A logistic regression. ``unit`` is what a step of a weight is worth; ``operating`` says at which logit how many
    of a thousand clean comments are held, the strictest first; ``slope`` and ``offset`` make a probability of a logit.
    """

    name: str
    version: str
    weights: NDArray[np.int8]
    unit: float
    bias: float
    signals: NDArray[np.float64]
    operating: tuple[tuple[float, float], ...]
    language: str = ""
    reads_quotations: bool = True
    slope: float = 1.0
    offset: float = 0.0

    def logit(self, reading: Reading) -> float:
        """Return the log-odds that ``reading`` is what this head looks for."""
        judged = self.judged(reading)
        return self.logit_of(judged.buckets, judged.signals)

    def judged(self, reading: Reading) -> Reading:
        """What this head judges: a quoted insult is not the author's; advertising is, quoted or not."""
        return reading if self.reads_quotations else reading.own

    def logit_of(self, buckets: NDArray[np.uint32], signals: Sequence[int]) -> float:
        """The same of features, each once, and signals."""
        steps = int(squared(self.weights[buckets]).sum(dtype=np.int64))
        return self.unit * steps * scale_of(buckets) + float(self.signals[list(signals)].sum()) + self.bias

    def probability(self, logit: float) -> float:
        """Return the calibrated probability of a logit."""
        return float(1 / (1 + np.exp(-(self.slope * logit + self.offset))))

    def threshold(self, per_thousand: float) -> float:
        """Return the logit at which ``per_thousand`` clean comments of a thousand are held; between what was measured,
        on a straight line of logarithms; beyond it, the last."""
        rates, logits = zip(*self.operating, strict=True)
        return float(np.interp(np.log(max(per_thousand, 1e-3)), np.log(rates), logits))


@cache
def heads(folder: Path = WEIGHTS) -> Mapping[str, Head]:
    """Return the shipped heads by name (``abuse-en``), mapped from ``folder``."""
    card: dict[str, Any] = json.loads((folder / "heads.json").read_text(encoding="utf-8"))
    return {name: _head(name, card["version"], each, folder) for name, each in card["heads"].items()}


def _head(name: str, version: str, card: dict[str, Any], folder: Path) -> Head:
    return Head(
        name=name,
        version=version,
        weights=_mapped(folder / f"{name}.int8"),
        unit=card["unit"],
        bias=card["bias"],
        signals=np.array([card["signals"].get(signal, 0.0) for signal in NAMES]),
        operating=tuple((rate, logit) for rate, logit in card["operating"]),
        language=card["language"],
        reads_quotations=card["reads_quotations"],
        slope=card["slope"],
        offset=card["offset"],
    )


def _mapped(path: Path) -> NDArray[np.int8]:
    """Map a file of weights; raises ValueError where it is cut short."""
    with path.open("rb") as file:
        weights = np.frombuffer(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ), dtype=np.int8)
    if len(weights) != BUCKETS:
        raise ValueError(f"{path.name} holds {len(weights)} weights, not {BUCKETS}")
    return weights


def squared(weights: NDArray[np.int8]) -> NDArray[np.int32]:
    """Return stored weights as steps: their squares with their sign, so that small ones are told apart too."""
    wide = weights.astype(np.int32)
    return wide * np.abs(wide)


def quantised(weights: Sequence[float] | NDArray[np.float64]) -> tuple[NDArray[np.int8], float]:
    """Return weights as they are stored, and what a step is worth."""
    values = np.asarray(weights, dtype=np.float64)
    largest = float(np.abs(values).max()) or 1.0
    roots = np.rint(np.sqrt(np.abs(values) / largest) * 127)
    return np.copysign(roots, values).astype(np.int8), largest / 127**2
