"""What gifts were spent on, as readers are told it."""

from __future__ import annotations

from typing import NamedTuple, Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from dateline.funding.mode import Mode
from dateline.lib.money import Money

from .finding import amount_of, searchable
from .ledger import Posting


class PurposeSum(NamedTuple):
    """What was spent on a purpose by the books of a month, in minor units."""

    month: str
    currency: str
    purpose: str
    total: int


class ExpenseQuerySet(models.QuerySet["Expense"]):
    """Reads of expenses."""

    def in_mode(self, mode: Mode) -> Self:
        """Those of the installation's mode that were not taken back, the latest first."""
        return self.filter(posting__mode=mode, taken_back=None).order_by("-spent_on", "-pk")

    def recorded(self, mode: Mode) -> Self:
        """All of one mode with their postings, those that were taken back too, the latest first."""
        found = self.filter(posting__mode=mode).select_related("posting", "taken_back", "recorded_by")
        return found.order_by("-spent_on", "-pk")

    def matching(self, typed: str) -> Self:
        """Those whose purpose, words or note hold what was typed, or whose amount it is."""
        text = searchable(typed)
        if not text:
            return self
        words = models.Q(purpose__icontains=text) | models.Q(words__icontains=text) | models.Q(note__icontains=text)
        return self.filter(words | amount_of(text))

    def purposes(self, mode: Mode) -> list[str]:
        """Return what was spent on before, what was lately first; a form suggests it."""
        found = self.in_mode(mode).order_by().values_list("purpose")
        return [purpose for (purpose, _last) in found.annotate(last=models.Max("spent_on")).order_by("-last")[:30]]

    def largest(self, mode: Mode, currency: str) -> int:
        """Return the largest that was spent in a currency, in minor units; 0 where nothing was."""
        return self.in_mode(mode).filter(currency=currency).aggregate(most=models.Max("amount"))["most"] or 0

    def by_purpose(self, mode: Mode) -> list[PurposeSum]:
        """Return what the books of each month say was spent on what; what was taken back is negative. No order."""
        spent = self.filter(posting__mode=mode).values_list("posting__book_month", "currency", "purpose")
        back = self.filter(taken_back__mode=mode).values_list("taken_back__book_month", "currency", "purpose")
        found = [PurposeSum(*row) for row in spent.annotate(total=models.Sum("amount")).order_by()]
        return found + [
            PurposeSum(month, currency, purpose, -total)
            for month, currency, purpose, total in back.annotate(total=models.Sum("amount")).order_by()
        ]


class Expense(models.Model):
    """Money that went out. Its sum stands in the posting; one written in error is taken back by another posting."""

    posting = models.OneToOneField(
        Posting, verbose_name=_("posting"), on_delete=models.PROTECT, related_name="expense", editable=False
    )
    taken_back = models.OneToOneField(
        Posting,
        verbose_name=_("taken back by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        editable=False,
    )
    spent_on = models.DateField(_("spent on"))
    purpose = models.CharField(
        _("purpose"), max_length=60, help_text=_("Such as satellite pictures. Readers see sums by purpose.")
    )
    words = models.CharField(_("what for"), max_length=200, blank=True, help_text=_("One sentence for readers."))
    note = models.CharField(
        _("note"), max_length=200, blank=True, help_text=_("For the books, such as the bill’s number; not shown.")
    )
    amount = models.PositiveBigIntegerField(_("amount, in minor units"))
    currency = models.CharField(_("currency"), max_length=3)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("recorded by"), null=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = ExpenseQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("expense")
        constraints = [
            models.CheckConstraint(condition=models.Q(amount__gt=0), name="funding_expense_is_more_than_nothing")
        ]
        indexes = [models.Index(fields=["-spent_on"], name="funding_expense_newest")]

    def __str__(self) -> str:
        return f"{self.money} · {self.purpose}"

    @property
    def money(self) -> Money:
        """The amount with its currency."""
        return Money(self.amount, self.currency)
