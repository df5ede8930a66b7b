"""Which way the money of a row went: by its sign, by its column, or by a word beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NoReturn

from ..statement import UnreadableStatement
from .headings import COMES_IN, GOES_OUT
from .layout import Row

Amounts = Mapping[str, int | None]


def signed(rows: Sequence[Row], read: Sequence[Amounts], words: Sequence[Sequence[str]], sure: bool) -> list[int]:
    """Return each row's amount, negative where it went out. Raises UnreadableStatement where that is unclear.

    ``words`` holds, column by column, what may say the direction; ``sure``: the only column is called so. Amounts with
    a minus need no word.
    """
    if any("amount" in row for row in read):
        amounts = [_amount(row, told) for row, told in zip(rows, read, strict=True)]
        column = next((told for told in words if all(word in GOES_OUT | COMES_IN for word in told)), None)
        if any(amount < 0 for amount in amounts):
            return amounts
        if column is None:
            return amounts if not sure else _unclear(rows, words[0])
        return [-amount if word in GOES_OUT else amount for amount, word in zip(amounts, column, strict=True)]
    return [_of_two(row, told) for row, told in zip(rows, read, strict=True)]


def _unclear(rows: Sequence[Row], words: Sequence[str]) -> NoReturn:
    row, word = next((row, word) for row, word in zip(rows, words, strict=True) if word not in GOES_OUT | COMES_IN)
    raise UnreadableStatement(
        "Line %(line)s: “%(word)s” does not say whether money came or went.", line=row[0], word=word[:40]
    )


def _amount(row: Row, told: Amounts) -> int:
    amount = told.get("amount")
    if amount is None:
        raise UnreadableStatement("Line %(line)s: there is no amount.", line=row[0])
    return amount


def _of_two(row: Row, told: Amounts) -> int:
    """Return what stands in the debit or in the credit column; debits may have a minus of their own."""
    debit, credit = told.get("debit") or 0, told.get("credit") or 0
    if debit and credit:
        raise UnreadableStatement("Line %(line)s: an amount both in and out.", line=row[0])
    return -abs(debit) if debit else credit
