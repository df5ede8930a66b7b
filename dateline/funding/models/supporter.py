"""A giver we may write to. Erasing one keeps the money rows."""

from __future__ import annotations

from datetime import datetime
from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _


class SupporterQuerySet(models.QuerySet["Supporter"]):
    """Reads of givers."""

    def without_gifts(self, since: datetime) -> Self:
        """Those known since before ``since`` whom no gift, and no wish to give, names any more."""
        return self.filter(since__lt=since, erased_at=None, gifts=None, giftintents=None)


class Supporter(models.Model):
    """A mail address and the language its owner reads. Visibility belongs to each gift, not to the person."""

    email = models.EmailField(_("mail address"), unique=True, null=True, blank=True)
    language = models.CharField(_("language"), max_length=16, blank=True)
    since = models.DateTimeField(_("since"))
    erased_at = models.DateTimeField(_("erased"), null=True, blank=True)

    objects = SupporterQuerySet.as_manager()

    class Meta:
        verbose_name = _("supporter")

    def __str__(self) -> str:
        return self.email or str(_("erased"))
