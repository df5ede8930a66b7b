"""What the decisions of moderators have come to: the newsroom's own model, one row for each time it was learned."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class LearnedQuerySet(models.QuerySet["Learned"]):
    """How they are asked for."""

    def in_force(self) -> LearnedQuerySet:
        """The one by which comments are judged, if there is one."""
        return self.filter(in_force=True)

    def newest_first(self) -> LearnedQuerySet:
        """In the order in which they were learned, without the bytes."""
        return self.order_by("-pk").defer("model")

    def something_is_gone(self) -> None:
        """Have it learned anew at the next turn, without what was erased since."""
        self.in_force().update(shipped="")


class Learned(models.Model):
    """``version`` is made of the bytes of ``model``, which are kept of the latest only.

    ``decisions`` counts what it was learned from, up to the decision ``until``; ``shipped`` is the edition of the
    shipped model that it stands on, empty where it is to be learned anew; ``reports`` say how it was chosen, as
    ``screening.learning.Report`` has it.
    """

    version = models.CharField(max_length=32)
    shipped = models.CharField(max_length=200, blank=True)
    in_force = models.BooleanField(default=True)
    decisions = models.PositiveIntegerField()
    until = models.PositiveBigIntegerField(default=0)
    reports = models.JSONField(default=list)
    created_at = models.DateTimeField()
    model = models.BinaryField(default=b"")

    objects = LearnedQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("newsroom's own model")
        verbose_name_plural = _("newsroom's own models")
        constraints = [
            models.UniqueConstraint(fields=["in_force"], condition=Q(in_force=True), name="learned_one_in_force")
        ]

    def __str__(self) -> str:
        return self.version
