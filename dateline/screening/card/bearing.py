"""What a head holds and catches, by how many clean comments of a thousand a newsroom can bear to see held."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from ..measure.opinions import Opinion

RATES = (1.0, 2.0, 5.0, 10.0, 20.0, 50.0)  # of a thousand


@dataclass(slots=True)
class Bearing:
    """How many comments there are, and how many of them a head holds at each of ``RATES``."""

    number: int = 0
    held: Counter[float] = field(default_factory=Counter)

    def see(self, opinion: Opinion | None) -> None:
        """Count a comment; where no head reads it, it is not held."""
        self.number += 1
        if opinion:
            self.held.update(rate for rate in RATES if opinion.logit >= opinion.head.threshold(rate))

    def shares(self) -> list[float]:
        """Return the share that is held at each rate."""
        return [self.held[rate] / max(self.number, 1) for rate in RATES]
