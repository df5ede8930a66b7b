"""What every reader of a bank's file makes of it: a statement of one account in one currency, and its lines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from dateline.lib.money import Money

from ..sentence import SaidError, Sentence, bank_says

MAX_BYTES = 16 * 1024 * 1024
MAX_LINES = 100_000
MAX_TEXT = 10_000  # characters of one text; SEPA passes on 140, SWIFT some 400


class UnreadableStatement(SaidError):
    """A file that is not what it should be: what was found, and where. The same again does not help."""


@dataclass(frozen=True)
class Line:
    """One movement of an account; ``money`` is negative where it went out. Dates are the bank's own, without a time.

    ``key`` names the movement within its account (keys.py). ``name`` and ``iban`` are the other side's; a number that
    is no IBAN is left out. ``returned``: the bank marks it as an R-transaction (return, reversal, recall).
    """

    key: str
    booked_on: date
    value_on: date
    money: Money
    name: str = ""
    iban: str = ""
    remittance: str = ""
    end_to_end: str = ""
    bank_reference: str = ""
    returned: bool = False

    @property
    def texts(self) -> tuple[str, ...]:
        """What was written by people or banks."""
        return self.name, self.remittance, self.end_to_end, self.bank_reference


@dataclass(frozen=True)
class Statement:
    """Lines of one account in one currency, in the file's order; balances where the file tells them.

    ``account`` is as the file writes it (``iban.is_account`` compares), or nothing. ``remarks`` are sentences for the
    treasurer: what was left out, what does not add up.
    """

    account: str
    currency: str
    opening: Money | None
    closing: Money | None
    lines: tuple[Line, ...]
    remarks: tuple[Sentence, ...] = ()

    @property
    def difference(self) -> Money | None:
        """What closing has beyond opening and all lines, 0 where it adds up; None where a balance is not told."""
        if self.opening is None or self.closing is None:
            return None
        moved = sum(line.money.amount for line in self.lines)
        return Money(self.closing.amount - self.opening.amount - moved, self.currency)


def checked(statement: Statement) -> Statement:
    """Return the statement with a remark where it does not add up. Raises UnreadableStatement if it is too long."""
    if len(statement.lines) > MAX_LINES:
        raise UnreadableStatement("There are more than %(most)s lines. Export a shorter time.", most=MAX_LINES)
    longest = max((len(text) for line in statement.lines for text in line.texts), default=0)
    if longest > MAX_TEXT:
        raise UnreadableStatement("A text in it is longer than %(most)s characters.", most=MAX_TEXT)
    gap = statement.difference
    if gap is None or not gap.amount:
        return statement
    remark = bank_says(
        "It does not add up: from %(opening)s, with all lines, to %(closing)s at the end %(gap)s is missing.",
        opening=statement.opening,
        gap=gap,
        closing=statement.closing,
    )
    return replace(statement, remarks=(*statement.remarks, remark))


def once_each(statements: Iterable[Statement]) -> list[Statement]:
    """Leave out a statement that stands in the same file a second time, word for word."""
    seen: dict[tuple[object, ...], Statement] = {}
    for statement in statements:
        told = (statement.account, statement.currency, statement.opening, statement.closing, statement.lines)
        seen.setdefault(told, statement)
    return list(seen.values())
