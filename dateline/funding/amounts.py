"""Amounts as people type them into our forms: read, kept within bounds, and asked about where they are doubtful."""

from __future__ import annotations

import re

from django import forms
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from dateline.lib.money import BadAmount, Money, decimal_mark, exponent, parse_money

from .asking import least, most

UNREADABLE = gettext_lazy("Write an amount, such as 10 or 10.50.")
THREE_BEHIND_A_MARK = re.compile(r"^\D*\d{1,3}([.,])\d{3}\D*$")


def read_amount(typed: str, currency: str) -> Money:
    """Return what was typed, if we take as much and as little; raises ValidationError with a sentence for the giver."""
    ask_if_doubtful(typed, currency)
    try:
        return bounded(parse_money(typed, currency))
    except BadAmount:
        raise forms.ValidationError(UNREADABLE) from None


def ask_if_doubtful(typed: str, currency: str) -> None:
    """Refuse ``1.500`` where the page's language writes its decimals with that mark: nobody gives a thousandfold by it.

    In German it is fifteen hundred, and nobody is asked; in a currency without decimals it can be nothing else.
    """
    found = THREE_BEHIND_A_MARK.match(typed.strip())
    if not found or not exponent(currency) or found[1] != decimal_mark(get_language() or "en"):
        return
    thousands = parse_money(typed.strip().replace(found[1], ""), currency)
    words = _(
        "Do you mean %(amount)s? Then write it without the mark, as %(plain)s. Decimals are two digits, as in 1.50."
    )
    raise forms.ValidationError(
        words, params={"amount": thousands.text(get_language() or "en"), "plain": thousands.plain}
    )


def bounded(money: Money) -> Money:
    """Return ``money`` if we take as much and as little; raises ValidationError."""
    low, high = least(money.currency), most(money.currency)
    if money < low:
        raise forms.ValidationError(
            _("The smallest gift is %(low)s: less would be eaten by fees."), params={"low": low}
        )
    if high < money:
        raise forms.ValidationError(_("For more than %(high)s please write to us first."), params={"high": high})
    return money
