"""A field that people do not see was filled in."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.lib.later import gettext_noop as _

from ..verdict import Reason, Submission
from ..view import View


def examine(submission: Submission, view: View) -> Iterator[Reason]:
    """Forms filled by programs fill everything."""
    if submission.trap:
        yield Reason("trap", _("A field that people cannot see was filled in."), 1.0, "spam")
