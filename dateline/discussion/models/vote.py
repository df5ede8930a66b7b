"""One voter's opinion of one comment."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from .comment import Comment


class Vote(models.Model):
    """``voter`` is an account or a device, as ``Writer.key`` names it. Never printed anywhere."""

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="votes")
    voter = models.CharField(max_length=80)
    value = models.SmallIntegerField(choices=[(1, _("up")), (-1, _("down"))])
    origin = models.CharField(max_length=32, blank=True)
    voted_at = models.DateTimeField()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("vote")
        verbose_name_plural = _("votes")
        indexes = [models.Index(fields=["voted_at"], name="vote_with_origin", condition=~models.Q(origin=""))]
        constraints = [
            models.UniqueConstraint(fields=["comment", "voter"], name="one_vote_per_voter"),
            models.CheckConstraint(condition=models.Q(value__in=(1, -1)), name="vote_is_up_or_down"),
        ]

    def __str__(self) -> str:
        return f"{self.value:+d}"
