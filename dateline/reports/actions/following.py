"""Claims and the sentences that they rest on, as the text around them is edited."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from rapidfuzz import fuzz

from dateline.people.models import User

from ..models import Claim, ClaimStanding, ReportPage
from ..plaintext import plain_text

SENTENCE = re.compile(r"\S.*?(?:[.!?…؟][”»“\"')\]]*(?=\s)|$)", re.M)
ALIKE = 60.0  # of a hundred, by edits; a sentence that shares less with the old one says something else


@dataclass(frozen=True)
class Reworded:
    """The sentence that most likely stands where a claim's own stood. ``start`` counts code points of the text."""

    text: str
    start: int


def look_again(*, report: ReportPage, now: datetime) -> list[Claim]:
    """Find each claim's sentence in the report as it is now; return those that lost theirs just now."""
    text, lost = plain_text(report), []
    for claim in Claim.objects.of_report(report.pk).exclude(quote=""):
        start = _nearest(text, claim.quote, claim.quote_start or 0)
        stale = None if start is not None else claim.stale_since or now
        if (start, stale) == (claim.quote_start, claim.stale_since):
            continue
        if stale and not claim.stale_since:
            lost.append(claim)
        claim.quote_start, claim.stale_since = start if start is not None else claim.quote_start, stale
        Claim.objects.filter(pk=claim.pk).update(quote_start=claim.quote_start, stale_since=stale)
    return lost


def _nearest(text: str, quote: str, near: int) -> int | None:
    """Where ``quote`` stands in ``text``, closest to where it stood before; None where it does not."""
    best, at = None, text.find(quote)
    while at >= 0:
        if best is None or abs(at - near) < abs(best - near):
            best = at
        at = text.find(quote, at + 1)
    return best


def reworded(text: str, quote: str) -> Reworded | None:
    """Return the sentence of ``text`` that is most like ``quote``; None where none is like it."""
    found = [(fuzz.ratio(quote, each[0]), each) for each in SENTENCE.finditer(text)]
    score, best = max(found, key=lambda one: one[0], default=(0.0, None))
    return Reworded(best[0], best.start()) if best and score >= ALIKE else None


@transaction.atomic
def follow(*, claim: Claim, text: str, by: User) -> bool:
    """Let a claim rest on its reworded sentence in ``text``; what it says stays as it is. False where none is like it.

    What was said of it last keeps its words, too; only where they stand in the report has moved.
    """
    now_reads = reworded(text, claim.quote)
    if now_reads is None:
        return False
    claim.quote, claim.quote_start, claim.stale_since = now_reads.text, now_reads.start, None
    claim.save()
    claim.save_revision(user=by)
    last = claim.standings.order_by("pk").last()
    if last is not None and last.said.get("quote"):
        ClaimStanding.objects.filter(pk=last.pk).update(said=last.said | {"quote": now_reads.text})
    return True
