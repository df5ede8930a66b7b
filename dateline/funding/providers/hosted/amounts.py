"""Stripe's amounts: the smallest unit of a currency, but not in every currency the one that ISO 4217 names.

From Stripe's list of supported currencies (zero-decimal, three-decimal and special cases): ISK and UGX have no minor
unit and are sent as if they had hundredths; what has thousandths must end in a nought. A currency that is not listed
here is refused rather than guessed.
"""

from __future__ import annotations

from dateline.lib.money import EXPONENTS, Money

AS_HUNDREDTHS = frozenset({"ISK", "UGX"})
ROUNDED_TO_TENS = frozenset({"BHD", "JOD", "KWD", "OMR", "TND"})
UNKNOWN_THERE = frozenset({"CUP", "IRR", "IQD", "LYD", "KPW", "SDG", "SYP"})
SUPPORTED = frozenset(EXPONENTS) - UNKNOWN_THERE


class NotCounted(ValueError):
    """An amount or a currency that cannot be said to the provider. Another amount or currency can."""


def to_stripe(money: Money) -> tuple[int, str]:
    """Return (amount, currency) as the API takes them. Raises NotCounted."""
    if money.currency not in SUPPORTED:
        raise NotCounted(f"Stripe takes no {money.currency}.")
    if money.currency in AS_HUNDREDTHS:
        return money.amount * 100, money.currency.lower()
    if money.currency in ROUNDED_TO_TENS and money.amount % 10:
        raise NotCounted(f"Stripe takes {money.currency} to the hundredth only.")
    return money.amount, money.currency.lower()


def from_stripe(amount: int, currency: str) -> Money:
    """Return what the API said. Raises NotCounted where it has more digits than the currency."""
    code = currency.upper()
    if code not in SUPPORTED:
        raise NotCounted(f"Stripe said {code}, which we do not know how to divide.")
    if code in AS_HUNDREDTHS:
        if amount % 100:
            raise NotCounted(f"Stripe said {amount} hundredths of {code}, which has none.")
        return Money(amount // 100, code)
    return Money(amount, code)
