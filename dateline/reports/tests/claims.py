"""Claims for tests: made as the newsroom makes them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from dateline.people.models import User
from dateline.reports.actions import Found, confirm, propose
from dateline.reports.models import Claim, ReportPage, Source

SENTENCE = "The river rose overnight."


def source(name: str = "River authority", kind: str = "official") -> Source:
    """Return the source with this name."""
    return Source.objects.get_or_create(name=name, defaults={"kind": kind})[0]


def proposed(report: ReportPage, now: datetime, quote: str = "", **fields: Any) -> Claim:
    """Return a claim that nobody has confirmed."""
    fields = {"statement": "Water stands at the bridge", "begins": now} | fields
    return propose(report=report, found=Found(quote=quote, quote_start=0, fields=fields), by=None, now=now)


def confirmed(report: ReportPage, by: User, now: datetime, quote: str = "", **fields: Any) -> Claim:
    """Return a claim that readers see."""
    claim = proposed(report, now, quote, **fields)
    confirm(claim=claim, by=by, now=now)
    return claim
