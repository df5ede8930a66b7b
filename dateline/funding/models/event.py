"""What a provider told us, word for word, before we believed any of it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from dateline.funding.mode import Mode

GIVE_UP_AFTER = 20


class EventQuerySet(models.QuerySet["InboundEvent"]):
    """Reads of events."""

    def waiting(self) -> Self:
        """Those not yet processed and worth another try, oldest first."""
        return self.filter(processed_at=None, attempts__lt=GIVE_UP_AFTER).order_by("received_at")

    def done_before(self, moment: datetime) -> Self:
        """Those that were processed before ``moment`` and are still kept word for word."""
        return self.filter(processed_at__lt=moment).exclude(body=b"")

    def declined_since(self, provider: str, mode: Mode, moment: datetime) -> int:
        """How many cards ``provider`` has told us were refused since ``moment``, less months that failed by themselves.

        Of such a month Stripe tells twice: as of a payment that was refused, and as of an invoice that is a renewal.
        """
        told = self.filter(provider=provider, mode=mode, received_at__gt=moment)
        return max(0, told.filter(declined=True).count() - told.filter(renewal=True).count())

    def in_mode(self, mode: Mode) -> Self:
        """Those of one mode."""
        return self.filter(mode=mode)

    def given_up(self) -> Self:
        """Those that were tried too often; a person has to look."""
        return self.filter(processed_at=None, attempts__gte=GIVE_UP_AFTER)

    def overdue(self, now: datetime) -> Self:
        """Those that were neither processed nor flagged within the hour."""
        return self.filter(processed_at=None, error="", received_at__lt=now - timedelta(hours=1))


class InboundEvent(models.Model):
    """A webhook's raw bytes, stored before it is answered. Only an event with a good signature is stored."""

    provider = models.CharField(_("provider"), max_length=20)
    mode = models.CharField(_("mode"), max_length=4, choices=Mode.choices)
    event_id = models.CharField(_("event"), max_length=255)
    kind = models.CharField(_("kind"), max_length=80)
    declined = models.BooleanField(_("a card was refused"), default=False)
    renewal = models.BooleanField(_("a month failed by itself"), default=False)
    about = models.CharField(_("about"), max_length=8, blank=True)
    object_id = models.CharField(_("object"), max_length=255, blank=True)
    body = models.BinaryField(_("body"))
    headers = models.JSONField(_("headers"), default=dict)
    signature_ok = models.BooleanField(_("signature is good"))
    received_at = models.DateTimeField(_("received"))
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    processed_at = models.DateTimeField(_("processed"), null=True, blank=True)
    error = models.TextField(_("error"), blank=True)

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = _("event")
        constraints = [
            models.UniqueConstraint(fields=["provider", "mode", "event_id"], name="funding_one_row_an_event")
        ]
        indexes = [
            models.Index(fields=["processed_at", "received_at"], name="funding_event_waiting"),
            models.Index(
                fields=["provider", "mode", "received_at"],
                condition=models.Q(declined=True),
                name="funding_event_declined",
            ),
            models.Index(
                fields=["provider", "mode", "received_at"],
                condition=models.Q(renewal=True),
                name="funding_event_renewal",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.event_id}"
