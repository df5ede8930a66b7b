"""Sent sooner than anybody can write, or from a form that does not say when it was opened."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.lib.later import gettext_noop as _

from ..verdict import Reason, Submission
from ..view import View

SOONEST = 3.0  # seconds
SHORT = 20  # characters that a person may well have written by then


def examine(submission: Submission, view: View) -> Iterator[Reason]:
    """Holds the hasty whom nobody knows; of others it is a doubt among others, for a text may have been pasted.

    Who says nothing has a browser without scripts, or is a program that fills in forms which it never opened. It is
    asked of authors without an accepted comment only, and alone holds nobody.
    """
    if submission.trusted:
        return
    is_known = submission.accepted > 0
    if submission.seconds is None:
        if not is_known:
            words = _("The form does not say when it was opened: a browser without scripts, or a program.")
            yield Reason("untimed", words, 0.2, "spam")
    elif submission.seconds < SOONEST and len(submission.text) > SHORT:
        words = _("Sent sooner after the form was opened than anybody can write.")
        yield Reason("haste", words, 0.4 if is_known else 1.0, "spam")
