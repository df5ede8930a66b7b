"""That a comment got another standing than the one it was posted with, in the order in which that happened."""

from __future__ import annotations

from datetime import datetime

from django.db import models
from django.db.models.functions import Now

from .comment import Comment, Status


class StandingQuerySet(models.QuerySet["Standing"]):
    """How changes of standing are asked for."""

    def older_than(self, moment: datetime) -> StandingQuerySet:
        """Those from before ``moment``."""
        return self.filter(at__lt=moment)


class Standing(models.Model):
    """For whoever follows what becomes public. Who decided it and why is moderation's to keep; this is forgotten."""

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="standings")
    status = models.CharField(max_length=12, choices=Status.choices)
    at = models.DateTimeField(db_default=Now(), db_index=True)

    objects = StandingQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    def __str__(self) -> str:
        return f"{self.comment_id}: {self.status}"
