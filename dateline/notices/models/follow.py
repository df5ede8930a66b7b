"""Somebody follows a discussion."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db import models
from django.db.models import Q

from dateline.discussion.models import Thread

from .recipient import Recipient


class FollowQuerySet(models.QuerySet["Follow"]):
    """How follows are asked for."""

    def of_threads(self, threads: Collection[int]) -> FollowQuerySet:
        """Those of any of these threads."""
        return self.filter(thread__in=threads)

    def at_pace(self, pace: str) -> FollowQuerySet:
        """Those of recipients who want news of follows at ``pace``."""
        return self.filter(recipient__follows=pace)

    def quiet(self) -> FollowQuerySet:
        """Those of which nothing is to be mailed yet."""
        return self.filter(due_at__isnull=True)

    def to_mail(self, now: datetime) -> FollowQuerySet:
        """Those of which a mail should tell by now."""
        return self.filter(due_at__lte=now).select_related("thread__page").order_by("pk")


class Follow(models.Model):
    """``until`` is the newest ``Arrival`` that a mail told of, ``seen`` the newest that their own page has shown.

    ``due_at`` is when a mail should tell of more.
    """

    recipient = models.ForeignKey(Recipient, on_delete=models.CASCADE, related_name="follows_of")
    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="+")
    until = models.PositiveBigIntegerField(default=0)
    seen = models.PositiveBigIntegerField(default=0)
    due_at = models.DateTimeField(null=True)
    made_at = models.DateTimeField()

    objects = FollowQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        indexes = [models.Index(fields=["due_at"], name="follow_due", condition=Q(due_at__isnull=False))]
        constraints = [models.UniqueConstraint(fields=["recipient", "thread"], name="followed_once")]

    def __str__(self) -> str:
        return f"{self.thread}"
