"""Amounts as machines write them: one decimal mark, no grouping."""

from __future__ import annotations

import re

from dateline.lib.money import Money, UnknownCurrency, exponent

from .statement import UnreadableStatement


def machine_money(text: str, currency: str, mark: str, line: int) -> Money:
    """Read ``1234.50``, ``1234,5``, ``1234,``: digits, decimals after ``mark``; only zeros may be too many.

    Unsigned. ``line`` is that of the file. Raises UnreadableStatement.
    """
    match = re.fullmatch(rf"(\d{{1,15}})(?:{re.escape(mark)}(\d{{0,10}}))?", text.strip(), re.ASCII)
    if not match:
        raise UnreadableStatement("Line %(line)s: “%(text)s” is not an amount.", line=line, text=text[:40])
    digits = known_exponent(currency, line)
    decimals = (match[2] or "").ljust(digits, "0")
    if decimals[digits:].strip("0"):
        raise UnreadableStatement(
            "Line %(line)s: “%(text)s” has more decimals than %(currency)s.",
            line=line,
            text=text[:40],
            currency=currency,
        )
    return Money(int(match[1] + decimals[:digits]), currency)


def known_exponent(currency: str, line: int) -> int:
    """Return a currency's decimals. Raises UnreadableStatement where we do not know it."""
    try:
        return exponent(currency)
    except UnknownCurrency as error:
        raise UnreadableStatement(
            "Line %(line)s: we know no currency “%(currency)s”.", line=line, currency=currency[:10]
        ) from error
