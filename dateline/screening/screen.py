"""Ask every phase, gather the reasons."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.lib.later import gettext_noop as _

from .phases import PHASES, VERSION, Phase
from .verdict import LONGEST, Reason, Submission, Verdict
from .view import view_of

FAILED = _("The check “%(check)s” failed on this comment.")


def screen(submission: Submission, phases: Sequence[tuple[str, Phase]] = PHASES) -> Verdict:
    """Return the verdict on ``submission``. Never raises: a phase that fails means held, and is named.

    Time is linear in the length of the text, of which at most ``LONGEST`` characters are looked at.
    """
    view = view_of(submission.text[:LONGEST])
    reasons: list[Reason] = []
    for name, phase in phases:
        try:
            reasons += phase(submission, view)
        except Exception:  # noqa: BLE001 - whatever a phase does wrong must hold the comment, not lose it
            reasons.append(Reason("phase-failed", FAILED, 1.0, "fault", facts={"check": name}))
    return Verdict(tuple(reasons), VERSION)
