"""Fields in which amounts and shares are written as people write them, and kept as whole numbers."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from dateline.lib.money import BadAmount, parse_money

SHARE = re.compile(r"(\d{1,3})(?:[.,٫](\d{1,2}))?\s*%?")


class MoneyField(forms.CharField):
    """An amount as one types it. Its form says in which currency, for a bare number is no money."""

    def __init__(self, *, may_be_nothing: bool = False, **kwargs: Any) -> None:
        super().__init__(max_length=30, **kwargs)
        self.widget.attrs |= {"inputmode": "decimal", "autocomplete": "off"}
        self.currency = ""
        self.may_be_nothing = may_be_nothing

    def clean(self, value: Any) -> Any:
        """Return Money; raise ValidationError for what is not more than nothing, unless that may be."""
        text = super().clean(value)
        if not text:
            return None
        try:
            money = parse_money(text, self.currency)
        except BadAmount as error:
            raise ValidationError(_("Write an amount, such as 10 or 10.50.")) from error
        if money.amount <= 0 and not self.may_be_nothing:
            raise ValidationError(_("Write more than nothing."))
        return money


class PerCentField(forms.CharField):
    """A share as one types it (2.9, 2,9 %, ٢٫٩), kept as hundredths of a per cent; ``most`` is in per cent."""

    def __init__(self, *, most: int, **kwargs: Any) -> None:
        super().__init__(max_length=10, **kwargs)
        self.widget.attrs |= {"inputmode": "decimal", "autocomplete": "off"}
        self.most = most

    def clean(self, value: Any) -> int:
        """Return hundredths of a per cent; raise ValidationError for what is no share, or is too large."""
        match = SHARE.fullmatch(super().clean(value))
        if not match:
            raise ValidationError(_("Write per cent with two decimals at most, such as 2.9."))
        share = int(match[1]) * 100 + int((match[2] or "").ljust(2, "0"))
        if share > self.most * 100:
            raise ValidationError(_("Write %(most)s per cent at most."), params={"most": self.most})
        return share


def per_cent(share: int) -> str:
    """Write hundredths of a per cent as per cent: 290 is ``2.9``."""
    whole, rest = divmod(share, 100)
    return f"{whole}.{rest:02}".rstrip("0").rstrip(".")
