"""What a moderator is told when somebody else was faster."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dateline.discussion.models import Comment, Status
from dateline.people.models import User
from dateline.people.moments import hour

from ..models import Claim, Decision

EDITED = gettext_lazy("The author has edited this comment meanwhile. Nothing was changed; read it again.")


class Overtaken(Exception):
    """Somebody else decided meanwhile. Nothing was changed; looking again helps. Its words are for the moderator."""


class Claimed(Overtaken):
    """Somebody else looks at it. Nothing was changed; who has seen that (``claim``) may decide all the same."""

    def __init__(self, claim: Claim) -> None:
        self.claim = claim
        words = _("%(who)s has been looking at this comment since %(at)s. Nothing was changed.")
        super().__init__(words % {"who": claim.moderator.public_name, "at": hour(claim.at)})


def look_again(
    *, comment: Comment, moderator: User, now: datetime, expected: str | None, edited: str | None, claim: int | None
) -> Comment:
    """Return ``comment`` as it is, and held so, if it is what the moderator had before their eyes.

    That is its standing ``expected``, its words (``edited``, a ``Comment.edit_mark``) and whether somebody else looks
    at it (``claim``, the number of that claim). Raises Overtaken, and Claimed.
    """
    fresh = Comment.objects.select_for_update().get(pk=comment.pk)
    if expected not in {None, fresh.status}:
        raise Overtaken(overtaken(fresh))
    if edited not in {None, fresh.edit_mark}:
        raise Overtaken(str(EDITED))
    other = Claim.objects.live(now).of_comment(fresh).first()
    if other and other.moderator_id != moderator.pk and other.pk != claim:
        raise Claimed(other)
    return fresh


def overtaken(comment: Comment) -> str:
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


def is_unread(comment: Comment, decision: Decision) -> bool:
    """Return whether taking ``decision`` back would show words that its author has put in their place since."""
    edited = comment.edited_at is not None and comment.edited_at > decision.at
    return edited and not decision.changed_words and decision.previous_status == Status.PUBLISHED
