"""What somebody meant to give, what repeats, and what was given."""

from __future__ import annotations

import secrets
import uuid
from datetime import datetime
from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from dateline.funding.mode import Mode
from dateline.lib.money import Money

from .drive import Drive
from .supporter import Supporter

EXPLAINING = ("gifts", "refunds", "disputes")  # accounts that say why money came or went, and so count on a meter


def new_token() -> str:
    """Return a word nobody can guess (192 bits); it opens one giver's private pages."""
    return secrets.token_urlsafe(24)


class Frequency(models.TextChoices):
    """How often."""

    ONCE = "once", _("once")
    MONTHLY = "monthly", _("every month")


class Visibility(models.TextChoices):
    """What the supporters' page may show. The name alone hides the amount."""

    PUBLIC = "public", _("my name and the amount")
    NAME = "name", _("my name alone")
    SECRET = "secret", _("nothing")


class State(models.TextChoices):
    """Where an intention stands. There is no way back from paid."""

    OPEN = "open", _("open")
    PAID = "paid", _("paid")
    DECLINED = "declined", _("declined")
    EXPIRED = "expired", _("expired")


class Words(models.Model):
    """What a giver says about a gift; erased on request."""

    visibility = models.CharField(_("shown"), max_length=6, choices=Visibility.choices, default=Visibility.SECRET)
    name = models.CharField(_("name"), max_length=80, blank=True)
    message = models.CharField(_("message"), max_length=280, blank=True)
    page = models.CharField(_("asked on"), max_length=255, blank=True, help_text=_("The path of the page that asked."))
    supporter = models.ForeignKey(
        Supporter,
        verbose_name=_("supporter"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="%(class)ss",
    )

    class Meta:
        abstract = True


class IntentQuerySet(models.QuerySet["GiftIntent"]):
    """Reads of intentions."""

    def begun_since(self, instant: datetime) -> Self:
        """Those begun after ``instant``; the site-wide limit counts them."""
        return self.filter(created_at__gte=instant)

    def at_provider(self, provider: str, mode: Mode, session: str) -> Self:
        """The intention that a provider's checkout belongs to."""
        return self.filter(provider=provider, mode=mode, provider_session=session)

    def unsettled(self, since: datetime) -> Self:
        """Those that were sent to a provider and have not come back."""
        return self.filter(state=State.OPEN, created_at__gte=since).exclude(provider_session="")


class GiftIntent(Words):
    """One wish to give. Its uuid is the idempotency key of everything we ask a provider to do for it."""

    uuid = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    token = models.CharField(_("token"), max_length=40, unique=True, default=new_token, editable=False)
    amount = models.PositiveBigIntegerField(_("amount, in minor units"))
    currency = models.CharField(_("currency"), max_length=3)
    frequency = models.CharField(_("how often"), max_length=7, choices=Frequency.choices, default=Frequency.ONCE)
    provider = models.CharField(_("provider"), max_length=20)
    mode = models.CharField(_("mode"), max_length=4, choices=Mode.choices)
    provider_session = models.CharField(_("checkout"), max_length=255, blank=True)
    state = models.CharField(_("state"), max_length=8, choices=State.choices, default=State.OPEN)
    created_at = models.DateTimeField(_("begun"))

    objects = IntentQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("intention to give")
        constraints = [
            models.UniqueConstraint(
                fields=["provider", "mode", "provider_session"],
                condition=~models.Q(provider_session=""),
                name="funding_one_intent_a_checkout",
            ),
            models.CheckConstraint(condition=models.Q(amount__gt=0), name="funding_intent_is_more_than_nothing"),
        ]
        indexes = [models.Index(fields=["created_at"], name="funding_intent_created")]

    def __str__(self) -> str:
        return f"{self.money} {self.frequency}"

    @property
    def money(self) -> Money:
        """The amount with its currency."""
        return Money(self.amount, self.currency)

    @property
    def is_monthly(self) -> bool:
        """Whether it repeats."""
        return self.frequency == Frequency.MONTHLY


class Recurring(models.Model):
    """A promise to give each month. A promise is no money: only its payments are counted."""

    provider = models.CharField(_("provider"), max_length=20)
    mode = models.CharField(_("mode"), max_length=4, choices=Mode.choices)
    subscription_id = models.CharField(_("subscription"), max_length=255)
    intent = models.OneToOneField(GiftIntent, verbose_name=_("intention"), on_delete=models.PROTECT)
    started_at = models.DateTimeField(_("started"))
    stopped_at = models.DateTimeField(_("stopped"), null=True, blank=True)
    stop_reason = models.CharField(_("why it stopped"), max_length=120, blank=True)

    class Meta:
        verbose_name = _("monthly gift")
        constraints = [
            models.UniqueConstraint(
                fields=["provider", "mode", "subscription_id"], name="funding_one_promise_a_subscription"
            )
        ]

    def __str__(self) -> str:
        return self.subscription_id


class GiftQuerySet(models.QuerySet["Gift"]):
    """Reads of gifts."""

    def in_mode(self, mode: Mode) -> Self:
        """Those of the installation's mode; every public list begins here."""
        return self.filter(mode=mode)

    def to_be_named(self) -> Self:
        """Those whose givers let us name them, newest first."""
        return self.exclude(visibility=Visibility.SECRET).exclude(name="").order_by("-received_at")

    def received_since(self, moment: datetime) -> Self:
        """Those that arrived at or after ``moment``."""
        return self.filter(received_at__gte=moment)

    def not_given_back(self) -> Self:
        """Those of which nothing has gone back."""
        return self.exclude(postings__kind="refund")

    def overdrawn(self) -> Self:
        """Those of which more has gone back than came. There must never be one."""
        left = models.Sum("postings__legs__amount", filter=models.Q(postings__legs__account__in=EXPLAINING))
        return self.annotate(left=left).filter(left__gt=0).order_by()

    def unlike_their_postings(self) -> Self:
        """Those whose posting is missing, is not the only one, or moved another sum. There must never be one."""
        came = models.Q(
            postings__kind="gift", postings__legs__account="gifts", postings__legs__currency=models.F("currency")
        )
        booked = models.Sum("postings__legs__amount", filter=came, default=0)
        return self.annotate(booked=booked).exclude(booked=-models.F("amount")).order_by()


class Gift(Words):
    """One payment that arrived. Its money is in postings; this row says who, when and for which drive."""

    provider = models.CharField(_("provider"), max_length=20)
    mode = models.CharField(_("mode"), max_length=4, choices=Mode.choices)
    payment_id = models.CharField(_("payment"), max_length=255)
    amount = models.PositiveBigIntegerField(_("amount, in minor units"))
    currency = models.CharField(_("currency"), max_length=3)
    received_at = models.DateTimeField(_("received"), help_text=_("By the provider's clock; it decides the month."))
    drive = models.ForeignKey(
        Drive, verbose_name=_("drive"), null=True, blank=True, on_delete=models.PROTECT, related_name="gifts"
    )
    intent = models.ForeignKey(
        GiftIntent, verbose_name=_("intention"), null=True, blank=True, on_delete=models.PROTECT, related_name="gifts"
    )
    recurring = models.ForeignKey(
        Recurring, verbose_name=_("monthly gift"), null=True, blank=True, on_delete=models.PROTECT, related_name="gifts"
    )

    objects = GiftQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("gift")
        permissions = [("refund_gift", "Can give a gift back")]
        ordering = ["-received_at"]
        constraints = [
            models.UniqueConstraint(fields=["provider", "mode", "payment_id"], name="funding_one_gift_a_payment"),
            models.CheckConstraint(condition=models.Q(amount__gt=0), name="funding_gift_is_more_than_nothing"),
        ]
        indexes = [models.Index(fields=["mode", "-received_at"], name="funding_gift_newest")]

    def __str__(self) -> str:
        return f"{self.money} · {self.received_at:%Y-%m-%d}"

    @property
    def money(self) -> Money:
        """The amount with its currency."""
        return Money(self.amount, self.currency)

    @property
    def is_named(self) -> bool:
        """Whether readers see who gave it."""
        return bool(self.name) and self.visibility != Visibility.SECRET

    @property
    def shows_amount(self) -> bool:
        """Whether the giver lets readers see how much."""
        return self.visibility == Visibility.PUBLIC
