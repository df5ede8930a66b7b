"""What happened at the discussion on one day, in figures: what the public report is made of."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _


class DayQuerySet(models.QuerySet["Day"]):
    """How counted days are asked for."""

    def between(self, first: date, last: date) -> DayQuerySet:
        """From ``first`` to ``last``, both of them too, in their order."""
        return self.filter(day__gte=first, day__lte=last).order_by("day")

    def latest_first(self) -> DayQuerySet:
        """Yesterday first."""
        return self.order_by("-day")


class Day(models.Model):
    """Counted once, when it is over, and not changed by what comes later: a decision taken back counts where it is.

    ``figures`` are counts by name (see ``counting``). A day of the newsroom's zone begins where the day before ended
    (``ends_at``), so that nothing is counted twice or not at all where the zone is changed.
    """

    day = models.DateField(unique=True)
    ends_at = models.DateTimeField()
    figures = models.JSONField(default=dict)

    objects = DayQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("counted day")
        verbose_name_plural = _("counted days")
        default_permissions = ()

    def __str__(self) -> str:
        return self.day.isoformat()
