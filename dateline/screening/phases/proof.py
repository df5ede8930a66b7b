"""What browsers of newcomers are asked for while many comments arrive at once, and this one did not bring."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.lib.later import gettext_noop as _

from ..verdict import Reason, Submission
from ..view import View


def examine(submission: Submission, view: View) -> Iterator[Reason]:
    """Not a suspicion: whoever has no script is read by a moderator instead. Known authors are never asked."""
    if submission.unproven and not submission.trusted and submission.accepted == 0:
        words = _("Sent without the check that is asked for while many comments arrive at once.")
        yield Reason("proof", words, 1.0, "policy")
