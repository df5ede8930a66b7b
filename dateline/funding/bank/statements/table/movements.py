"""The rows of a table as lines of statements: who, what, when, and which way the money went."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from dateline.lib.money import EXPONENTS, Money

from ...iban import iban_or_nothing, ibans_in
from ...sentence import Sentence, bank_says
from ..figures import known_exponent
from ..questions import Answers, Candidate, Question, settled
from ..statement import Line, Statement, UnreadableStatement
from .balances import told_balances
from .days import ORDERS, day_reader, first_that_is_none, read_day
from .directions import signed
from .headings import NAMES, WAITING, currency_in, plain
from .layout import Layout, Row, column_of, rows
from .left_out import left_out
from .numbers import mark_of, minor_units
from .texts import text_columns

ONE_COLUMN = tuple(role for role in NAMES if role != "remittance")  # texts may stand in several
MONEY = ("amount", "debit", "credit", "balance")


@dataclass
class Table:
    """A table whose columns are known: ``places`` by role, payers' ``texts``; its movements, and what was left out."""

    layout: Layout
    places: dict[str, int]
    remarks: list[Sentence] = field(default_factory=list)
    entries: list[Row] = field(default_factory=list)
    texts: list[int] = field(default_factory=list)

    def cell(self, row: Row, role: str) -> str:
        """Return what a row has for a role, or nothing."""
        place = self.places.get(role)
        return row[1][place] if place is not None and place < len(row[1]) else ""

    def has_money(self, row: Row) -> bool:
        """Whether a row moves money (a balance alone moves none)."""
        return any(self.cell(row, role) for role in MONEY[:3])


def read_movements(layout: Layout, answers: Answers) -> list[Statement]:
    """Return one statement for each currency. Raises UnreadableStatement and Unsettled."""
    found = {role: column_of(role, layout, answers) for role in ONE_COLUMN}
    table = Table(layout, {role: place for role, place in found.items() if place is not None})
    table.places.setdefault("booked", table.places.get("value", 0))
    _take_rows(table)
    table.texts = text_columns(layout, table.entries, answers)
    to_day = _days(table, answers)
    currencies = [_currency(table, row, answers) for row in table.entries]
    amounts = _amounts(table, currencies, answers)
    by_currency: dict[str, list[tuple[Line, int | None]]] = defaultdict(list)
    for row, currency, (amount, balance) in zip(table.entries, currencies, amounts, strict=True):
        by_currency[currency].append((_line(table, row, Money(amount, currency), to_day), balance))
    account = _account(table)
    return [_statement(account, currency, told, table.remarks) for currency, told in by_currency.items()]


def _take_rows(table: Table) -> None:
    """Sort rows into movements, what waits to be booked, and what is neither. None with an amount gets lost unsaid."""
    waiting, other = 0, []
    for row in rows(table.layout.text, table.layout.separator):
        if row[0] <= table.layout.line:
            continue
        if WAITING.search(table.cell(row, "status").casefold()):
            waiting += 1
        elif table.has_money(row) and _is_day(table.cell(row, "booked")):
            table.entries.append(_whole(table, row))
        else:
            other.append(row)
    if not table.entries:
        raise UnreadableStatement("There is no movement below the headings in line %(line)s.", line=table.layout.line)
    last = table.entries[-1][0]
    for row in other:
        if row[0] < last and table.has_money(row):
            raise UnreadableStatement(
                "Line %(line)s: an amount without a date: “%(text)s”.",
                line=row[0],
                text=table.cell(row, "booked")[:40],
            )
    table.remarks += left_out([(row, table.cell(row, "booked"), table.has_money(row)) for row in other])
    if waiting:
        table.remarks.append(bank_says("Entries that are not booked yet were left out: %(count)s.", count=waiting))


def _is_day(cell: str) -> bool:
    return any(read_day(cell, order) for order in ORDERS)


def _whole(table: Table, row: Row) -> Row:
    """Return the row if it has no more cells than there are headings: else its columns may have moved."""
    if any(row[1][len(table.layout.headings) :]):
        raise UnreadableStatement(
            "Line %(line)s has more columns than there are headings: is a text with “%(separator)s” not in quotes?",
            line=row[0],
            separator=table.layout.separator,
        )
    return row


def _days(table: Table, answers: Answers) -> Callable[[Row, str], date]:
    """Return what reads a row's day of booking or value. Raises UnreadableStatement and Unsettled."""
    cells = [(row[0], table.cell(row, role)) for row in table.entries for role in ("booked", "value")]
    told = [(line, cell) for line, cell in cells if cell]
    reader = day_reader([cell for _line, cell in told], answers)
    days = {cell: day for _line, cell in told if (day := reader(cell))}
    if any(cell not in days for _line, cell in told):
        raise first_that_is_none(told)
    return lambda row, role: days[table.cell(row, role) or table.cell(row, "booked")]


def _currency(table: Table, row: Row, answers: Answers) -> str:
    """Return a row's currency: of its column, of the amount itself, of the heading, or as answered."""
    told = table.cell(row, "currency").upper()
    if told:
        told = told if told in EXPONENTS else currency_in(told) or told
        known_exponent(told, row[0])
        return told
    places = [table.places[role] for role in MONEY if role in table.places]
    cells = [row[1][place] for place in places if place < len(row[1])]
    named = [currency_in(text) for text in [*cells, *(table.layout.headings[place] for place in places)]]
    if any(named):
        return next(filter(None, named))
    candidates = tuple(Candidate(code) for code in sorted(EXPONENTS))
    return settled(Question("currency", bank_says("Which currency are the amounts in?"), candidates), answers)


def _amounts(table: Table, currencies: Sequence[str], answers: Answers) -> list[tuple[int, int | None]]:
    """Return each row's signed amount and the balance beside it, in minor units."""
    told = [
        (table.cell(row, role), currency)
        for row, currency in zip(table.entries, currencies, strict=True)
        for role in MONEY
    ]
    mark = mark_of(told, answers)
    if mark is None:
        raise _not_an_amount(table, currencies)
    read = [
        {role: minor_units(table.cell(row, role), currency, mark) for role in MONEY if table.cell(row, role)}
        for row, currency in zip(table.entries, currencies, strict=True)
    ]
    movements = signed(table.entries, read, _direction_words(table), "direction" in table.places)
    return [(amount, row.get("balance")) for amount, row in zip(movements, read, strict=True)]


def _direction_words(table: Table) -> list[list[str]]:
    """Return, for each column that may say so, what every row says: the one called so, or else all unknown ones."""
    if "direction" in table.places:
        return [[plain(table.cell(row, "direction")) for row in table.entries]]
    unknown = [place for place, roles in enumerate(table.layout.known) if not roles]
    return [[plain(row[1][place]) if place < len(row[1]) else "" for row in table.entries] for place in unknown]


def _not_an_amount(table: Table, currencies: Sequence[str]) -> UnreadableStatement:
    """Say which cell is an amount with neither decimal mark, or that they disagree."""
    for row, currency in zip(table.entries, currencies, strict=True):
        for role in MONEY:
            cell = table.cell(row, role)
            if cell and minor_units(cell, currency, ".") is None and minor_units(cell, currency, ",") is None:
                return UnreadableStatement(
                    "Line %(line)s: “%(text)s” is not an amount in %(currency)s.",
                    line=row[0],
                    text=cell[:40],
                    currency=currency,
                )
    return UnreadableStatement("The amounts are written with more than one decimal mark.")


def _line(table: Table, row: Row, money: Money, to_day: Callable[[Row, str], date]) -> Line:
    """Make a row's line. Of payer and payee, the other side is who is not us."""
    other = table.cell(row, "payer" if money.amount >= 0 else "payee")
    texts = (row[1][place] for place in table.texts if place < len(row[1]))
    return Line(
        key="",
        booked_on=to_day(row, "booked"),
        value_on=to_day(row, "value"),
        money=money,
        name=other or table.cell(row, "name"),
        iban=iban_or_nothing(table.cell(row, "iban")),
        remittance=" ".join(" ".join(texts).split()),
        end_to_end=_told(table.cell(row, "end_to_end")),
        bank_reference=_told(table.cell(row, "bank_reference")),
    )


def _told(reference: str) -> str:
    return "" if reference.upper() in {"NOTPROVIDED", "NONREF"} else reference


def _account(table: Table) -> str:
    """Return the account that all rows name, or the only IBAN above the headings, or nothing."""
    told = {table.cell(row, "account").replace(" ", "") for row in table.entries}
    if "account" in table.places:
        return told.pop() if len(told) == 1 else ""
    above = " ".join(cell for line, cells in _above(table.layout) for cell in cells)
    ibans = ibans_in(above)
    return ibans.pop() if len(ibans) == 1 else ""


def _above(layout: Layout) -> list[Row]:
    above = []
    for row in rows(layout.text, layout.separator):
        if row[0] >= layout.line:
            break
        above.append(row)
    return above


def _statement(account: str, currency: str, told: list[tuple[Line, int | None]], remarks: list[Sentence]) -> Statement:
    """Make a currency's statement, with the balances that stand beside its lines."""
    lines = tuple(line for line, _balance in told)
    opening, closing, doubts = told_balances([(line.money.amount, balance) for line, balance in told])
    return Statement(
        account,
        currency,
        None if opening is None else Money(opening, currency),
        None if closing is None else Money(closing, currency),
        lines,
        (*remarks, *doubts),
    )
