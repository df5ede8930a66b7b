"""What was confirmed since: an offer about the same actor at the same place, as of an earlier day, is old by now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from dateline.people.moments import local
from dateline.reading.checks import superseded
from dateline.reading.checks.given import Recorded

from .models import Claim, ReportPage, Standing
from .offers import Note, Offer, fingerprint
from .said_by_assistant import sentence_of


def with_what_came_later(report: ReportPage, offers: Sequence[Offer]) -> tuple[Offer, ...]:
    """Return the offers, those that a confirmed claim of the same situation makes old with a warning that says so."""
    if report.situation_id is None:
        return tuple(offers)
    rows = Claim.objects.of_situation(report.situation_id).filter(standing=Standing.CONFIRMED, begins__isnull=False)
    known = [one for row in rows if (one := recorded(row.__dict__, confirmed=True))]
    return tuple(replace(offer, notes=(*offer.notes, *_notes(offer, known))) for offer in offers)


def recorded(fields: dict[str, Any], *, confirmed: bool = False) -> Recorded | None:
    """Return a claim's fields as far as another can make it old; None where nobody acts, or nowhere, or at no time."""
    acting = [str(actor["name"]).casefold() for actor in fields.get("actors") or [] if actor.get("role") == "by"]
    place, when = str(fields.get("place_name") or "").casefold(), fields.get("begins")
    if not acting or not place or when is None:
        return None
    return Recorded(acting[0], place, local(when), str(fields["statement"]), confirmed)


def _notes(offer: Offer, known: Sequence[Recorded]) -> list[Note]:
    new = recorded(offer.fields)
    found = superseded([new], known) if new else ()
    quote = offer.found.quote
    return [
        Note(warned.code, sentence_of(warned), fingerprint(warned.code, quote, sorted(warned.values.items())), quote)
        for warned in found
    ]
