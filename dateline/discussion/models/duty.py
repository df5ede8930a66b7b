"""Who looks after the discussions just now."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from dateline.people.models import User


class DutyQuerySet(models.QuerySet["Duty"]):
    """How duties are asked for."""

    def at(self, now: datetime) -> DutyQuerySet:
        """Those that are neither over nor ended, the longest first."""
        return self.filter(since__lte=now, until__gt=now, ended_at__isnull=True).order_by("-until")

    def of(self, moderator: User) -> DutyQuerySet:
        """Those of one moderator."""
        return self.filter(moderator=moderator)


class Duty(models.Model):
    """Somebody said that they look after the discussions, until when, and perhaps that they went earlier."""

    moderator = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    since = models.DateTimeField()
    until = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    objects = DutyQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("duty")
        verbose_name_plural = _("duties")
        indexes = [models.Index(fields=["until"], name="duty_until", condition=models.Q(ended_at__isnull=True))]

    def __str__(self) -> str:
        return f"{self.moderator}, {self.since:%Y-%m-%d %H:%M}"
