"""What screening said about a comment, kept for good."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from .comment import Comment


class Verdict(models.Model):
    """One run of screening. A second run makes a second row; none is changed."""

    comment = models.ForeignKey(Comment, on_delete=models.PROTECT, related_name="verdicts")
    outcome = models.CharField(max_length=8)
    reasons = models.JSONField(default=list)
    version = models.CharField(max_length=20, blank=True)
    screened_at = models.DateTimeField()

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
    def spans(self) -> list[tuple[int, int]]:
        """All places in the text that any reason points at."""
        return sorted((start, end) for reason in self.reasons for start, end in reason.get("spans", ()))


def latest_verdict(comment: Comment) -> Verdict | None:
    """Return what screening last said about ``comment``; prefetched rows are used when they are there."""
    return max(comment.verdicts.all(), key=lambda verdict: verdict.pk, default=None)
