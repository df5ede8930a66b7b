"""What decisions teach: those that people took about a comment by itself, that still stand, and whose words are kept.

To approve is an example of neither spam nor abuse. To mark as spam is one of spam. To reject is one of what the reason
for the author says; without a reason, of what screening or a reader had taken the comment for; else it teaches nothing.
What a list released teaches nothing, nor what a program chose; copies that somebody ticked do. Of one comment only the
last decision counts, and it is learned from the words as they were then, and from what was known of their author when
the comment came in: nothing of what became of that author later.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, islice
from typing import Any

from dateline.discussion.models import Comment, FlagReason, Status, verdict_as_sent
from dateline.discussion.writer import key_of
from dateline.screening.learning import Decision as Lesson
from dateline.screening.learning import Known, as_kept

from .models import About, Action, Decision
from .models.reason import lessons_of_reasons

EVERY = 25  # decisions, after which it is learned anew
MOST = 20_000  # of the newest decisions
TURN = 500
BY_HAND = {None, About.COPIES.value, About.AUTHOR.value}
KINDS = {"spam", "abuse"}


def lessons() -> list[Lesson]:
    """Return what there is to learn from, the oldest first."""
    decisions = Decision.objects.by_comment(MOST).iterator(2000)
    by_comment = groupby(decisions, key=lambda decision: decision.comment_id)
    standing = (last for _comment, group in by_comment if (last := last_that_stands(list(group))))
    reasons = lessons_of_reasons()
    found: list[Lesson] = []
    while turn := list(islice(standing, TURN)):
        found += _taught([each for each in turn if _is_by_hand(each)], reasons)
    return sorted(found, key=lambda lesson: lesson.number)


def last_that_stands(decisions: Sequence[Decision]) -> Decision | None:
    """Return the last of the decisions about one comment, given in their order, that nobody has taken back.

    What took one back and was itself taken back has done nothing.
    """
    undone: set[int] = set()
    for decision in reversed(decisions):
        if decision.undoes_id and decision.pk not in undone:
            undone.add(decision.undoes_id)
    standing = (each for each in reversed(decisions) if not each.undoes_id and each.pk not in undone)
    return next(standing, None)


def _is_by_hand(decision: Decision) -> bool:
    return (decision.batch.about if decision.batch else None) in BY_HAND


def _taught(decisions: Sequence[Decision], reasons: Mapping[str, str]) -> Iterator[Lesson]:
    rows = Comment.objects.with_ids([decision.comment_id for decision in decisions]).with_words()
    comments = {each.pk: each for each in rows.prefetch_related("edits", "verdicts", "flags")}
    for decision in decisions:
        comment = comments.get(decision.comment_id)
        kind = _kind(decision, comment, reasons) if comment else None
        if comment and kind is not None:
            known = known_then(comment)
            yield Lesson(
                text=words_then(comment, decision),
                is_positive=bool(kind),
                kind="spam" if kind == "spam" else "abuse",
                author=key_of(comment),
                moderator=str(decision.moderator_id),
                number=decision.pk,
                accepted=known.accepted,
                seconds=known.seconds,
            )


def words_then(comment: Comment, decision: Decision) -> str:
    """Return what the comment said when it was decided about."""
    later = [edit for edit in comment.edits.all() if edit.edited_at > decision.at]
    return min(later, key=lambda edit: edit.pk).text if later else comment.text


def known_then(comment: Comment) -> Known:
    """Return what screening knew of the author as ``comment`` came in; nothing of what came from elsewhere."""
    verdict = verdict_as_sent(comment)
    return as_kept(verdict.accepted, verdict.seconds) if verdict else Known()


def _kind(decision: Decision, comment: Comment, reasons: Mapping[str, str]) -> str | None:
    """What it is an example of: empty for what may stand, None where it teaches nothing."""
    if decision.action == Action.APPROVE and decision.new_status == Status.PUBLISHED:
        return ""
    if decision.action == Action.SPAM:
        return "spam"
    if decision.action != Action.REJECT:
        return None
    if decision.reason:
        return reasons.get(decision.reason) or None
    return next(iter(_doubts(decision, comment)), None)


def _doubts(decision: Decision, comment: Comment) -> Iterable[str]:
    """What screening, and then readers, had taken it for."""
    before = [verdict for verdict in comment.verdicts.all() if verdict.screened_at <= decision.at]
    reasons = max(before, key=lambda verdict: verdict.pk).reasons if before else []
    heaviest: dict[str, Any] = max(reasons, key=lambda reason: reason.get("weight", 1.0), default={})
    if heaviest.get("weight", 1.0) and heaviest.get("kind") in KINDS:
        yield heaviest["kind"]
    yield from ("abuse" for flag in comment.flags.all() if flag.reason == FlagReason.ABUSE)
    yield from ("spam" for flag in comment.flags.all() if flag.reason == FlagReason.SPAM)
