"""The claims desk's two sides as plain rows: claims with their small maps, and the text with their places in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from .actions import reworded, step_to_undo
from .models import Claim, ReportPage
from .offers import Offer
from .saying import reader_word, said
from .shown import certainty_words, when_words, where_words


@dataclass(frozen=True)
class Row:
    """A claim as the newsroom sees it."""

    claim: Claim
    when: str
    where: str
    certainty: str
    waits_for_second: str = ""
    held_back: bool = False
    may_undo: bool = False
    now_reads: str = ""
    was_seen: bool = False

    @property
    def is_stale(self) -> bool:
        """Whether its sentence is gone from the text."""
        return self.claim.stale_since is not None


def rows_of(report: ReportPage, text: str, user: Any) -> list[Row]:
    """All claims of a report in the order of its ``text``; three queries."""
    claims = Claim.objects.of_report(report.pk).select_related("source", "superseded_by")
    return [_row(claim, text, user) for claim in claims.prefetch_related("standings__by")]


def _row(claim: Claim, text: str, user: Any) -> Row:
    content = said(claim)
    last = max(claim.standings.all(), key=lambda row: row.pk, default=None)
    waiting = last is not None and last.standing == "confirmed" and last.visible_at is None
    proposed = claim.standing == "proposed"
    found = reworded(text, claim.quote) if claim.stale_since else None
    return Row(
        claim=claim,
        when=when_words(claim.begins, claim.ends, claim.when_precision),
        where=where_words(content["where"]) or claim.place_name,
        certainty="" if proposed else certainty_words(reader_word(claim.standing, content), content),
        waits_for_second=str(last.by or "") if waiting and last else "",
        held_back=bool(last and last.visible_at and not last.is_out),
        now_reads=found.text if found else "",
        was_seen=any(row.visible_at for row in claim.standings.all()),
        may_undo=step_to_undo(claim.standings.all(), user.pk, timezone.now()) is not None,
    )


@dataclass(frozen=True)
class Stretch:
    """A piece of a paragraph, and the claim or offer that rests on it, if any."""

    text: str
    start: int
    anchor: str = ""
    kind: str = ""


def paragraphs(text: str, rows: Iterable[Row], offers: Sequence[Offer]) -> list[list[Stretch]]:
    """Return the text's paragraphs cut where claims and offers begin and end; the first one wins where two overlap."""
    spans = [
        (row.claim.quote_start, len(row.claim.quote), row.claim.anchor, row.claim.standing)
        for row in rows
        if row.claim.quote and not row.is_stale
    ]
    spans += [
        (offer.found.quote_start, len(offer.found.quote), f"offer-{offer.fingerprint}", "offer") for offer in offers
    ]
    cuts = _apart(sorted((span[0], *span[1:]) for span in spans if span[0] is not None))
    found, at = [], 0
    for line in text.split("\n"):
        found.append(list(_stretches(text, at, at + len(line), cuts)))
        at += len(line) + 1
    return found


def _apart(spans: list[Any]) -> list[tuple[int, int, str, str]]:
    """Return those that do not begin inside an earlier one, as (start, end, anchor, kind)."""
    kept: list[tuple[int, int, str, str]] = []
    for start, length, anchor, kind in spans:
        if not kept or start >= kept[-1][1]:
            kept.append((start, start + length, anchor, kind))
    return kept


def _stretches(text: str, begin: int, end: int, cuts: Iterable[tuple[int, int, str, str]]) -> Iterable[Stretch]:
    at = begin
    for start, stop, anchor, kind in cuts:
        if stop <= begin or start >= end:
            continue
        if start > at:
            yield Stretch(text[at:start], at)
        yield Stretch(text[max(start, begin) : min(stop, end)], max(start, begin), anchor, kind)
        at = min(stop, end)
    if at < end:
        yield Stretch(text[at:end], at)
