"""What the newsroom's own model says, for the kinds where it has taken over from the shipped one.

In a language of which too little was decided here, the shipped head goes on to speak.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.lib.later import gettext_noop as _

from ..judgement import OFTEN, reason_of
from ..learning import KINDS, LearnedHead
from ..model.heads import heads
from ..model.reading import read
from ..verdict import Kind, Reason, Submission
from ..view import View
from .heads import is_enough, judged

SPAM = _("The newsroom's own model takes it for advertising or fraud.")
ABUSE = _("The newsroom's own model takes it for an insult or an attack.")
PERHAPS_SPAM = _("The newsroom's own model thinks that it may be advertising or fraud.")
PERHAPS_ABUSE = _("The newsroom's own model thinks that it may be an insult or an attack.")
WORDS: dict[Kind, tuple[str, str]] = {"spam": (SPAM, PERHAPS_SPAM), "abuse": (ABUSE, PERHAPS_ABUSE)}


def examine(submission: Submission, view: View) -> Iterator[Reason]:
    """Yield a reason for each kind of which the newsroom's own model speaks up."""
    if submission.trusted or submission.learned is None:
        return
    bearable = {"spam": submission.held_spam, "abuse": submission.held_abuse}
    for kind in KINDS:
        if not submission.is_learned(kind) or not bearable[kind]:
            continue
        head, reading = submission.learned.head(kind), read(view)
        shipped = head.anchor(reading)
        if head.reads(reading):
            yield from _judged(head, submission, view, bearable[kind])
        elif shipped and f"abuse-{reading.language or submission.language}" in heads():
            yield from judged(shipped, kind, bearable[kind], reading)


def _judged(head: LearnedHead, submission: Submission, view: View, per_thousand: float) -> Iterator[Reason]:
    reading, known = read(view), submission.known
    logit = head.logit(reading, known)
    if logit < head.threshold(per_thousand * OFTEN):
        return
    holds = logit >= head.threshold(per_thousand) and is_enough(head.kind, reading)
    explanation = head.explain(reading, known)
    sure, unsure = WORDS[head.kind]
    code = f"newsroom-{head.kind}"
    yield reason_of(head, logit, explanation, code=code, kind=head.kind, sure=sure, unsure=unsure, holds=holds)
