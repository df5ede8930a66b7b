"""The months' books as readers take them away. Sums alone: no name, no mail address, no payment is in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from dateline.lib.money import Money

from .books import Books, Month

SCHEMA = 1  # goes up when a column changes its meaning or goes; new ones may come at the end
BOOK_COLUMNS = ("schema", "month", "currency", "figure", "purpose", "amount", "amount_minor", "digest")


def figures_of(month: Month) -> list[tuple[str, Money]]:
    """Return the figures of a month by the names that docs/giving.md explains."""
    optional = [("goal", month.goal), ("raised_at_close", month.at_close)]
    return [
        ("gifts", month.gifts),
        ("refunds", month.refunds),
        ("disputes", month.disputes),
        ("fees", month.fees),
        ("expenses", month.spent),
        ("rates", month.rates),
        *((f"held_{place}", Money(amount, month.currency)) for place, amount in month.held.items()),
        ("balance", month.balance),
        ("raised", month.raised_money),
        *((name, money) for name, money in optional if money is not None),
    ]


def lines_of(all_books: Iterable[Books]) -> Iterator[dict[str, Any]]:
    """Yield a row a figure, and one for each purpose that money was spent on, the oldest month first."""
    for books in all_books:
        for month in books.months:
            for figure, money in figures_of(month):
                yield _line(month, figure, "", money)
            for purpose, amount in sorted(month.purposes.items()):
                yield _line(month, "expenses_by_purpose", purpose, Money(amount, month.currency))


def told_of(books: Books) -> dict[str, Any]:
    """Return the books of one currency for JSON; amounts are minor units."""
    return {
        "currency": books.currency,
        "months": [
            {
                "month": month.key,
                **{figure: money.amount for figure, money in figures_of(month)},
                "expenses_by_purpose": dict(sorted(month.purposes.items())),
                "digest": month.closing.digest if month.closing else None,
            }
            for month in books.months
        ],
    }


def _line(month: Month, figure: str, purpose: str, money: Money) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "month": month.key,
        "currency": month.currency,
        "figure": figure,
        "purpose": purpose,
        "amount": money.plain,
        "amount_minor": money.amount,
        "digest": month.closing.digest if month.closing and figure == "raised_at_close" else "",
    }
