"""The assistant at the claims desk: a report's text is read, and what was read becomes offers of claims.

It proposes and never publishes. Where the gazetteer is missing or a text cannot be read, the desk says so and works on.
"""

from __future__ import annotations

import logging
import re
from dataclasses import replace
from datetime import datetime
from functools import cache
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from dateline.atlas.gazetteer import Gazetteer, NotBuilt
from dateline.reading import Proposal, Reading, Warned, read

from .actions import Found
from .later import with_what_came_later
from .models import Basis, Modality, Precision, ReportPage, Source, Spread
from .offers import Note, Offer, Offers, fingerprint
from .prior import prior
from .said_by_assistant import sentence_of

log = logging.getLogger(__name__)
SPREADS = {"country": Spread.COUNTRY, "area": Spread.REGION, "county": Spread.AREA}
CLOCK = re.compile(
    r"\d\s*(?:[:.h]\s*\d\d|[ap]\.?\s?m\b|o[’']clock)|\bnoon\b|\bmidnight\b|\d{4}\s*(?:hours|GMT|UTC)", re.IGNORECASE
)
PRECISIONS = {"quarter": Precision.MONTH, "season": Precision.MONTH, "decade": Precision.YEAR}
BASES = {"explicit": "explicit", "year-inferred": "inferred", "inherited": "inherited", "relative": "relative"}


@cache
def gazetteer() -> Gazetteer:
    """The names of the world, opened once."""
    return Gazetteer.open()


def offers_for(report: ReportPage, text: str, now: datetime, within: tuple[int, int] | None = None) -> Offers:
    """Return what the assistant reads in ``text``; with ``within``, a claim of just that stretch, come what may."""
    try:
        reading = _read(report, text, now, within)
    except NotBuilt:
        told = _("The gazetteer is missing, so nothing can be proposed. On the server: dateline places build")
        return Offers(failed=told) if within is None else Offers(claims=(_bare(text, within),))
    if within is not None:
        return Offers(claims=(_within(reading, text, within),))
    return Offers(
        claims=with_what_came_later(report, [_offer(proposal, text) for proposal in reading.proposals]),
        notes=tuple(_note(warned, text) for warned in reading.warnings if not _is_of_a_claim(warned, reading)),
        unplaced=tuple(dict.fromkeys(name.text for name in reading.toponyms if name.place is None)),
    )


def _is_of_a_claim(warned: Warned, reading: Reading) -> bool:
    """Whether a proposal says it already."""
    return any(proposal.start <= warned.start < proposal.end for proposal in reading.proposals)


def _read(report: ReportPage, text: str, now: datetime, within: tuple[int, int] | None) -> Reading:
    """Read the text as of the report's own day: no other date on a page is an anchor."""
    published = timezone.localtime(report.first_published_at or report.go_live_at or now)
    countries = report.situation.country_codes if report.situation else ()
    known = gazetteer()
    extent = report.situation.extent if report.situation else None
    return read(
        text,
        published,
        known,
        countries,
        prior(report, known),
        headline=report.title,
        extent=extent,
        stretch=within,
    )


def _offer(proposal: Proposal, text: str) -> Offer:
    """A proposal as a claim's fields."""
    quote = text[proposal.start : proposal.end]
    fields = {"statement": _statement(quote)} | _when(proposal) | _where(proposal) | _said(proposal)
    source = proposal.source
    return Offer(
        fingerprint=fingerprint("proposal", quote, fields.get("begins"), fields.get("place_name")),
        found=Found(quote=quote, quote_start=proposal.start, fields=fields),
        source_name=source.name if source else "",
        source_kind=source.kind if source else "",
        source_side=source.side if source else "",
        confidence=proposal.confidence,
        notes=tuple(_note(warned, text) for warned in proposal.warnings),
    )


def _statement(quote: str) -> str:
    """The sentence itself, cut to what a list can hold; an editor writes it shorter."""
    return quote if len(quote) <= 400 else quote[:399].rstrip() + "…"


def _when(proposal: Proposal) -> dict[str, Any]:
    when = proposal.when
    if when is None or when.begins is None:
        return {}
    zone = timezone.get_current_timezone()
    ends = when.ends.replace(tzinfo=zone) if when.ends and when.is_range else None
    precision, begins = PRECISIONS.get(when.precision, when.precision), when.begins
    if precision == Precision.HOUR and not CLOCK.search(when.text):  # "Friday night" names a day, and no hour
        precision, begins = Precision.DAY, begins.replace(hour=0, minute=0)
    return {
        "begins": begins.replace(tzinfo=zone),
        "ends": ends,
        "when_precision": precision,
        "when_basis": BASES[when.basis],
        "when_text": when.text[:120],
    }


def _where(proposal: Proposal) -> dict[str, Any]:
    where = proposal.where
    if where is None:
        return {}
    fields: dict[str, Any] = {"place_name": where.name[:160], "relation": proposal.relation}
    if where.latitude is None or where.longitude is None:
        return fields
    basis = Basis.DERIVED if where.derived else Basis.GAZETTEER
    return fields | {
        "latitude": round(where.latitude, 5),
        "longitude": round(where.longitude, 5),
        "place_key": where.key[:40],
        "where_basis": basis,
        "where_precision": SPREADS.get(where.kind, Spread.NEAR),
        "radius_km": where.radius_km,
    }


def _said(proposal: Proposal) -> dict[str, Any]:
    return {
        "modality": proposal.modality if proposal.modality in Modality.values else Modality.ASSERTED,
        "against_interest": proposal.against_interest,
        "actors": [{"name": actor.name, "role": actor.role} for actor in proposal.actors],
    }


def _within(reading: Reading, text: str, within: tuple[int, int]) -> Offer:
    """What was read of the chosen stretch: the proposal that lies in it, or whatever stands there."""
    start, end = within
    proposals = [one for one in reading.proposals if one.start < end and start < one.end]
    chosen = proposals[0] if proposals else reading.chosen
    if chosen is None:
        return _bare(text, within)
    bare = _bare(text, within)
    fields = _offer(chosen, text).found.fields | {"statement": bare.found.fields["statement"]}
    return replace(_offer(chosen, text), found=replace(bare.found, fields=fields))


def _bare(text: str, within: tuple[int, int]) -> Offer:
    start, end = within
    quote = text[start:end].strip()
    found = Found(quote=quote, quote_start=text.find(quote, start), fields={"statement": _statement(quote)})
    return Offer(fingerprint=fingerprint("proposal", quote), found=found)


def _note(warned: Warned, text: str) -> Note:
    quote = text[warned.start : warned.end]
    return Note(warned.code, sentence_of(warned), fingerprint(warned.code, quote, sorted(warned.values.items())), quote)


def sources_of(offer: Offer) -> Found:
    """Return what was found with its source as one of ours: known by name, or noted now."""
    if not offer.source_name:
        return offer.found
    source = Source.objects.called_or_new(offer.source_name, offer.source_kind, offer.source_side)
    return replace(offer.found, fields=offer.found.fields | {"source": source})
