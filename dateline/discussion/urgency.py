"""In which order what waits is looked at: harm x reach x age, as one number that never has to be made anew.

Three things make a comment urgent: how much harm it may do, how many read it, and for how long it has waited. A product
of the three would change with every second. Its order does not, if age is added instead of multiplied, as pages of
links rank what is hot: everything that waits grows older at the same pace, so "now" can be left out.

    urgency = HOUR x log2(harm x reach) - the moment since when it waits

in seconds. Twice the harm, or twice the readers, counts as much as one hour of waiting. So what is worst comes first,
and nothing is passed over for ever: a thread of a thousand is ten hours ahead of an empty one, and not more.

*Harm* is what screening doubted (its weights: one holds a comment; and its alarms, which hold nothing) and what readers
report, and counts four times where others can read the words meanwhile. *Reach* is how many comments the thread holds:
of two discussions the lively one is the more read. It is taken when the comment begins to wait. *Since when* is the
moment of writing or editing, the first open report, or, for an archive, when it came in.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from math import log2
from typing import Any

from dateline.screening import Verdict as Screened

from .models import Comment, FlagReason, latest_verdict

HOUR = 3600
SEEN = 4.0  # times: words that others read do their harm now
REPORTS = {FlagReason.ABUSE: 2.0, FlagReason.PRIVATE: 3.0}  # a person is hurt; any other report weighs 1
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def urgency(harm: float, size: int, since: datetime) -> int:
    """Return the place of a comment in the queue, the greatest first; ``size`` counts its thread's comments."""
    return round(HOUR * log2((1 + harm) * (1 + size)) - (since - EPOCH).total_seconds())


def weight_of(reasons: Iterable[dict[str, Any]]) -> float:
    """Return what screening doubted, summed; ``reasons`` are as ``Reason.as_dict`` gives them."""
    return sum(reason.get("weight", 1.0) + reason.get("alarm", 0.0) for reason in reasons)


def urgency_of(verdict: Screened, size: int, since: datetime) -> int | None:
    """Return the urgency of a comment that screening has just read; None where it need not wait."""
    if verdict.outcome == "publish" and not verdict.is_flagged:
        return None
    harm = verdict.weight + sum(reason.alarm for reason in verdict.reasons)
    return urgency(harm * SEEN if verdict.is_flagged else harm, size, since)


def weigh(comment: Comment, since: datetime | None = None) -> int | None:
    """Return the urgency of ``comment`` by its standing, its open reports and its verdict; None where it does not wait.

    ``since`` is the moment since when it waits, where the rows do not say. Prefetched rows are used where
    they are there.
    """
    if not comment.waits:
        return None
    verdict = latest_verdict(comment)
    flags = sorted(comment.flags.all(), key=lambda flag: -flag.pk)[: comment.open_flags]
    began = verdict.screened_at if verdict else max(comment.created_at, comment.thread.created_at)
    if not comment.is_held:
        doubted = [comment.doubted_at] if comment.is_published and comment.doubted_at else []
        began = min([*doubted, *(flag.flagged_at for flag in flags)], default=began)
    harm = weight_of(verdict.reasons if verdict else []) + sum(REPORTS.get(FlagReason(f.reason), 1.0) for f in flags)
    return urgency(harm * SEEN if comment.is_published else harm, comment.thread.comment_count, since or began)
