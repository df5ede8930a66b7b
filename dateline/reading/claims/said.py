"""Who says what a sentence tells, and how sure it is said to be."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..attribution import Attribution
from ..attribution.modality import ASSERTED, modality
from ..proposal import Source
from .read import Part

STANCE = "stance"  # what somebody wants or attacks is nobody's report
GOES_ON = re.compile(r"^\W*(?:furthermore|moreover|additionally|in addition|also|besides|similarly)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Said:
    """A source, or none where the report itself speaks, with its manner."""

    source: Source | None
    modality: str
    against_interest: bool = False


def speaker(part: Part, before: Attribution | None) -> Attribution | None:
    """The attribution that covers a sentence: its own, or the one before where this sentence only adds to it."""
    named = [one for one in part.attributions if one.manner != STANCE and one.name]
    if named:
        return max(named, key=lambda one: one.confidence)
    return before if before is not None and GOES_ON.match(part.text) else None


def said(part: Part, by: Attribution | None) -> Said:
    """Who says so, and how sure that is; what only adds to another sentence has its own manner, or the other's."""
    if by is not None and by in part.attributions:
        return Said(source(by), by.modality, by.against_interest)
    own = modality(part.text, None)
    if by is None:
        return Said(None, own)
    return Said(source(by), by.modality if own == ASSERTED else own)


def source(one: Attribution) -> Source:
    """Who that is."""
    return Source(one.name, one.kind, one.side)
