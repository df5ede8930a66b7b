"""Mails that a transaction decided to send; sent after it, once."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

GIVE_UP_AFTER = 10


class OutboxQuerySet(models.QuerySet["Outbox"]):
    """Reads of the outbox."""

    def waiting(self) -> Self:
        """Those not sent yet and worth another try, oldest first."""
        return self.filter(sent_at=None, attempts__lt=GIVE_UP_AFTER).order_by("pk")


class Outbox(models.Model):
    """One mail. The unique key makes a second one for the same thing impossible."""

    purpose = models.CharField(_("purpose"), max_length=40)
    subject_key = models.CharField(_("about"), max_length=64)
    recipient = models.EmailField(_("to"))
    subject = models.CharField(_("subject"), max_length=200)
    body = models.TextField(_("body"))
    created_at = models.DateTimeField(_("written"))
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    error = models.CharField(_("error"), max_length=200, blank=True)

    objects = OutboxQuerySet.as_manager()

    class Meta:
        verbose_name = _("mail")
        constraints = [models.UniqueConstraint(fields=["purpose", "subject_key"], name="funding_one_mail_a_thing")]

    def __str__(self) -> str:
        return f"{self.purpose} {self.subject_key}"
