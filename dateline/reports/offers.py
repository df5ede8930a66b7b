"""What the assistant offers an editor: proposed claims and warnings about a report's text, in plain values.

The reading itself is done by ``dateline.reading``, which knows no report; here its findings become a claim's fields.
"""

from __future__ import annotations

import hashlib
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from .actions import Found
from .models import Claim, Dismissal
from .shown import when_words


@dataclass(frozen=True)
class Note:
    """A warning: what does not fit, with both numbers, and the words it is about."""

    code: str
    message: str
    fingerprint: str
    quote: str = ""


@dataclass(frozen=True)
class Offer:
    """A claim that the assistant reads out of a sentence. Nothing of it is kept until an editor takes it."""

    fingerprint: str
    found: Found
    source_name: str = ""
    source_kind: str = "official"
    source_side: str = ""
    confidence: float = 0.0
    notes: tuple[Note, ...] = ()

    @property
    def fields(self) -> dict[str, Any]:
        """The claim's fields, by name."""
        return self.found.fields

    @property
    def when(self) -> str:
        """Its time in words."""
        fields = self.fields
        return when_words(fields.get("begins"), fields.get("ends"), fields.get("when_precision", "day"))

    @property
    def point(self) -> tuple[float, float] | None:
        """Where it would be drawn."""
        latitude, longitude = self.fields.get("latitude"), self.fields.get("longitude")
        return None if latitude is None or longitude is None else (latitude, longitude)


@dataclass(frozen=True)
class Offers:
    """All that the assistant has to say of one report."""

    claims: tuple[Offer, ...] = ()
    notes: tuple[Note, ...] = ()
    unplaced: tuple[str, ...] = ()
    dismissed: int = 0
    failed: str = field(default="")


def fingerprint(kind: str, *parts: object) -> str:
    """Return a short name for a finding that stays the same while the words it rests on do."""
    return hashlib.sha256("\x1f".join([kind, *map(str, parts)]).encode()).hexdigest()[:32]


def undismissed(report_id: int, offers: Offers) -> Offers:
    """Return what an editor has not waved away, of sentences that no claim rests on yet."""
    taken = set(Claim.objects.of_report(report_id).values_list("quote", flat=True))
    no_claims = Dismissal.objects.of(report_id, Dismissal.Kind.PROPOSAL)
    no_notes = Dismissal.objects.of(report_id, Dismissal.Kind.WARNING)
    wanted = [offer for offer in offers.claims if offer.found.quote not in taken]
    asked = [offer for offer in wanted if offer.fingerprint not in no_claims]
    claims = tuple(replace(offer, notes=_not_among(no_notes, offer.notes)) for offer in asked)
    notes = _not_among(no_notes, offers.notes)
    left = len(wanted) - len(asked) + _notes_of(offers.notes, asked) - _notes_of(notes, claims)
    return Offers(claims, notes, offers.unplaced, left, offers.failed)


def _notes_of(notes: Sequence[Note], claims: Iterable[Offer]) -> int:
    return len(notes) + sum(len(offer.notes) for offer in claims)


def _not_among(dismissed: Container[str], notes: tuple[Note, ...]) -> tuple[Note, ...]:
    return tuple(note for note in notes if note.fingerprint not in dismissed)
