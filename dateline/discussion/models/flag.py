"""A reader asks a moderator to look."""

from __future__ import annotations

from collections.abc import Collection

from django.db import models
from django.utils.translation import gettext_lazy as _

from .comment import Comment


class FlagReason(models.TextChoices):
    """What a reader may say is wrong."""

    ABUSE = "abuse", _("It attacks or insults somebody")
    SPAM = "spam", _("It is spam or a scam")
    WRONG = "wrong", _("It states something false as fact")
    PRIVATE = "private", _("It gives away something private")
    OTHER = "other", _("Something else")


class FlagQuerySet(models.QuerySet["Flag"]):
    """How reports are asked for."""

    def counted(self, comments: Collection[int]) -> dict[int, int]:
        """How often each of these comments was ever reported, by its id; those that never were are left out."""
        rows = self.filter(comment__in=comments).values_list("comment").annotate(number=models.Count("pk"))
        return dict(rows.order_by())


class Flag(models.Model):
    """Kept after the decision: the next moderator sees that it was reported before."""

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="flags")
    voter = models.CharField(max_length=80)
    reason = models.CharField(max_length=8, choices=FlagReason.choices)
    note = models.CharField(max_length=300, blank=True)
    origin = models.CharField(max_length=32, blank=True)
    flagged_at = models.DateTimeField()

    objects = FlagQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("report by a reader")
        verbose_name_plural = _("reports by readers")
        indexes = [models.Index(fields=["flagged_at"], name="flag_with_origin", condition=~models.Q(origin=""))]
        constraints = [models.UniqueConstraint(fields=["comment", "voter", "reason"], name="one_flag_per_reason")]

    def __str__(self) -> str:
        return self.get_reason_display()
