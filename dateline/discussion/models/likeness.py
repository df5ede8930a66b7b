"""Under which numbers a comment is filed while it waits, so that copies of it are found."""

from __future__ import annotations

from collections.abc import Collection

from django.db import models
from django.utils.translation import gettext_lazy as _

from .comment import Comment


class LikenessQuerySet(models.QuerySet["Likeness"]):
    """How likenesses are asked for."""

    def under(self, numbers: Collection[int]) -> LikenessQuerySet:
        """What is filed under any of these numbers."""
        return self.filter(number__in=numbers)

    def of_comments(self, comments: Collection[int]) -> LikenessQuerySet:
        """What these comments are filed under."""
        return self.filter(comment__in=comments)


class Likeness(models.Model):
    """One of the numbers of ``screening.gist_of``. Only what waits is filed: most posts cost nothing here."""

    number = models.BigIntegerField()
    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="likenesses")

    objects = LikenessQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("likeness")
        verbose_name_plural = _("likenesses")
        indexes = [models.Index(fields=["number", "comment"], name="comments_alike")]

    def __str__(self) -> str:
        return f"{self.number}: {self.comment_id}"
