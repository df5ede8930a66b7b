"""Nobody here has accepted a comment of this author yet, or the thread holds everything."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.lib.later import gettext_noop as _

from ..verdict import Reason, Submission
from ..view import View


def examine(submission: Submission, view: View) -> Iterator[Reason]:
    """The newsroom's mode, not a suspicion."""
    if submission.trusted:
        return
    if submission.hold_author:
        yield Reason("hold-author", _("Every comment of this author waits: a moderator decided so."), 1.0, "policy")
    if submission.hold_all:
        yield Reason("hold-all", _("Every comment waits here: the thread is set so."), 1.0, "policy")
    elif submission.hold_first and submission.accepted == 0:
        yield Reason("first-comment", _("The author's first comment."), 1.0, "policy")
