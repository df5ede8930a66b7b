"""What changed after a report came out, said openly.

Plain rows, not children of a revision: publishing an older draft again must never lose a correction. A row is written
once; who was wrong about a correction says a second one.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _


class ChangeIsSaid(ValidationError):
    """A correction or update was to be rewritten. Trying again does not help; say another one."""


class ChangeQuerySet(models.QuerySet[Any]):
    """Reads that corrections and updates share."""

    def newest(self) -> ChangeQuerySet:
        """Latest first."""
        return self.order_by("-at", "-pk")

    def published(self) -> ChangeQuerySet:
        """Those of reports that readers can see, with the report at hand."""
        return self.filter(page__live=True, page__view_restrictions__isnull=True).select_related("page")


class Change(models.Model):
    """Words, moment and person."""

    text = models.TextField(_("text"), max_length=1000)
    at = models.DateTimeField(_("at"), db_index=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    objects = ChangeQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        abstract = True
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return self.text

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write the row once; raise ChangeIsSaid on a second attempt."""
        if not self._state.adding:
            raise ChangeIsSaid(_("This was said already and stays as it is. Say another one instead."))
        super().save(*args, **kwargs)


class Correction(Change):
    """We were wrong; this is what is right."""

    page = models.ForeignKey("reports.ReportPage", on_delete=models.CASCADE, related_name="corrections")

    class Meta(Change.Meta):
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")


class Update(Change):
    """The report was right and there is more now."""

    page = models.ForeignKey("reports.ReportPage", on_delete=models.CASCADE, related_name="updates")

    class Meta(Change.Meta):
        verbose_name = _("update")
        verbose_name_plural = _("updates")
