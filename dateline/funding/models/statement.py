"""A bank's statements as they were read, and what became of each line."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from dateline.funding.bank.sentence import Sentence
from dateline.funding.bank.statements.statement import Line
from dateline.funding.mode import Mode
from dateline.lib.money import Money

from .gift import Gift

MOST_KEYS = 500  # in one question to the database


class BankFileQuerySet(models.QuerySet["BankFile"]):
    """Reads of files."""

    def in_mode(self, mode: Mode) -> Self:
        """Those of the installation's mode, the latest first, with how many lines each brought."""
        return self.filter(mode=mode).select_related("brought_by").annotate(count=models.Count("lines"))


class BankFile(models.Model):
    """A file of the bank that somebody brought: what it told of the account, not its bytes."""

    mode = models.CharField(_("mode"), max_length=4, choices=Mode.choices)
    name = models.CharField(_("file"), max_length=120)
    account = models.CharField(_("account"), max_length=64)
    currency = models.CharField(_("currency"), max_length=3)
    opening = models.BigIntegerField(_("opening balance, in minor units"), null=True, blank=True)
    closing = models.BigIntegerField(_("closing balance, in minor units"), null=True, blank=True)
    remarks = models.JSONField(_("remarks"), default=list)
    brought_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("brought by"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    brought_at = models.DateTimeField(_("brought"))

    objects = BankFileQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("bank statement")
        ordering = ["-brought_at"]

    def __str__(self) -> str:
        return self.name

    @property
    def remarked(self) -> list[Sentence]:
        """What the reading has to say of it."""
        return [Sentence(remark["words"], remark["slots"]) for remark in self.remarks]


class Fate(models.TextChoices):
    """What became of a line. A person says so; nothing is booked by itself."""

    WAITING = "waiting", _("to be looked at")
    GIFT = "gift", _("booked as a gift")
    PAYOUT = "payout", _("a provider’s payout")
    ASIDE = "aside", _("no gift")


class BankLineQuerySet(models.QuerySet["BankLine"]):
    """Reads of lines."""

    def known_keys(self, account: str, mode: Mode, keys: Collection[str]) -> set[str]:
        """Which of these keys an account has already."""
        of_account = self.filter(account=account, mode=mode).values_list("key", flat=True)
        rows = list(keys)
        parts = (rows[start : start + MOST_KEYS] for start in range(0, len(rows), MOST_KEYS))
        return {key for part in parts for key in of_account.filter(key__in=part)}

    def in_mode(self, mode: Mode) -> Self:
        """Those of the installation's mode."""
        return self.filter(mode=mode)

    def numbered(self, numbers: Iterable[str]) -> Self:
        """Those with these numbers; what is no number is nobody's."""
        return self.filter(pk__in=[int(number) for number in numbers if number.isdecimal()][:MOST_KEYS])

    def waiting(self, mode: Mode) -> Self:
        """Those that nobody has decided about, oldest first."""
        return self.filter(mode=mode, fate=Fate.WAITING).order_by("booked_on", "pk")

    def decided(self, mode: Mode) -> Self:
        """Those that somebody has decided about, the latest decision first."""
        found = self.filter(mode=mode).exclude(decided_at=None).exclude(fate=Fate.WAITING)
        return found.select_related("gift__intent", "decided_by").order_by("-decided_at", "-pk")

    def aside_since_before(self, moment: datetime) -> Self:
        """Those that were found before ``moment`` to be no gift, and still say whose money it was."""
        aside = self.filter(fate__in=(Fate.ASIDE, Fate.PAYOUT), decided_at__lt=moment)
        return aside.exclude(name="", iban="", remittance="", end_to_end="")

    def beside(self, lines: Collection[BankLine]) -> Self:
        """Other lines of the same accounts and days, which may tell of the same money."""
        days = {line.booked_on for line in lines}
        accounts = {line.account for line in lines}
        return self.filter(account__in=accounts, booked_on__in=days, mode__in={line.mode for line in lines})

    def accounts_of_givers(self, mode: Mode, ibans: Collection[str]) -> dict[int, str]:
        """Whose gifts came from these accounts before, the latest of them, by the supporter's number."""
        known = self.filter(mode=mode, gift__supporter__isnull=False, amount__gt=0, iban__in=ibans).exclude(iban="")
        return dict(known.order_by("booked_on").values_list("gift__supporter", "iban"))


class BankLine(models.Model):
    """One movement of the account, known again by its key, whichever file tells of it."""

    file = models.ForeignKey(BankFile, verbose_name=_("statement"), on_delete=models.PROTECT, related_name="lines")
    mode = models.CharField(_("mode"), max_length=4, choices=Mode.choices)
    account = models.CharField(_("account"), max_length=64)
    key = models.CharField(_("key"), max_length=40)
    booked_on = models.DateField(_("booked"))
    value_on = models.DateField(_("value"))
    amount = models.BigIntegerField(_("amount, in minor units"))
    currency = models.CharField(_("currency"), max_length=3)
    name = models.CharField(_("name"), max_length=140, blank=True)
    iban = models.CharField(_("IBAN"), max_length=34, blank=True)
    remittance = models.TextField(_("text"), blank=True)
    end_to_end = models.CharField(_("giver’s reference"), max_length=140, blank=True)
    bank_reference = models.CharField(_("bank’s reference"), max_length=140, blank=True)
    returned = models.BooleanField(_("marked as returned"), default=False)
    fate = models.CharField(_("became"), max_length=7, choices=Fate.choices, default=Fate.WAITING)
    gift = models.ForeignKey(
        Gift, verbose_name=_("gift"), null=True, blank=True, on_delete=models.PROTECT, related_name="bank_lines"
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("decided by"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)

    objects = BankLineQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("line of a statement")
        constraints = [
            models.UniqueConstraint(fields=["mode", "account", "key"], name="funding_one_line_a_movement"),
        ]
        indexes = [models.Index(fields=["mode", "fate", "-booked_on"], name="funding_line_waiting")]

    def __str__(self) -> str:
        return f"{self.booked_on} {self.money}"

    @property
    def money(self) -> Money:
        """The amount with its currency, negative where it went out."""
        return Money(self.amount, self.currency)

    @property
    def told(self) -> Line:
        """The line as a reader of statements makes it."""
        return Line(
            key=self.key,
            booked_on=self.booked_on,
            value_on=self.value_on,
            money=self.money,
            name=self.name,
            iban=self.iban,
            remittance=self.remittance,
            end_to_end=self.end_to_end,
            bank_reference=self.bank_reference,
            returned=self.returned,
        )
