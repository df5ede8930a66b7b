"""PayPal's amounts: decimal text and a code, for a fixed list of currencies.

From PayPal's reference of currency codes. Forint, yen and the New Taiwan dollar are taken without decimals, though
forint and dollar have them by ISO 4217. BRL, CNY and MYR are for accounts of their own countries; PayPal itself refuses
others. What is not listed is refused before PayPal is asked.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from dateline.funding.providers.interface import ProviderRefused
from dateline.lib.money import EXPONENTS, Money, exponent

CODES = "AUD BRL CAD CHF CNY CZK DKK EUR GBP HKD HUF ILS JPY MXN MYR NOK NZD PHP PLN SEK SGD THB TWD USD"
SUPPORTED = frozenset(CODES.split())
WITHOUT_DECIMALS = frozenset({"HUF", "JPY", "TWD"})


class NotCounted(ProviderRefused):
    """An amount or a currency that cannot be said to PayPal, or was said by it. Another amount or currency can."""


def to_paypal(money: Money) -> dict[str, str]:
    """Return the amount as the API takes it. Raises NotCounted."""
    if money.currency not in SUPPORTED:
        raise NotCounted(f"PayPal takes no {money.currency}.")
    digits = exponent(money.currency)
    units, rest = divmod(money.amount, 10**digits)
    if money.currency in WITHOUT_DECIMALS:
        if rest:
            raise NotCounted(f"PayPal takes {money.currency} in whole units only.")
        return {"currency_code": money.currency, "value": str(units)}
    return {"currency_code": money.currency, "value": f"{units}.{rest:0{digits}d}"}


def from_paypal(said: Mapping[str, Any]) -> Money:
    """Return what the API said. Raises NotCounted where it is no amount or has more digits than the currency.

    Any currency is read whose minor unit is known: a balance may hold what no gift is taken in.
    """
    code = str(said.get("currency_code") or said.get("currency") or "")
    if code not in EXPONENTS:
        raise NotCounted(f"PayPal said {code!r}, which we do not know how to divide.")
    try:
        minor = Decimal(str(said.get("value", said.get("total")))).scaleb(exponent(code))
        whole = int(minor)
    except (InvalidOperation, OverflowError, ValueError) as error:
        raise NotCounted(f"PayPal said {dict(said)!r}, which is no amount.") from error
    if whole != minor:
        raise NotCounted(f"PayPal said {dict(said)!r}, which has more digits than the currency.")
    return Money(whole, code)


def part_of(whole: Money, part: int, of: int) -> Money:
    """Return ``part`` of ``of`` parts of ``whole``, rounded to the minor unit, away from nothing at the half."""
    exact = Decimal(whole.amount) * part / of
    return Money(int(exact.to_integral_value(rounding="ROUND_HALF_UP")), whole.currency)
