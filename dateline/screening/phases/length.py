"""Longer than is read here."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.lib.later import gettext_noop as _

from ..verdict import LONGEST, Reason, Submission
from ..view import View


def examine(submission: Submission, view: View) -> Iterator[Reason]:
    """What lies beyond the limit was not screened, so a person reads it."""
    if len(submission.text) > LONGEST:
        yield Reason(
            "length",
            _("Longer than %(most)s characters; the rest was not screened."),
            1.0,
            "policy",
            facts={"most": LONGEST},
        )
