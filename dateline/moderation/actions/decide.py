"""Deciding, and taking it back."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from dateline.discussion.actions import WordsGone, revise, set_status, unrevise
from dateline.discussion.links import links_in, without_links
from dateline.discussion.models import Comment, Status
from dateline.people.models import User

from ..models import Action, Claim, Decision
from ..models.decision import LEADS_TO
from .overtaken import EDITED, Overtaken, is_unread, look_again, overtaken


@transaction.atomic
def decide(
    *,
    comment: Comment,
    action: Action,
    moderator: User,
    now: datetime,
    expected: str | None = None,
    edited: str | None = None,
    claim: int | None = None,
    reason: str = "",
    told: str = "",
    note: str = "",
) -> Decision:
    """Give ``comment`` the standing that ``action`` leads to, and keep who did it and why.

    What the moderator has seen is ``expected``, ``edited`` and ``claim``; see ``look_again``, which raises. About what
    its author has deleted only a note is taken, which settles the reports: nobody else brings such words back. And a
    note is taken about nothing else. ``told`` is for the author.
    """
    seen: dict[str, Any] = {"expected": expected, "edited": edited, "claim": claim}
    fresh = look_again(comment=comment, moderator=moderator, now=now, **seen)
    if fresh.is_withdrawn != (action == Action.NOTE):
        raise Overtaken(overtaken(fresh))
    status = LEADS_TO[action]
    set_status(comment=fresh, status=status, words=told, since=now if action == Action.HOLD else None)
    return _keep(fresh, action, status, moderator, now, reason=reason, told=told, note=note)


@transaction.atomic
def unlink(
    *,
    comment: Comment,
    links: Collection[int],
    approve: bool = False,
    moderator: User,
    now: datetime,
    expected: str | None = None,
    edited: str | None = None,
    claim: int | None = None,
    note: str = "",
) -> Decision:
    """Take those links out of the words of ``comment``, counted from 0; and let it stand, with ``approve``.

    Its author is told. Raises Overtaken as ``decide`` does, also where there are no such links.
    """
    seen: dict[str, Any] = {"expected": expected, "edited": edited, "claim": claim}
    fresh = look_again(comment=comment, moderator=moderator, now=now, **seen)
    if fresh.is_withdrawn:
        raise Overtaken(overtaken(fresh))
    chosen = set(links) & set(range(len(links_in(fresh.text))))
    if not chosen:
        raise Overtaken(_("No link was chosen. Nothing was changed."))
    revise(comment=fresh, text=without_links(fresh.text, chosen), now=now)
    status = Status.PUBLISHED if approve else Status(fresh.status)
    set_status(comment=fresh, status=status, settle_flags=status == Status.PUBLISHED)
    return _keep(fresh, Action.UNLINK, status, moderator, now, note=note)


@transaction.atomic
def undo(*, decision: Decision, moderator: User, now: datetime, note: str = "") -> Decision:
    """Give the comment back what it had before ``decision``: its standing, its words, and what its author is told.

    That is a decision too, and can itself be undone. Raises Overtaken when it was undone already, or when somebody,
    perhaps its author, has changed its standing or its words since.
    """
    comment = Comment.objects.select_for_update().get(pk=decision.comment_id)
    latest, *before = Decision.objects.of_comment(comment).newest_first()[:2]
    if latest.pk != decision.pk or comment.status != decision.new_status:
        raise Overtaken(overtaken(comment))
    if is_unread(comment, decision):
        raise Overtaken(str(EDITED))
    if decision.changed_words:
        try:
            unrevise(comment=comment, at=decision.at, now=now)
        except WordsGone:
            raise Overtaken(_("Its former words are not kept any more. Nothing was changed.")) from None
    status = Status(decision.previous_status)
    told = before[0].told if before and before[0].new_status == status else ""
    set_status(comment=comment, status=status, settle_flags=False, words=told)
    return _keep(comment, Action.RESTORE, status, moderator, now, told=told, note=note, undoes=decision)


def _keep(
    comment: Comment, action: Action, status: Status, moderator: User, now: datetime, **words: str | Decision
) -> Decision:
    """Write the decision down, and end whoever's claim on the comment."""
    Claim.objects.of_comment(comment).delete()
    return Decision.objects.create(
        comment=comment,
        action=action,
        previous_status=comment.status,
        new_status=status,
        moderator=moderator,
        at=now,
        **words,
    )
