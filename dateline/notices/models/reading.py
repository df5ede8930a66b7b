"""How far the clock has read what happened."""

from __future__ import annotations

from django.db import models


class Reading(models.Model):
    """Rows of one ``source`` up to ``until`` were seen to.

    On PostgreSQL those up to ``newest`` are all there once the transactions in ``waits_for`` have ended (``horizon``).
    """

    source = models.CharField(max_length=20, unique=True)
    until = models.PositiveBigIntegerField(default=0)
    newest = models.PositiveBigIntegerField(default=0)
    waits_for = models.TextField(blank=True)

    wagtail_reference_index_ignore = True

    def __str__(self) -> str:
        return f"{self.source}: {self.until}"
