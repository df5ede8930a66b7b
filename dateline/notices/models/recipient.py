"""Somebody who is told."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from dateline.people.proof import verified_mails


class Pace(models.TextChoices):
    """How soon a mail tells of something."""

    NOW = "now", _("at once")
    HOUR = "hour", _("gathered, once an hour")
    DAY = "day", _("gathered, once a day")
    NEVER = "never", _("not by mail")


class RecipientQuerySet(models.QuerySet["Recipient"]):
    """How recipients are asked for."""

    def known_as(self, whose: str) -> RecipientQuerySet:
        """The one with this ``Writer.key``; a stranger is none."""
        return self.filter(whose=whose) if whose else self.none()

    def among(self, whose: Collection[str]) -> RecipientQuerySet:
        """Those with any of these keys."""
        return self.filter(whose__in=[key for key in whose if key])

    def at_address(self, mail_hash: str) -> RecipientQuerySet:
        """Guests who are told at the address of which this is the hash."""
        return self.filter(mail_hash=mail_hash) if mail_hash else self.none()

    def guests(self) -> RecipientQuerySet:
        """Those without an account."""
        return self.filter(account__isnull=True)

    def with_ids(self, numbers: models.QuerySet[Any, Any]) -> RecipientQuerySet:
        """Those of these, in their order."""
        return self.filter(pk__in=numbers).order_by("pk")

    def idle(self, before: datetime) -> RecipientQuerySet:
        """Guests who have confirmed no address, follow nothing and were told nothing since."""
        quiet = self.filter(account__isnull=True, mail="", made_at__lte=before)
        return quiet.filter(follows_of__isnull=True, notices__isnull=True)


class Recipient(models.Model):
    """``whose`` is a ``Writer.key``: an account, or a guest's browser.

    ``mail`` is a guest's own, and stands here only once they have said so by a link that was mailed there; an account
    is written to at the address that its owner has proven. ``mail_hash`` finds it for whoever wants no mail. ``seen``
    is the newest notice they have looked at, ``feed_seed`` what the address of their feed is made from, ``link_seed``
    what links that change something are made from: another seed is another address, and the one before leads nowhere.
    """

    whose = models.CharField(max_length=80, unique=True)
    account = models.OneToOneField(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="recipient"
    )
    mail = models.EmailField(blank=True)
    mail_hash = models.CharField(max_length=64, blank=True)
    confirmed_at = models.DateTimeField(null=True)
    replies = models.CharField(_("Somebody answers you"), max_length=5, choices=Pace.choices, default=Pace.NOW)
    mentions = models.CharField(
        _("Somebody names you (@your name)"), max_length=5, choices=Pace.choices, default=Pace.NOW
    )
    decisions = models.CharField(
        _("A moderator decides about your words"), max_length=5, choices=Pace.choices, default=Pace.NOW
    )
    follows = models.CharField(
        _("Something new in a discussion that you follow"), max_length=5, choices=Pace.choices, default=Pace.HOUR
    )
    seen = models.PositiveBigIntegerField(default=0)
    feed_seed = models.CharField(max_length=32, blank=True)
    link_seed = models.CharField(max_length=32, blank=True)
    hour_began_at = models.DateTimeField(null=True)
    mails_in_hour = models.PositiveSmallIntegerField(default=0)
    made_at = models.DateTimeField()

    objects = RecipientQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        indexes = [models.Index(fields=["mail_hash"], name="recipient_by_mail")]

    CHOICES = ("replies", "mentions", "decisions", "follows")

    def __str__(self) -> str:
        return self.whose[:16]

    @property
    def address(self) -> str:
        """Where to write to; empty where nobody has proven one."""
        if self.account_id is None:
            return self.mail if self.confirmed_at else ""
        return next(iter(verified_mails([self.account_id])), "")

    def is_told_at(self, mail: str) -> bool:
        """Whether this guest has confirmed just that address."""
        return self.account_id is None and self.confirmed_at is not None and self.mail.lower() == mail.lower()

    @property
    def masked_mail(self) -> str:
        """A guest's address as it is shown to whoever has their link: enough for its owner."""
        name, _at, host = self.mail.partition("@")
        return f"{name[:1]}…@{host}" if host else ""

    @property
    def device(self) -> str:
        """The browser, where this is a guest's."""
        return "" if self.account_id else self.whose.removeprefix("device:")
