"""The ledger: postings of balanced legs, written once. The database itself refuses to change or remove them."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple, Self

from django.conf import settings
from django.db import connection, models
from django.db.models import Sum
from django.utils.translation import gettext_lazy as _

from dateline.funding.mode import Mode

from .drive import Drive
from .gift import EXPLAINING, Gift, Recurring


class Account(models.TextChoices):
    """Where money is (the first three) and why it came or went. Money that came is negative on its why.

    ``rates`` is what is lost or won because a currency stood otherwise when money went back than when it came.
    """

    PROVIDER = "provider", _("held by the provider")
    BANK = "bank", _("bank")
    CASH = "cash", _("cash")
    GIFTS = "gifts", _("gifts")
    REFUNDS = "refunds", _("refunds")
    DISPUTES = "disputes", _("disputes")
    FEES = "fees", _("fees")
    EXPENSES = "expenses", _("expenses")
    RATES = "rates", _("differences of rates")


class Kind(models.TextChoices):
    """What moved; or, of what was ``undone``, that nothing had: a person had booked it by mistake."""

    GIFT = "gift", _("gift")
    REFUND = "refund", _("refund")
    RETURNED = "returned", _("refund that came back")
    DISPUTE = "dispute", _("dispute")
    REVERSAL = "reversal", _("dispute won")
    FEE = "fee", _("fee")
    PAYOUT = "payout", _("payout to the bank")
    EXPENSE = "expense", _("expense")
    UNDONE = "undone", _("booking undone")


# What moves some of a gift.
OF_GIFTS = (Kind.GIFT, Kind.REFUND, Kind.RETURNED, Kind.DISPUTE, Kind.REVERSAL, Kind.UNDONE)

HOLDING = (Account.PROVIDER, Account.BANK, Account.CASH)

# SQLite has one writer at a time, and our transactions begin as writers; PostgreSQL has a sequence.
NEXT = {
    "sqlite": "SELECT COALESCE(MAX(id), 0) + 1 FROM funding_posting",
    "postgresql": "SELECT nextval(pg_get_serial_sequence('funding_posting', 'id'))",
}


class PostingQuerySet(models.QuerySet["Posting"]):
    """Reads of postings."""

    def booked_in(self, month: str, mode: Mode) -> Self:
        """The books of ``month`` (``2026-10``), in an order that never changes."""
        return self.filter(book_month=month, mode=mode).order_by("provider", "movement_id")

    def without_legs(self) -> Self:
        """Those that moved nothing. There must never be one."""
        return self.filter(legs=None).order_by()

    def books(self) -> list[tuple[str, str]]:
        """Return (month, mode) of all the books there are, oldest first."""
        return list(self.order_by("book_month", "mode").values_list("book_month", "mode").distinct())

    def next_number(self) -> int:
        """Return the number of a posting to come: its legs are written first. Only within the transaction that does."""
        with connection.cursor() as cursor:
            cursor.execute(NEXT[connection.vendor])
            return int(cursor.fetchone()[0])

    def left_of(self, gift: Gift) -> int:
        """Return what of ``gift`` has not gone back, in minor units of its own currency."""
        return self.filter(gift=gift).aggregate(left=Sum("of_gift"))["left"] or 0

    def counting_for(self, drive: Drive, mode: Mode) -> Self:
        """Those that the meter of ``drive`` is made of, the latest first; ``counts`` is what each adds to it."""
        count = {"legs__drive": drive, "legs__mode": mode, "legs__currency": drive.currency}
        found = self.filter(**count, legs__account__in=EXPLAINING).annotate(counts=-Sum("legs__amount"))
        return found.select_related("gift").order_by("-occurred_at", "-pk")

    def with_legs(self) -> Self:
        """With their legs and who booked them, in one look each."""
        return self.select_related("actor", "gift").prefetch_related("legs")

    def of_gift(self, gift: Gift) -> Self:
        """All that moved of ``gift``, in the order in which it did."""
        return self.filter(gift=gift).order_by("occurred_at", "pk")

    def left_of_promise(self, recurring: Recurring) -> int:
        """Return what was given by a promise and has not gone back, in minor units of its currency."""
        return self.filter(gift__recurring=recurring).aggregate(left=Sum("of_gift"))["left"] or 0

    def is_booked(self, provider: str, mode: Mode, movement: str) -> bool:
        """Whether a provider's movement, or its fee alone, is in the books."""
        return self.filter(provider=provider, mode=mode, movement_id__in=[movement, f"{movement}:fee"]).exists()

    def refund_named(self, gift: Gift, key: str) -> Posting | None:
        """Return the refund of ``gift`` that was asked for under ``key``, if it is booked."""
        return self.refunds_of(gift).filter(note=key).first()

    def refunds_of(self, gift: Gift) -> Self:
        """What was sent back of ``gift``, the latest first."""
        return self.filter(gift=gift, kind=Kind.REFUND).order_by("-occurred_at", "-pk")


class Posting(models.Model):
    """One movement of money at one provider. Corrections are postings of their own.

    The database refuses a posting whose legs, which are written before it, do not sum to nothing; one that takes more
    of a gift than came; and one in the books of a closed month. ``of_gift`` is what moved of the gift, in the currency
    in which it was given: legs are in the one in which the provider settled it.
    """

    provider = models.CharField(_("provider"), max_length=20)
    mode = models.CharField(_("mode"), max_length=4, choices=Mode.choices)
    movement_id = models.CharField(_("movement"), max_length=255, help_text=_("The provider's id of the movement."))
    kind = models.CharField(_("kind"), max_length=8, choices=Kind.choices)
    gift = models.ForeignKey(
        Gift, verbose_name=_("gift"), null=True, blank=True, on_delete=models.PROTECT, related_name="postings"
    )
    of_gift = models.BigIntegerField(_("moved of the gift, in minor units of its currency"), null=True, blank=True)
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


class MonthSum(NamedTuple):
    """What the books of a month say of an account: ``drive`` (its key) where it counts on a meter, minor units."""

    month: str
    drive: int | None
    currency: str
    account: str
    total: int


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

    def by_month(self, mode: Mode) -> list[MonthSum]:
        """Return the sum of each month, drive, currency and account, in one look at all legs; in no order."""
        groups = self.filter(mode=mode).values_list("posting__book_month", "drive", "currency", "account")
        return [MonthSum(*row) for row in groups.annotate(total=Sum("amount")).order_by()]

    def by_account(self, drive: Drive, mode: Mode) -> dict[str, int]:
        """Return what counts on the meter of ``drive`` by why it does, in minor units; what went back is negative."""
        rows = self.counting_for(drive, mode).values_list("account").annotate(total=Sum("amount")).order_by()
        return {account: -total for account, total in rows}

    def held_by(self, provider: str, mode: Mode, until: datetime | None = None) -> dict[str, int]:
        """Return what ``provider`` holds for us by our books, in minor units by currency; as of ``until`` if given."""
        held = self.filter(account=Account.PROVIDER, mode=mode, posting__provider=provider)
        if until:
            held = held.filter(posting__occurred_at__lte=until)
        sums = held.values_list("currency").annotate(total=Sum("amount")).order_by("currency")
        return {currency: total for currency, total in sums if total}

    def left(self, mode: Mode, currency: str) -> int:
        """Return what lies in all places together by the books, in minor units of a currency."""
        return self.lying().filter(mode=mode, currency=currency).aggregate(total=Sum("amount"))["total"] or 0

    def lying(self) -> Self:
        """Those that say where money is, not why it came or went."""
        return self.filter(account__in=HOLDING)

    def holder_of(self, gift: Gift) -> str:
        """Return the account that a gift's money came to."""
        legs = self.filter(posting__gift=gift, posting__kind=Kind.GIFT).exclude(account__in=EXPLAINING)
        return legs.values_list("account", flat=True)[0]

    def astray(self) -> Self:
        """Those that count for another drive than their gift. There must never be one."""
        of_gift = self.exclude(drive=None).filter(posting__gift__isnull=False)
        return of_gift.exclude(drive=models.F("posting__gift__drive"))

    def of_another_mode(self) -> Self:
        """Those of another mode than their posting, or whose posting is of another than its gift."""
        alike = models.Q(mode=models.F("posting__mode"))
        gift_alike = models.Q(posting__gift=None) | models.Q(posting__gift__mode=models.F("posting__mode"))
        return self.exclude(alike & gift_alike)

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
