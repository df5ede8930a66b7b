"""What a giver writes on a transfer, and the square that a bank's program reads it from."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from .bank import epc
from .bank.iban import BadBic, BadIban
from .bank.reference import written
from .models import FundingTerms, GiftIntent


@dataclass(frozen=True)
class Transfer:
    """One announced transfer to the account in ``terms``."""

    intent: GiftIntent
    terms: FundingTerms

    @property
    def iban(self) -> str:
        """The account, in groups of four."""
        return written(self.terms.bank_iban)

    @property
    def reference(self) -> str:
        """What names this gift, in groups of four."""
        return written(self.intent.reference)

    @property
    def square(self) -> SafeString:
        """The EPC code as an SVG of ours; nothing where it cannot carry this (another currency, another area)."""
        try:
            told = epc.payload(
                name=self.terms.bank_holder,
                iban=self.terms.bank_iban,
                bic=self.terms.bank_bic,
                money=self.intent.money,
                reference=self.intent.reference,
            )
            return mark_safe(epc.svg(told, _("Code that fills in the transfer")))
        except (epc.NotForThisCode, BadIban, BadBic):
            return SafeString("")
