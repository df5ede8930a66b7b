"""Receipts, numbered without gaps."""

from __future__ import annotations

from django.db import models
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from dateline.funding.mode import Mode

from .gift import Gift


class ReceiptQuerySet(models.QuerySet["Receipt"]):
    """Reads of receipts."""

    def of_gift(self, gift: Gift) -> Receipt | None:
        """Return the receipt of ``gift``, if it has one."""
        return self.filter(gift=gift).first()

    def next_number(self, mode: Mode) -> int:
        """Return the number after the last; the unique key settles a race, and the loser's transaction tries again."""
        return (self.filter(mode=mode).aggregate(last=Max("number"))["last"] or 0) + 1


class Receipt(models.Model):
    """One gift's receipt. The number is taken in the transaction that books the gift, so no number is ever lost."""

    mode = models.CharField(_("mode"), max_length=4, choices=Mode.choices)
    number = models.PositiveIntegerField(_("number"))
    gift = models.OneToOneField(Gift, verbose_name=_("gift"), on_delete=models.PROTECT)
    issued_at = models.DateTimeField(_("issued"))

    objects = ReceiptQuerySet.as_manager()

    class Meta:
        verbose_name = _("receipt")
        constraints = [models.UniqueConstraint(fields=["mode", "number"], name="funding_one_receipt_a_number")]

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """The number as it is printed; a rehearsal's says so."""
        return f"{'TEST-' if self.mode == Mode.TEST else ''}{self.number:06d}"
