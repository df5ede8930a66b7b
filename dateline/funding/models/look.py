"""What a person decided about a giver's words that wait."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .gift import GiftIntent


class LookQuerySet(models.QuerySet["Look"]):
    """Reads of decisions."""

    def standing(self) -> Self:
        """Those that hold: neither taken back nor overtaken by new words."""
        return self.filter(undone_at=None)

    def newest_first(self) -> Self:
        """All of them, the newest first, with whose words and who decided."""
        return self.select_related("intent", "by", "undone_by").order_by("-at", "-pk")


class Look(models.Model):
    """Somebody let a giver's words through or keeps them off, for this gift and the later months of its promise.

    One that was taken back stays, with who took it back; nobody where its giver has written other words since.
    """

    intent = models.ForeignKey(GiftIntent, verbose_name=_("words"), on_delete=models.PROTECT, related_name="looks")
    lets_through = models.BooleanField(_("let through"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("by"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField(_("decided"))
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("taken back by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    undone_at = models.DateTimeField(_("taken back"), null=True, blank=True)

    objects = LookQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("look at words")
        constraints = [
            models.UniqueConstraint(
                fields=["intent"], condition=models.Q(undone_at=None), name="funding_one_look_stands"
            )
        ]

    def __str__(self) -> str:
        return str(_("let through") if self.lets_through else _("kept off"))
