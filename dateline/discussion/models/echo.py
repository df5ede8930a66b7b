"""Under which numbers the words of a published comment are filed for some days, so that copies of it are heard."""

from __future__ import annotations

from collections.abc import Collection

from django.db import models
from django.utils.translation import gettext_lazy as _

from .comment import Comment


class EchoQuerySet(models.QuerySet["Echo"]):
    """How echoes are asked for."""

    def of_comments(self, comments: Collection[int]) -> EchoQuerySet:
        """What these comments are filed under."""
        return self.filter(comment__in=comments)

    def oldest_first(self) -> EchoQuerySet:
        """In the order in which comments came in."""
        return self.order_by("comment_id")


class Echo(models.Model):
    """The two numbers of ``screening.own_words``; one small row for what has words enough to be copied."""

    comment = models.OneToOneField(Comment, primary_key=True, on_delete=models.CASCADE, related_name="+")
    low = models.BigIntegerField()
    high = models.BigIntegerField()

    objects = EchoQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("echo")
        verbose_name_plural = _("echoes")
        indexes = [
            models.Index(fields=["low", "comment"], name="echo_low"),
            models.Index(fields=["high", "comment"], name="echo_high"),
        ]

    def __str__(self) -> str:
        return f"{self.comment_id}: {self.low}, {self.high}"
