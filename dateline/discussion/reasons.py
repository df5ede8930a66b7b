"""What an author is told about a held comment: plain, honest, and no lesson in getting past the filter."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from .models import Comment, Status, latest_verdict

WORDS = {
    "first-comment": _("It is your first comment here. A moderator reads first comments before they appear."),
    "hold-all": _("Every comment in this discussion is read by a moderator before it appears."),
    "links": _("It holds a link, and none of your comments has been accepted here yet."),
    "many-links": _("It holds many links."),
    "hidden-link": _("It holds an address that is spelled out."),
    "link-in-name": _("The name holds a link."),
    "money-scam": _("It reads like an offer of easy money."),
    "insult": _("It may insult somebody in the discussion."),
    "repeat": _("It is nearly the same as an earlier comment of yours."),
    "trap": _("The form was filled in the way programs do it."),
    "length": _("It is longer than what is checked by itself."),
    "phase-failed": _("One of our own checks failed on it. That is our fault, not yours."),
}
SILENT = {"hold-author"}  # codes that an author is not told
LAST = _("A moderator reads it before it appears.")
STATES = {
    Status.PUBLISHED: _("Your comment is published."),
    Status.HELD: _("Your comment waits for a moderator. Only you can see it until then."),
    Status.REJECTED: _("A moderator decided not to publish your comment."),
    Status.SPAM: _("A moderator decided that your comment is spam."),
    Status.DELETED: _("You deleted your comment."),
}


def state_of(comment: Comment) -> str:
    """Return where the comment stands, as a sentence to its author."""
    return str(STATES[Status(comment.status)])


def why_held(comment: Comment) -> list[str]:
    """Return the reasons as sentences to the author, each once.

    The last is the same for all: so a comment that waits because its author is held whatever they write reads as one
    that a moderator has held by hand.
    """
    verdict = latest_verdict(comment)
    codes = verdict.codes if verdict else []
    return [*(str(WORDS[code]) for code in codes if code in WORDS), str(LAST)]
