"""Mails that a transaction decided to send; sent after it (see ``people.mailing``)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

GIVE_UP_AFTER = 16  # tries; with the pauses between them, a little more than a day
FIRST_PAUSE, LONGEST_PAUSE = timedelta(seconds=15), timedelta(hours=4)


def pause_after(attempts: int) -> timedelta:
    """Return how long to wait after that many tries: the longer, the more there were."""
    return min(FIRST_PAUSE * 2 ** min(attempts - 1, 20), LONGEST_PAUSE)


class OutboxQuerySet(models.QuerySet["Outbox"]):
    """Reads of the outbox."""

    def waiting(self, now: datetime) -> Self:
        """Those not sent yet and due for a try, those that have waited for one longest first."""
        return self.filter(sent_at=None, attempts__lt=GIVE_UP_AFTER, due_at__lte=now).order_by("due_at", "pk")

    def to_forget(self, now: datetime) -> Self:
        """Those of which nothing needs to be known any more."""
        return self.filter(forget_at__isnull=False, forget_at__lte=now)


class Outbox(models.Model):
    """One mail. The unique key makes a second one for the same thing impossible.

    ``due_at`` is the next try; whoever tries moves it ahead, so that nobody else does meanwhile. ``sent_at`` is set
    once the server has it. ``headers`` are those beside To, From, Subject and Reply-To; ``forget_at`` is for what need
    not be kept as proof.
    """

    purpose = models.CharField(_("purpose"), max_length=40)
    subject_key = models.CharField(_("about"), max_length=64)
    recipient = models.EmailField(_("to"))
    subject = models.CharField(_("subject"), max_length=200)
    body = models.TextField(_("body"))
    headers = models.JSONField(default=dict)
    created_at = models.DateTimeField(_("written"))
    due_at = models.DateTimeField(_("next try"))
    forget_at = models.DateTimeField(_("forgotten"), null=True)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    error = models.CharField(_("error"), max_length=200, blank=True)

    objects = OutboxQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("mail")
        indexes = [
            models.Index(fields=["due_at"], name="mail_waiting", condition=models.Q(sent_at__isnull=True)),
            models.Index(fields=["forget_at"], name="mail_to_forget", condition=models.Q(forget_at__isnull=False)),
        ]
        constraints = [models.UniqueConstraint(fields=["purpose", "subject_key"], name="one_mail_a_thing")]

    def __str__(self) -> str:
        return f"{self.purpose} {self.subject_key}"
