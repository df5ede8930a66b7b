"""Comments that must be published though they look like what waits: written for these tests, grouped by what they have.

No phase was looked at while they were written, and none of them is to be changed so that a phase passes.
"""

from __future__ import annotations

from . import events, lengths, matters, people, tempers, voices
from .german import GERMAN_HARD_NEGATIVES

HARD_NEGATIVES: dict[str, tuple[str, ...]] = {
    **events.TEXTS,
    **voices.TEXTS,
    **people.TEXTS,
    **tempers.TEXTS,
    **matters.TEXTS,
    **lengths.TEXTS,
}

__all__ = ["GERMAN_HARD_NEGATIVES", "HARD_NEGATIVES"]
