"""Deciding, and taking it back."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from dateline.discussion.actions import set_status
from dateline.discussion.models import Comment, Status
from dateline.people.models import User

from ..models import Action, Decision
from ..models.decision import LEADS_TO


class Overtaken(Exception):
    """Somebody else decided meanwhile. Nothing was changed; looking again helps. Its words are for the moderator."""


@transaction.atomic
def decide(
    *,
    comment: Comment,
    action: Action,
    moderator: User,
    now: datetime,
    expected: str | None = None,
    reason: str = "",
    note: str = "",
    edited: str | None = None,
) -> Decision:
    """Give ``comment`` the standing that ``action`` leads to, and keep who did it and why.

    ``expected`` is the standing that the moderator had before their eyes and ``edited`` the ``Comment.edit_mark`` of
    the words; raises Overtaken when either is no longer so. About what its author has deleted only a note is taken,
    which settles the reports: nobody else brings such words back. And a note is taken about nothing else.
    """
    fresh = Comment.objects.select_for_update().get(pk=comment.pk)
    if fresh.is_withdrawn != (action == Action.NOTE) or expected not in {None, fresh.status}:
        raise Overtaken(_overtaken(fresh))
    if edited not in {None, fresh.edit_mark}:
        raise Overtaken(_("The author has edited this comment meanwhile. Nothing was changed; read it again."))
    set_status(comment=fresh, status=LEADS_TO[action])
    return Decision.objects.create(
        comment=fresh,
        action=action,
        previous_status=fresh.status,
        new_status=LEADS_TO[action],
        reason=reason,
        note=note,
        moderator=moderator,
        at=now,
    )


@transaction.atomic
def undo(*, decision: Decision, moderator: User, now: datetime, note: str = "") -> Decision:
    """Give the comment back the standing it had before ``decision``. That is a decision too, and can itself be undone.

    Raises Overtaken when it was undone already, or when somebody, perhaps its author, has changed its standing since.
    """
    comment = Comment.objects.select_for_update().get(pk=decision.comment_id)
    latest = Decision.objects.of_comment(comment).newest_first()[0]
    if latest.pk != decision.pk or comment.status != decision.new_status:
        raise Overtaken(_overtaken(comment))
    set_status(comment=comment, status=Status(decision.previous_status), settle_flags=False)
    return Decision.objects.create(
        comment=comment,
        action=Action.RESTORE,
        previous_status=comment.status,
        new_status=decision.previous_status,
        note=note,
        moderator=moderator,
        at=now,
        undoes=decision,
    )


def _overtaken(comment: Comment) -> str:
    """Say who was faster and what they decided."""
    if comment.is_withdrawn:
        return _("The author has deleted this comment. Nothing was changed.")
    latest = Decision.objects.of_comment(comment).newest_first().select_related("moderator").first()
    if latest is None:
        return _("This comment has changed meanwhile. Nothing was done; it is shown as it is now.")
    return _("%(who)s has %(done)s this comment meanwhile. Nothing was changed.") % {
        "who": latest.moderator.public_name,
        "done": latest.get_action_display(),
    }
