"""Receipts, numbered without gaps."""

from __future__ import annotations

from collections.abc import Collection
from typing import Self

from django.db import models
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from dateline.funding.mode import Mode, current_mode

from .gift import Gift


class ReceiptQuerySet(models.QuerySet["Receipt"]):
    """Reads of receipts."""

    def of_gift(self, gift: Gift) -> Receipt | None:
        """Return the receipt of ``gift``, if it has one."""
        return self.filter(gift=gift).first()

    def of_gifts(self, gifts: Collection[int]) -> Self:
        """Those of these gifts, by their numbers."""
        return self.filter(gift__in=gifts)

    def given_by(self, mails: Collection[str]) -> Self:
        """Those of gifts under these addresses, in the installation's mode."""
        theirs = self.filter(gift__supporter__email__in=mails) if mails else self.none()
        return theirs.in_mode(current_mode()).select_related("gift")

    def in_mode(self, mode: Mode) -> Self:
        """Those of one series of numbers."""
        return self.filter(mode=mode)

    def next_number(self, mode: Mode) -> int:
        """Return the number after the last; the unique key settles a race, and the loser's transaction tries again."""
        return (self.in_mode(mode).aggregate(last=Max("number"))["last"] or 0) + 1


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
    def is_void(self) -> bool:
        """Whether the booking that it was written for was undone. Its number stays taken."""
        return self.gift.postings.filter(kind="undone").exists()

    @property
    def label(self) -> str:
        """The number as it is printed; a rehearsal's says so."""
        return f"{'TEST-' if self.mode == Mode.TEST else ''}{self.number:06d}"
