"""What keeps somebody from writing as everybody else does."""

from __future__ import annotations

from datetime import datetime

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Restraint(models.TextChoices):
    """From the mildest to the hardest; a shadowed writer's comments wait as doubted ones do, and nobody says why."""

    WARNED = "warned", _("warned")
    SHADOWED = "shadowed", _("held whatever they write")
    SUSPENDED = "suspended", _("suspended")
    BANNED = "banned", _("banned")


BARRING = frozenset({Restraint.SUSPENDED, Restraint.BANNED})


class RestrictionQuerySet(models.QuerySet["Restriction"]):
    """How restrictions are asked for."""

    def in_force(self, now: datetime) -> RestrictionQuerySet:
        """Neither lifted nor over, the latest first."""
        return self.filter(Q(until__isnull=True) | Q(until__gt=now), lifted_at__isnull=True).order_by("-id")

    def upon(self, whose: str) -> RestrictionQuerySet:
        """Those of one writer, by ``Writer.key``; a stranger has none."""
        return self.filter(whose=whose) if whose else self.none()

    def upon_any(self, whose: set[str]) -> RestrictionQuerySet:
        """Those of any of these writers."""
        return self.filter(whose__in=whose - {""})

    def barring(self) -> RestrictionQuerySet:
        """Those under which nothing can be sent, the longest first."""
        return self.filter(kind__in=BARRING).order_by(models.F("until").desc(nulls_first=True), "-id")

    def told(self) -> RestrictionQuerySet:
        """Those that the writer is told of."""
        return self.exclude(kind=Restraint.SHADOWED)


class Restriction(models.Model):
    """``whose`` is a ``Writer.key``: an account, or a guest's device. Never a mail address: anybody may type one.

    Who placed it and why is moderation's to keep; ``words`` are for the writer.
    """

    whose = models.CharField(max_length=80)
    kind = models.CharField(max_length=12, choices=Restraint.choices)
    words = models.CharField(_("reason"), max_length=300, blank=True)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)
    lifted_at = models.DateTimeField(null=True)

    objects = RestrictionQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("restriction")
        verbose_name_plural = _("restrictions")
        indexes = [models.Index(fields=["whose"], name="restriction_upon", condition=Q(lifted_at__isnull=True))]

    def __str__(self) -> str:
        return f"{self.whose[:16]}: {self.get_kind_display()}"
