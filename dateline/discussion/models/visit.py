"""How far somebody has read a thread."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from .thread import Thread


class Visit(models.Model):
    """Of one reader to one thread: the newest comment there was (``until``), and at the visit before (``before``).

    Only for accounts that open their own view of a thread, and for browsers that were told to remember.
    """

    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="+")
    reader = models.CharField(max_length=80)
    before = models.PositiveBigIntegerField(default=0)
    until = models.PositiveBigIntegerField(default=0)
    at = models.DateTimeField(db_index=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("visit")
        verbose_name_plural = _("visits")
        constraints = [models.UniqueConstraint(fields=["reader", "thread"], name="one_visit_row_per_reader")]

    def __str__(self) -> str:
        return f"{self.until}"
