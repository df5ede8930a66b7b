"""When cards were refused so often that the way to the provider was closed for a while."""

from __future__ import annotations

from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from dateline.funding.mode import Mode


class HaltQuerySet(models.QuerySet["Halt"]):
    """Reads of halts."""

    def holding(self, mode: Mode, now: datetime) -> Self:
        """Those that keep a provider closed at ``now``."""
        return self.filter(mode=mode, at__lte=now, until__gt=now, lifted_at=None)

    def latest_of(self, mode: Mode) -> Self:
        """The latest, with who ended them early."""
        return self.filter(mode=mode).select_related("lifted_by").order_by("-at")

    def of(self, provider: str) -> Self:
        """Those of one provider."""
        return self.filter(provider=provider)

    def resting(self, mode: Mode, now: datetime) -> set[str]:
        """The providers that are closed at ``now``."""
        return set(self.holding(mode, now).values_list("provider", flat=True))


class Halt(models.Model):
    """A pause of one provider, begun by the number of refused cards, ended by the clock or by a person."""

    provider = models.CharField(_("provider"), max_length=20)
    mode = models.CharField(_("mode"), max_length=4, choices=Mode.choices)
    at = models.DateTimeField(_("since"))
    until = models.DateTimeField(_("until"))
    declines = models.PositiveIntegerField(_("refused cards in a minute"))
    lifted_at = models.DateTimeField(_("ended early"), null=True, blank=True)
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("ended by"), null=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = HaltQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("halt")
        ordering = ["-at"]
        indexes = [models.Index(fields=["provider", "mode", "until"], name="funding_halt_holding")]

    def __str__(self) -> str:
        return f"{self.provider} {self.at:%Y-%m-%d %H:%M}"
