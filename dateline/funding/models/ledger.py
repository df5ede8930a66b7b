"""The ledger: postings of balanced legs, written once. The database itself refuses to change or remove them."""

from __future__ import annotations

from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Sum
from django.utils.translation import gettext_lazy as _

from dateline.funding.mode import Mode

from .drive import Drive
from .gift import EXPLAINING, Gift


class Account(models.TextChoices):
    """Where money is (the first three) and why it came or went. Money that came is negative on its why."""

    PROVIDER = "provider", _("held by the provider")
    BANK = "bank", _("bank")
    CASH = "cash", _("cash")
    GIFTS = "gifts", _("gifts")
    REFUNDS = "refunds", _("refunds")
    DISPUTES = "disputes", _("disputes")
    FEES = "fees", _("fees")


class Kind(models.TextChoices):
    """What moved."""

    GIFT = "gift", _("gift")
    REFUND = "refund", _("refund")
    DISPUTE = "dispute", _("dispute")
    FEE = "fee", _("fee")


class PostingQuerySet(models.QuerySet["Posting"]):
    """Reads of postings."""

    def booked_in(self, month: str, mode: Mode) -> Self:
        """The books of ``month`` (``2026-10``), in an order that never changes."""
        return self.filter(book_month=month, mode=mode).order_by("provider", "movement_id")

    def books(self) -> list[tuple[str, str]]:
        """Return (month, mode) of all the books there are, oldest first."""
        return list(self.order_by("book_month", "mode").values_list("book_month", "mode").distinct())

    def refund_named(self, gift: Gift, key: str) -> Posting | None:
        """Return the refund of ``gift`` that was asked for under ``key``, if it is booked."""
        return self.filter(gift=gift, kind=Kind.REFUND, note=key).first()


class Posting(models.Model):
    """One movement of money at one provider. Corrections are postings of their own."""

    provider = models.CharField(_("provider"), max_length=20)
    mode = models.CharField(_("mode"), max_length=4, choices=Mode.choices)
    movement_id = models.CharField(_("movement"), max_length=255, help_text=_("The provider's id of the movement."))
    kind = models.CharField(_("kind"), max_length=8, choices=Kind.choices)
    gift = models.ForeignKey(
        Gift, verbose_name=_("gift"), null=True, blank=True, on_delete=models.PROTECT, related_name="postings"
    )
    occurred_at = models.DateTimeField(_("occurred"), help_text=_("By the provider's clock."))
    booked_at = models.DateTimeField(_("booked"))
    book_month = models.CharField(_("month in the books"), max_length=7, help_text=_("Never a month already closed."))
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    note = models.CharField(_("note"), max_length=200, blank=True)

    objects = PostingQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("posting")
        ordering = ["-occurred_at"]
        constraints = [
            models.UniqueConstraint(fields=["provider", "mode", "movement_id"], name="funding_one_posting_a_movement")
        ]
        indexes = [models.Index(fields=["book_month", "mode"], name="funding_posting_books")]

    def __str__(self) -> str:
        return f"{self.kind} {self.movement_id}"


class LegQuerySet(models.QuerySet["Leg"]):
    """Reads of legs."""

    def counting_for(self, drive: Drive, mode: Mode) -> Self:
        """Those that the meter of ``drive`` is the sum of, in its own currency."""
        return self.filter(drive=drive, mode=mode, currency=drive.currency, account__in=EXPLAINING)

    def raised(self, drive: Drive, mode: Mode) -> int:
        """Return what ``drive`` stands at, in minor units of its currency: gifts less refunds and disputes."""
        return -(self.counting_for(drive, mode).aggregate(total=Sum("amount"))["total"] or 0)

    def by_moment(self, drive: Drive, mode: Mode) -> list[tuple[datetime, int]]:
        """Return when how much came for ``drive``, oldest first; what went back is negative."""
        legs = self.counting_for(drive, mode)
        rows = legs.order_by("posting__occurred_at").values_list("posting__occurred_at", "amount")
        return [(instant, -amount) for instant, amount in rows]

    def explaining(self, gift: Gift) -> int:
        """Return the sum of a gift's explaining legs, in minor units: minus what is left of it."""
        legs = self.filter(posting__gift=gift, account__in=EXPLAINING)
        return legs.aggregate(total=Sum("amount"))["total"] or 0

    def holder_of(self, gift: Gift) -> str:
        """Return the account that a gift's money came to."""
        legs = self.filter(posting__gift=gift, posting__kind=Kind.GIFT).exclude(account__in=EXPLAINING)
        return legs.values_list("account", flat=True)[0]

    def unbalanced(self) -> models.QuerySet[Leg, dict[str, object]]:
        """Postings and currencies whose legs do not sum to nothing. There must never be one."""
        return self.values("posting", "currency").annotate(total=Sum("amount")).exclude(total=0).order_by()


class Leg(models.Model):
    """One side of a posting. Legs of a posting sum to nothing in each currency.

    ``mode`` repeats the posting's and ``drive`` is set where the leg counts on a meter, so that a meter is one sum over
    one covering index; nothing can drift apart because neither row can ever be changed.
    """

    posting = models.ForeignKey(Posting, verbose_name=_("posting"), on_delete=models.PROTECT, related_name="legs")
    account = models.CharField(_("account"), max_length=8, choices=Account.choices)
    amount = models.BigIntegerField(_("amount, in minor units"))
    currency = models.CharField(_("currency"), max_length=3)
    mode = models.CharField(_("mode"), max_length=4, choices=Mode.choices)
    drive = models.ForeignKey(
        Drive, verbose_name=_("drive"), null=True, blank=True, on_delete=models.PROTECT, related_name="legs"
    )

    objects = LegQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("leg")
        constraints = [models.CheckConstraint(condition=~models.Q(amount=0), name="funding_leg_moves_something")]
        indexes = [models.Index(fields=["drive", "mode", "currency", "account", "amount"], name="funding_leg_meter")]

    def __str__(self) -> str:
        return f"{self.account} {self.amount} {self.currency}"
