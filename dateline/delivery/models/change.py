"""One transaction's word that what readers see has changed."""

from __future__ import annotations

from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _


class ChangeQuerySet(models.QuerySet["Change"]):
    """Reads of changes."""

    def seen_by_all(self, moment: datetime) -> ChangeQuerySet:
        """Those from before ``moment``, but for the last one of all: its number is where the order stands."""
        return self.filter(at__lt=moment).exclude(pk=self.aggregate(last=models.Max("pk"))["last"])


class Change(models.Model):
    """Written in the transaction that it tells of, so that neither is without the other.

    ``tags`` are words with blanks between, such as ``thread:12 page:7``. On PostgreSQL the table has one column more,
    the transaction's number, and tells whoever listens (see ``dateline.delivery.triggers``).
    """

    id = models.BigAutoField(primary_key=True)
    tags = models.TextField(_("tags"))
    at = models.DateTimeField(_("at"), db_default=models.functions.Now())

    objects = ChangeQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("change")
        verbose_name_plural = _("changes")
        indexes = [models.Index(fields=["at"], name="delivery_change_at")]

    def __str__(self) -> str:
        return f"{self.pk}: {self.tags}"
