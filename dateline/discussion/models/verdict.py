"""What screening said about a comment, kept for good."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from dateline.screening import HOLD_AT
from dateline.screening.verdict import FLAG_WEIGHT

from .comment import Comment, Status


class VerdictQuerySet(models.QuerySet["Verdict"]):
    """How verdicts are asked for."""

    def latest_about(self, comments: Collection[int]) -> dict[int, Verdict]:
        """The last verdict on each of these comments, by the comment's id."""
        return {verdict.comment_id: verdict for verdict in self.filter(comment__in=comments).order_by("pk")}

    def about(self, comments: Collection[int] | models.QuerySet[Any, Any]) -> VerdictQuerySet:
        """All verdicts on these comments."""
        return self.filter(comment__in=comments)

    def forget_authors(self) -> None:
        """Forget what was known of whoever wrote."""
        self.update(accepted=None, seconds=None)

    def took_for_spam(self, since: datetime, most: int) -> int:
        """How many of the newest comments since then, among ten times ``most``, were held as spam."""
        held = self.filter(comment__status__in=[Status.HELD, Status.SPAM], comment__created_at__gte=since)
        rows = held.order_by("-comment__created_at").values_list("reasons", flat=True)[: 10 * most]
        return sum(any(each["kind"] == "spam" and each["weight"] >= HOLD_AT for each in reasons) for reasons in rows)


class Verdict(models.Model):
    """One run of screening. A second run makes a second row; what it said is never changed.

    ``accepted`` and ``seconds`` are what it knew of the author then, as ``screening.learning.to_keep`` has it; empty
    where it knew nothing, and once the words are erased or their author has left.
    """

    comment = models.ForeignKey(Comment, on_delete=models.PROTECT, related_name="verdicts")
    outcome = models.CharField(max_length=8)
    reasons = models.JSONField(default=list)
    version = models.CharField(max_length=20, blank=True)
    screened_at = models.DateTimeField()
    # Without the check of a positive field: to add that, a database reads the whole table.
    accepted = models.SmallIntegerField(null=True, editable=False)
    seconds = models.SmallIntegerField(null=True, editable=False)

    objects = VerdictQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("verdict")
        verbose_name_plural = _("verdicts")

    def __str__(self) -> str:
        return f"{self.outcome}: {', '.join(self.codes) or '-'}"

    @property
    def codes(self) -> list[str]:
        """Reason codes, each once, in the order of the policy."""
        return list(dict.fromkeys(reason["code"] for reason in self.reasons))

    @property
    def is_flagged(self) -> bool:
        """Whether it let a comment pass that somebody should look at all the same."""
        return self.outcome == "publish" and any(reason.get("weight", 0.0) >= FLAG_WEIGHT for reason in self.reasons)

    def is_about(self, comment: Comment) -> bool:
        """Whether ``comment`` still says what was screened: a moderator may have taken a link out of it since."""
        return comment.edited_at is None or comment.edited_at <= self.screened_at

    @property
    def spans(self) -> list[tuple[int, int]]:
        """All places in the text that any reason points at."""
        return sorted((start, end) for reason in self.reasons for start, end in reason.get("spans", ()))


def verdict_as_sent(comment: Comment) -> Verdict | None:
    """Return what screening said of ``comment`` as it came in; None where it was not screened then.

    What it was judged by later is no answer: by then its own standing may be among what is known of the author.
    """
    first = min(comment.verdicts.all(), key=lambda verdict: verdict.pk, default=None)
    return first if first and first.screened_at == comment.created_at else None


def latest_verdict(comment: Comment) -> Verdict | None:
    """Return what screening last said about ``comment``; prefetched rows are used when they are there."""
    return max(comment.verdicts.all(), key=lambda verdict: verdict.pk, default=None)
