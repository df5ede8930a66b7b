"""Taking back one's own last steps with a claim, one after the other, within the minutes of a slip."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

from django.db import transaction
from django.utils.translation import gettext as _

from dateline.people.models import User

from ..models import Claim, ClaimStanding, Correction, ReportPage, Standing, Update

SLIP = timedelta(minutes=10)


class TooLate(ValueError):
    """A step was to be undone that is somebody else's or too old. The message says what to do instead."""


class Step(NamedTuple):
    """A step that may be undone, and how the claim stood before it."""

    last: ClaimStanding
    before: ClaimStanding


def step_to_undo(rows: Iterable[ClaimStanding], by_id: int | None, now: datetime) -> Step | None:
    """Return the last step that still counts, if it is this person's own, recent, and not followed by a protection."""
    counted: list[ClaimStanding] = []
    for row in sorted(rows, key=lambda row: row.pk):
        if row.undoes_id and counted:
            counted.pop()
        else:
            counted.append(row)
    if len(counted) < 2 or by_id is None:
        return None
    last, before = counted[-1], counted[-2]
    return Step(last, before) if last.by_id == by_id and now - last.at <= SLIP and not last.is_final else None


@transaction.atomic
def undo(*, claim: Claim, by: User, now: datetime) -> None:
    """Take back one's own last step of the last minutes, as if the key had not been pressed.

    Undoing again takes back the step before. What readers may have seen for longer is taken back in public
    (``retract``). Raises TooLate otherwise.
    """
    step = step_to_undo(claim.standings.all(), by.pk, now)
    if step is None:
        raise TooLate(
            _("Only your own last step can be undone, and only for ten minutes. Take the claim back instead.")
        )
    last, before = step
    shown = last.visible_at is not None and last.visible_at <= now
    claim.standing = before.standing
    if last.standing == Standing.SUPERSEDED:
        claim.superseded_by = None
    claim.save()
    if last.standing == Standing.RETRACTED:
        _unsay(claim, last)
    ClaimStanding.objects.filter(pk=last.pk, visible_at__gt=now).update(visible_at=None)
    ClaimStanding.objects.create(
        claim=claim,
        report=claim.report,
        standing=before.standing,
        at=now,
        by=by,
        why=before.why,
        said=before.said,
        visible_at=now if shown or before.visible_at else None,
        is_out=shown or before.visible_at is not None,
        undoes=last,
    )


def _unsay(claim: Claim, last: ClaimStanding) -> None:
    """Remove the correction that taking back has just printed; the report is as new as what else was stated of it."""
    gone, _kinds = Correction.objects.filter(page_id=claim.report_id, at=last.at, by_id=last.by_id).delete()
    if not gone or claim.report.is_live:
        return
    rows = [*Correction.objects.filter(page_id=claim.report_id), *Update.objects.filter(page_id=claim.report_id)]
    ReportPage.objects.filter(pk=claim.report_id).update(updated_at=max((row.at for row in rows), default=None))
