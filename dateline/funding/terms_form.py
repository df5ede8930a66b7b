"""The form of the ways to give, in which fees stand as a provider's price list has them."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from dateline.lib.money import Money
from dateline.people.models import Newsroom

from .fields import MoneyField, PerCentField, per_cent

MOST = 20  # per cent; no provider keeps as much


class TermsForm(WagtailAdminModelForm):
    """Fees are written in per cent and in the newsroom's currency, and kept as whole numbers."""

    fee_share = PerCentField(
        label=_("Fee, in per cent"),
        most=MOST,
        help_text=_("Such as 2.9. What your provider keeps of a gift; its price list says."),
    )
    fee_each = MoneyField(
        label=_("Fee for each gift"),
        may_be_nothing=True,
        help_text=_("Such as 0.30, beside the share; in the newsroom’s currency."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        currency = Newsroom.load().currency
        self.fields["fee_share"].initial = per_cent(self.instance.fee_basis_points)
        self.fields["fee_each"].initial = Money(self.instance.fee_fixed, currency).plain
        self.fields["fee_each"].currency = currency
        self.fields["fee_each"].label = _("Fee for each gift, in %(currency)s") % {"currency": currency}

    def clean(self) -> dict[str, Any]:
        """Settle both on the row."""
        data: dict[str, Any] = super().clean()
        if "fee_share" in data:
            self.instance.fee_basis_points = data["fee_share"]
        if "fee_each" in data:
            self.instance.fee_fixed = data["fee_each"].amount
        return data
