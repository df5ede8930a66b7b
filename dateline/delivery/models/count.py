"""How often something was tried."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Count(models.Model):
    """One entry of ``dateline.delivery.counting``, which alone writes them. ``ends`` is a second of the epoch."""

    key = models.CharField(max_length=64, primary_key=True)
    value = models.TextField()
    ends = models.BigIntegerField(db_index=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("count")
        verbose_name_plural = _("counts")

    def __str__(self) -> str:
        return f"{self.key[:8]}: {self.value}"
