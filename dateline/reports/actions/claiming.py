"""What a newsroom does with claims: propose, confirm, dispute, supersede, retract, protect, dismiss."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from dateline.people.models import User

from ..models import Claim, ClaimStanding, Correction, Dismissal, ReportPage, Standing
from ..saying import said
from .reporting import correct


class NotReady(ValueError):
    """A claim was to be shown that lacks what readers need. The message says what; nothing was changed."""


class AlreadyConfirmed(ValueError):
    """The same person confirmed twice what two people must confirm. Somebody else has to."""


@dataclass(frozen=True, kw_only=True)
class Found:
    """What an editor or the assistant read out of a sentence: the claim's fields by name, and the sentence."""

    quote: str
    quote_start: int | None
    fields: dict[str, Any] = field(default_factory=dict)


@transaction.atomic
def propose(*, report: ReportPage, found: Found, by: User | None, now: datetime) -> Claim:
    """Put a claim beside its sentence, for the newsroom's eyes only."""
    claim = Claim(
        report=report, quote=found.quote, quote_start=found.quote_start, made_by=by, made_at=now, **found.fields
    )
    claim.full_clean()
    claim.save()
    claim.save_revision(user=by, changed=False)
    ClaimStanding.objects.create(claim=claim, report=report, standing=Standing.PROPOSED, at=now, by=by)
    return claim


@transaction.atomic
def confirm(*, claim: Claim, by: User, now: datetime, why: str = "") -> ClaimStanding:
    """Show a claim to readers: that it was said by its source, or, where the source is ourselves, that it is so.

    Where two people must confirm, the first one's word is kept and shows nothing. Raises AlreadyConfirmed where both
    would be the same person, NotReady where something is missing.
    """
    _require_words(claim)
    if claim.two_persons and not _seconded(claim, by):
        return _stand(claim, Standing.CONFIRMED, by=by, now=now, why=why, shown=False)
    return _stand(claim, Standing.CONFIRMED, by=by, now=now, why=why)


def _seconded(claim: Claim, by: User) -> bool:
    """Whether somebody else stood by the claim as it is now."""
    first = claim.standings.order_by("pk").last()
    waiting = first is not None and first.standing == Standing.CONFIRMED and first.visible_at is None
    if first is None or not waiting or first.said != said(claim):
        return False
    if first.by_id == by.pk:
        raise AlreadyConfirmed(_("You confirmed this already. Somebody else has to confirm it, too."))
    return True


@transaction.atomic
def dispute(*, claim: Claim, by: User, now: datetime, why: str, against: Iterable[Claim] = ()) -> ClaimStanding:
    """Say that a claim is contradicted, and by which; both stand side by side."""
    for other in against:
        claim.conflicts.add(other)
    return _stand(claim, Standing.DISPUTED, by=by, now=now, why=why)


@transaction.atomic
def supersede(*, claim: Claim, later: Claim, by: User, now: datetime, why: str = "") -> ClaimStanding:
    """Say that a later claim holds in place of this one: it was right when it was said."""
    claim.superseded_by = later
    return _stand(claim, Standing.SUPERSEDED, by=by, now=now, why=why)


@transaction.atomic
def uphold(*, claim: Claim, by: User, now: datetime, why: str = "") -> ClaimStanding:
    """Say that a claim that was disputed or superseded holds after all."""
    claim.superseded_by = None
    return _stand(claim, Standing.CONFIRMED, by=by, now=now, why=why)


@transaction.atomic
def retract(*, claim: Claim, by: User, now: datetime, correction: str) -> Correction | None:
    """Take a claim back. What readers have seen is corrected in public, in the report's own note."""
    seen = claim.standings.filter(visible_at__lte=now).exists()
    _stand(claim, Standing.RETRACTED, by=by, now=now, why=correction, shown=seen)
    if not seen or claim.report.first_published_at is None:
        return None
    return correct(report=claim.report, text=correction, by=by, now=now)


@transaction.atomic
def restate(*, claim: Claim, by: User | None, now: datetime, why: str = "") -> ClaimStanding | None:
    """Say a claim anew after its row was edited; a claim that nobody has seen, or that says the same, is not said."""
    last = claim.standings.exclude(visible_at=None).order_by("pk").last()
    if last is None or claim.standing == Standing.PROPOSED or _is_the_same(last, claim):
        return None
    if claim.standing != Standing.CONFIRMED:
        why = last.why  # what readers were told of it; the reason of this change stands with the claim's revisions
    if claim.two_persons:
        return _stand(claim, claim.standing, by=by, now=now, why=why, shown=False)
    return _stand(claim, claim.standing, by=by, now=now, why=why)


@transaction.atomic
def protect(
    *, claim: Claim, by: User, now: datetime, rounding_km: float | None = None, why: str = ""
) -> ClaimStanding | None:
    """Round a claim's place from now on, and in all that was said of it before: safety goes before the record.

    So is its statement, which must not name what the map withholds. Nothing before it can be undone.
    """
    claim.rounding_km = rounding_km if rounding_km is not None else claim.rounding_km
    claim.save()
    if claim.rounding_km is not None:
        safe = {name: value for name, value in said(claim).items() if name in {"where", "statement", "quote"}}
        for row in claim.standings.all():
            if row.said:
                ClaimStanding.objects.filter(pk=row.pk).update(said=row.said | safe)
    ClaimStanding.objects.filter(pk__in=[row.pk for row in claim.standings.all()]).update(is_final=True)
    return restate(claim=claim, by=by, now=now, why=why)


def _is_the_same(last: ClaimStanding, claim: Claim) -> bool:
    """Whether readers would see no difference; the axis, which is the newsroom's own affair, is put right in place."""
    now_said = said(claim)
    if last.said | {"axis": None} != now_said | {"axis": None}:
        return False
    if last.said != now_said:
        ClaimStanding.objects.filter(pk=last.pk).update(said=now_said)
    return True


def _require_words(claim: Claim) -> None:
    """Raise NotReady for what readers could not make sense of."""
    if not claim.statement.strip():
        raise NotReady(_("Write the statement first: one sentence that says who did what."))
    if claim.begins is None and claim.point is None and not claim.place_name:
        raise NotReady(_("Give it a time or a place first: without either it stands nowhere."))


def _stand(
    claim: Claim, standing: str, *, by: User | None, now: datetime, why: str, shown: bool = True
) -> ClaimStanding:
    """Write the row; what is delayed becomes visible when the delay after the event is over."""
    visible = None
    if shown:
        visible = max(now, (claim.begins or now) + claim.delay) if claim.delay else now
    claim.standing = standing
    claim.save()
    return ClaimStanding.objects.create(
        claim=claim,
        report=claim.report,
        standing=standing,
        at=now,
        by=by,
        why=why[:400],
        said=said(claim),
        visible_at=visible,
        is_out=visible is not None and visible <= now,
    )


def let_out(*, now: datetime) -> int:
    """Tell the pages of claims whose delay is over; `serve` does so by the clock. Return how many there were.

    The rows are watched: changing them marks the pages they stand on.
    """
    return ClaimStanding.objects.due(now).update(is_out=True)


@transaction.atomic
@transaction.atomic
def dismiss(
    *, report: ReportPage, kind: str, fingerprint: str, words: str, by: User | None, now: datetime, why: str = ""
) -> Dismissal:
    """Have the assistant not say this again of this report."""
    made, _new = Dismissal.objects.get_or_create(
        report=report,
        kind=kind,
        fingerprint=fingerprint,
        defaults={"words": words[:400], "why": why[:200], "by": by, "at": now},
    )
    return made
