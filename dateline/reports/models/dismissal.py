"""What an editor told the assistant not to say again, and why."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class DismissalQuerySet(models.QuerySet["Dismissal"]):
    """Reads of dismissals."""

    def of_report(self, report_id: int) -> DismissalQuerySet:
        """Those of one report, latest first."""
        return self.filter(report_id=report_id).order_by("-pk")

    def of(self, report_id: int, kind: str) -> set[str]:
        """The fingerprints dismissed in one report."""
        return set(self.filter(report_id=report_id, kind=kind).values_list("fingerprint", flat=True))


class Dismissal(models.Model):
    """A proposal or a warning that was waved away. Taking it back is deleting the row, and is logged."""

    class Kind(models.TextChoices):
        """What was dismissed."""

        PROPOSAL = "proposal", _("proposal")
        WARNING = "warning", _("warning")

    report = models.ForeignKey("reports.ReportPage", on_delete=models.CASCADE, related_name="dismissals")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    fingerprint = models.CharField(max_length=64)
    words = models.CharField(max_length=400)
    why = models.CharField(_("why"), max_length=200, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()

    objects = DismissalQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("dismissal")
        verbose_name_plural = _("dismissals")
        constraints = [
            models.UniqueConstraint(name="dismissed_once", fields=["report", "kind", "fingerprint"]),
        ]

    def __str__(self) -> str:
        return self.words
