"""One decision about one person, kept for good: the database refuses to change or delete it (migration 0005)."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dateline.discussion.models import Comment, Restriction


class MeasureQuerySet(models.QuerySet["Measure"]):
    """How measures are asked for."""

    def newest_first(self) -> MeasureQuerySet:
        """By id; times may be shared."""
        return self.order_by("-id")

    def by_id(self, number: int) -> Measure | None:
        """That measure, or None."""
        return self.filter(pk=number).first()

    def upon(self, whose: str) -> MeasureQuerySet:
        """Everything ever decided about one writer, by ``Writer.key``."""
        return self.filter(restriction__whose=whose) if whose else self.none()

    def placed(self) -> MeasureQuerySet:
        """Those that placed a restriction; the others lifted one."""
        return self.filter(undoes__isnull=True).order_by("-id")

    def standing(self, now: datetime) -> MeasureQuerySet:
        """What is in force and can be lifted."""
        return self.filter(restriction__in=Restriction.objects.in_force(now), undoes__isnull=True)

    def with_all(self) -> MeasureQuerySet:
        """With what a list prints."""
        return self.select_related("restriction", "comment__thread__page", "moderator", "undone_by", "undoes")


class Measure(models.Model):
    """Who restricted whom, when, why and because of which comment; ``undoes`` names the measure that it lifts."""

    restriction = models.ForeignKey(Restriction, on_delete=models.PROTECT, related_name="measures")
    comment = models.ForeignKey(Comment, on_delete=models.PROTECT, related_name="measures")
    note = models.CharField(gettext_lazy("note"), max_length=300, blank=True)
    moderator = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    undoes = models.OneToOneField("self", null=True, blank=True, on_delete=models.PROTECT, related_name="undone_by")

    objects = MeasureQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = gettext_lazy("measure")
        verbose_name_plural = gettext_lazy("measures")
        default_permissions = ("view",)

    def __str__(self) -> str:
        return f"{self.done}: {self.comment.author_name}"

    @property
    def done(self) -> str:
        """What was done, as a word."""
        return _("lifted") if self.undoes_id else self.restriction.get_kind_display()

    @property
    def is_undone(self) -> bool:
        """Whether a later measure lifted what it placed."""
        return hasattr(self, "undone_by")
