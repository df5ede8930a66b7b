"""A giver we may write to. Erasing one keeps the money rows."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Supporter(models.Model):
    """A mail address and the language its owner reads. Visibility belongs to each gift, not to the person."""

    email = models.EmailField(_("mail address"), unique=True, null=True, blank=True)
    language = models.CharField(_("language"), max_length=16, blank=True)
    since = models.DateTimeField(_("since"))
    erased_at = models.DateTimeField(_("erased"), null=True, blank=True)

    class Meta:
        verbose_name = _("supporter")

    def __str__(self) -> str:
        return self.email or str(_("erased"))
