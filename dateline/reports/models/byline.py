"""Whose name stands under a report, in order."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable


class Byline(Orderable):
    """One author of one report. An author who has written cannot be deleted: the record of who wrote stays whole."""

    page = ParentalKey("reports.ReportPage", on_delete=models.CASCADE, related_name="bylines")
    author = models.ForeignKey(
        "reports.Author",
        verbose_name=_("author"),
        on_delete=models.PROTECT,
        related_name="bylines",
        help_text=_("Drag to change the order in which names are printed."),
    )

    objects: ClassVar[models.Manager[Byline]] = models.Manager()
    panels = [FieldPanel("author")]

    class Meta(Orderable.Meta):
        verbose_name = _("byline")
        verbose_name_plural = _("bylines")

    def __str__(self) -> str:
        return self.author.name
