"""One thing that somebody is told."""

from __future__ import annotations

from datetime import datetime

from django.db import models
from django.db.models import Q

from dateline.discussion.models import Comment

from .recipient import Recipient


class Kind(models.TextChoices):
    """What has happened."""

    REPLY = "reply"
    MENTION = "mention"
    DECISION = "decision"
    APPEAL = "appeal"


CHOICE_OF = {Kind.REPLY: "replies", Kind.MENTION: "mentions", Kind.DECISION: "decisions", Kind.APPEAL: "decisions"}


class NoticeQuerySet(models.QuerySet["Notice"]):
    """How notices are asked for."""

    def of(self, recipient: Recipient) -> NoticeQuerySet:
        """Those of one recipient."""
        return self.filter(recipient=recipient)

    def newest_first(self) -> NoticeQuerySet:
        """By id; times may be shared."""
        return self.order_by("-id")

    def to_mail(self, now: datetime) -> NoticeQuerySet:
        """Those that a mail should tell of by now, in their order."""
        return self.filter(due_at__lte=now, mailed_at__isnull=True).order_by("id")

    def older_than(self, moment: datetime) -> NoticeQuerySet:
        """Those made before ``moment``."""
        return self.filter(made_at__lt=moment)

    def with_all(self) -> NoticeQuerySet:
        """With what a list prints."""
        return self.select_related("comment__thread__page", "comment__parent", "recipient")


class Notice(models.Model):
    """Of one comment, to one recipient. What it says is looked up when it is printed: words may be hidden meanwhile.

    ``about`` is the number of the decision, or of the answer to an appeal; 0 for others. ``due_at`` is when a mail
    should tell of it, None where none should.
    """

    recipient = models.ForeignKey(Recipient, on_delete=models.CASCADE, related_name="notices", db_index=False)
    kind = models.CharField(max_length=8, choices=Kind.choices)
    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="+")
    about = models.PositiveBigIntegerField(default=0)
    made_at = models.DateTimeField(db_index=True)
    due_at = models.DateTimeField(null=True)
    mailed_at = models.DateTimeField(null=True)

    objects = NoticeQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        indexes = [
            models.Index(fields=["recipient", "-id"], name="notice_of_recipient"),
            models.Index(
                fields=["due_at"], name="notice_due", condition=Q(due_at__isnull=False, mailed_at__isnull=True)
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["recipient", "comment", "kind", "about"], name="told_once"),
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.comment_id}"
