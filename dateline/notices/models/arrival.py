"""That a comment has become public in a discussion that somebody follows, in the order in which that happened."""

from __future__ import annotations

from django.db import models

from dateline.discussion.models import Comment, Thread


class Arrival(models.Model):
    """Once per comment, however often it is hidden and shown: a held one comes later than those written after it."""

    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="+", db_index=False)
    comment = models.OneToOneField(Comment, on_delete=models.CASCADE, related_name="arrival")
    at = models.DateTimeField(db_index=True)

    wagtail_reference_index_ignore = True

    class Meta:
        indexes = [models.Index(fields=["thread", "id"], name="arrival_in_thread")]

    def __str__(self) -> str:
        return f"{self.comment_id}"
