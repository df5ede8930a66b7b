"""What was said of a claim, when, by whom and why: append-only, and all that readers ever get of it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from .claim import Claim
from .claim_words import Standing
from .report import ReportPage


class StandingIsSaid(ValidationError):
    """A standing was to be rewritten. Trying again does not help; give the claim another standing."""


class StandingQuerySet(models.QuerySet["ClaimStanding"]):
    """Reads of what was said. Whatever readers can reach begins with ``as_of``."""

    def of_open_reports(self) -> StandingQuerySet:
        """Those of claims whose report readers can see."""
        return self.filter(report__in=ReportPage.objects.published())

    def as_of(self, at: datetime) -> StandingQuerySet:
        """What readers could see at ``at``: the latest row of each claim that was out by then."""
        later = ClaimStanding.objects.filter(
            models.Q(visible_at__gt=models.OuterRef("visible_at"))
            | models.Q(visible_at=models.OuterRef("visible_at"), pk__gt=models.OuterRef("pk")),
            claim=models.OuterRef("claim"),
            visible_at__lte=at,
        )
        out = self.of_open_reports().filter(visible_at__lte=at).exclude(models.Exists(later))
        return out.exclude(standing=Standing.PROPOSED)  # what was taken back at once is as if never shown

    def for_readers(self) -> StandingQuerySet:
        """Those that readers saw, see, or are to see."""
        return self.exclude(visible_at=None)

    def of_report(self, report_id: int) -> StandingQuerySet:
        """Those of one report."""
        return self.filter(report_id=report_id)

    def of_situation(self, situation_id: int) -> StandingQuerySet:
        """Those of all reports of one situation."""
        return self.filter(report__situation_id=situation_id)

    def since(self, at: datetime) -> StandingQuerySet:
        """Those that came out after ``at``."""
        return self.filter(visible_at__gt=at)

    def due(self, now: datetime) -> StandingQuerySet:
        """Those whose delay is over and whose pages nobody has been told to make anew."""
        return self.filter(visible_at__lte=now, is_out=False)


class ClaimStanding(models.Model):
    """One step in a claim's life. ``said`` is its public content at that moment, already rounded."""

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="standings")
    # The claim's, once more: what is marked for readers by a trigger must be in the row itself.
    report = models.ForeignKey("reports.ReportPage", on_delete=models.CASCADE, related_name="claim_standings")
    standing = models.CharField(max_length=10, choices=Standing.choices)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    why = models.CharField(_("why"), max_length=400, blank=True)
    said = models.JSONField(default=dict)
    # Null: never for readers (proposed, or the first of two confirmations). Later than ``at``: delayed.
    visible_at = models.DateTimeField(null=True, blank=True)
    undoes = models.OneToOneField("self", null=True, on_delete=models.CASCADE, related_name="undone_by")
    # Whether the place was made safe after it: nothing goes back past that.
    is_final = models.BooleanField(default=False)
    # Whether pages were told that it is visible now; the clock sets it.
    is_out = models.BooleanField(default=False)

    objects = StandingQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("standing of a claim")
        verbose_name_plural = _("standings of claims")
        ordering = ["at", "pk"]
        indexes = [
            models.Index(fields=["claim", "visible_at"]),
            models.Index(fields=["visible_at"], condition=models.Q(is_out=False), name="standing_not_out_yet"),
        ]

    def __str__(self) -> str:
        return str(self.standing)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write the row once; raise StandingIsSaid on a second attempt."""
        if not self._state.adding:
            raise StandingIsSaid(_("This was said already and stays as it is."))
        super().save(*args, **kwargs)
