"""A promise to give each month. A promise is no money: only its payments are counted."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import NamedTuple, Self

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from dateline.funding.mode import Mode, current_mode
from dateline.lib.money import Money

from .words import BANK


class Standing(models.TextChoices):
    """Where a promise stands. One that has ended never goes on; another is made."""

    ACTIVE = "active", _("active")
    PAUSED = "paused", _("paused")
    LATE = "late", _("a payment failed")
    ENDED = "ended", _("ended")


class Asking(NamedTuple):
    """How many givers at a way can be asked to move, how many were, and when that was last."""

    waiting: int
    asked: int
    last: datetime | None


UNASKED = models.Q(asked_at=None, intent__supporter__email__isnull=False) & ~models.Q(standing=Standing.ENDED)


class RecurringQuerySet(models.QuerySet["Recurring"]):
    """Reads of promises."""

    def opened_by(self, token: str) -> Self:
        """The promise that this word opens: that of its first gift."""
        return self.filter(intent__token=token, mode=current_mode()).select_related("intent__supporter")

    def to_ask(self, provider: str, mode: Mode) -> Self:
        """Those that have not ended there, and whose givers can be asked to move them and were not."""
        running = self.filter(UNASKED, provider=provider, mode=mode)
        return running.select_related("intent__supporter").order_by("pk")

    def unasked(self, key: int) -> Self:
        """This one, if nobody has asked meanwhile that it moves."""
        return self.filter(pk=key, asked_at=None)

    def asking(self, mode: Mode) -> dict[str, Asking]:
        """How asking stands at each way."""
        counts = {
            "waiting": models.Count("pk", filter=UNASKED),
            "asked": models.Count("asked_at"),
            "last": models.Max("asked_at"),
        }
        rows = self.filter(mode=mode).values_list("provider").annotate(**counts).order_by()
        return {provider: Asking(*told) for provider, *told in rows}

    def sums_by_provider(self, mode: Mode) -> dict[str, list[tuple[Money, int]]]:
        """What runs by each way: per currency the sum of a month and of how many gifts."""
        sums = self.filter(mode=mode).exclude(standing=Standing.ENDED).values_list("provider", "currency")
        found: dict[str, list[tuple[Money, int]]] = {}
        for name, currency, amount, count in sums.annotate(models.Sum("amount"), models.Count("pk")).order_by(
            "provider"
        ):
            found.setdefault(name, []).append((Money(amount, currency), count))
        return found

    def made_by(self, mails: Collection[str]) -> Self:
        """Those of these addresses in the installation's mode, those that run first."""
        theirs = self.filter(intent__supporter__email__in=mails, mode=current_mode()) if mails else self.none()
        return theirs.select_related("intent__supporter").order_by(models.F("stopped_at").desc(nulls_first=True), "-pk")

    def running(self, mode: Mode, until: datetime) -> Self:
        """Those that began by ``until`` and are neither paused nor late nor ended, with who gives them.

        Of a standing order nobody but its bank knows whether it goes on.
        """
        found = self.filter(mode=mode, standing=Standing.ACTIVE, started_at__lte=until).exclude(provider=BANK)
        return found.exclude(intent__supporter=None).select_related("intent__supporter")

    def silent(self, provider: str, mode: Mode, since: datetime) -> Self:
        """Those that should run there, and of which nothing has come ``since`` a moment."""
        running = self.filter(provider=provider, mode=mode, standing=Standing.ACTIVE)
        latest = running.annotate(latest=models.Max("gifts__received_at")).filter(latest__lt=since)
        return self.filter(pk__in=latest.values("pk"))

    def without_months(self, key: int) -> Self:
        """This one, unless something came of it, or something else has taken its place."""
        return self.filter(pk=key, gifts=None, followers=None)

    def at_provider(self, provider: str, subscription: str) -> Recurring | None:
        """The promise that a provider calls so, in the installation's mode."""
        return self.filter(provider=provider, mode=current_mode(), subscription_id=subscription).first()


class Recurring(models.Model):
    """A promise to give each month. A promise is no money: only its payments are counted."""

    provider = models.CharField(_("provider"), max_length=20)
    mode = models.CharField(_("mode"), max_length=4, choices=Mode.choices)
    subscription_id = models.CharField(_("subscription"), max_length=255)
    intent = models.OneToOneField("GiftIntent", verbose_name=_("intention"), on_delete=models.PROTECT)
    amount = models.PositiveBigIntegerField(_("amount, in minor units"))
    currency = models.CharField(_("currency"), max_length=3)
    standing = models.CharField(_("standing"), max_length=6, choices=Standing.choices, default=Standing.ACTIVE)
    next_at = models.DateTimeField(_("next payment"), null=True, blank=True)
    started_at = models.DateTimeField(_("started"))
    stopped_at = models.DateTimeField(_("stopped"), null=True, blank=True)
    stop_reason = models.CharField(_("why it stopped"), max_length=120, blank=True)

    asked_at = models.DateTimeField(_("asked to move"), null=True, blank=True)

    objects = RecurringQuerySet.as_manager()

    class Meta:
        verbose_name = _("monthly gift")
        constraints = [
            models.UniqueConstraint(
                fields=["provider", "mode", "subscription_id"], name="funding_one_promise_a_subscription"
            )
        ]

    def __str__(self) -> str:
        return self.subscription_id

    @property
    def is_standing_order(self) -> bool:
        """Whether the giver's own bank sends it: then it is changed and ended there, and nowhere else."""
        return self.provider == BANK

    @property
    def again(self) -> str:
        """The path at which the same is given anew."""
        return f"{reverse('funding:give')}?amount={self.money.plain}&every=month"

    @property
    def money(self) -> Money:
        """What is given each month."""
        return Money(self.amount, self.currency)
