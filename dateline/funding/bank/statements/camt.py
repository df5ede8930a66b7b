"""CAMT.053, the statement of ISO 20022, versions .02 to .13, by the message definitions' own names.

Only booked entries count. A collective entry (``NtryDtls`` with several ``TxDtls``) becomes one line for each
transaction where their amounts are told and add up to the entry, and stays one line where not.
"""

from __future__ import annotations

import re
from datetime import date

from dateline.lib.money import Money

from ..iban import iban_or_nothing
from ..sentence import Sentence, bank_says
from .elements import Element, Reader
from .figures import machine_money
from .statement import MAX_TEXT, Line, Statement, UnreadableStatement

VERSIONS = range(2, 14)
MESSAGE = re.compile(r"camt\.053\.\d{3}\.(\d\d)(?:\D|$)")
OTHERS = {
    "camt.052": bank_says("an interim report"),
    "camt.054": bank_says("a notification"),
    "pain.": bank_says("an order"),
    "pacs.": bank_says("a payment between banks"),
}
# External bank transaction codes, sub-family: reversal for a return, a recall, an unpaid or reversed debit, a cheque.
RETURNS = {"RRTN", "RPCR", "UPDD", "PRDD", "UPCQ"}
NOT_TOLD = {"NOTPROVIDED", "NONREF", "NOTAVAILABLE"}


def read_camt(data: bytes) -> list[Statement]:
    """Return a file's statements. Raises UnreadableStatement with the line of what is wrong."""
    document = _Document()
    Reader("Stmt", document.take, document.enter).read(data)
    if not document.statements:
        raise UnreadableStatement("This XML file holds no statement (CAMT.053): there is no element “Stmt” in it.")
    return document.statements


class _Document:
    """What has been read of a file: its finished statements, and the one that goes on."""

    def __init__(self) -> None:
        self.statements: list[Statement] = []
        self.begin()

    def begin(self) -> None:
        self.account, self.currency = "", ""
        self.balances: dict[str, Money] = {}
        self.lines: list[Line] = []
        self.remarks: list[Sentence] = []
        self.waiting = 0

    def enter(self, element: Element) -> None:
        """Look at the message's name as soon as it is there: what follows is money."""
        if element.name == "Document":
            _check_version(element)
        if element.name == "Stmt":
            _check_version(element)
            self.begin()

    def take(self, part: Element) -> None:
        """Take a part of a statement, or its end."""
        if part.name == "Acct":
            self.account = re.sub(r"\s", "", part.text("Id/IBAN", "Id/Othr/Id"))
            self.currency = part.text("Ccy")
        elif part.name == "Bal":
            self.take_balance(part)
        elif part.name == "Ntry":
            self.take_entry(part)
        elif part.name == "Stmt":
            self.finish(part)

    def take_balance(self, part: Element) -> None:
        money = _signed(part)
        self.balances.setdefault(part.text("Tp/CdOrPrtry/Cd"), money)
        self.hold_currency(money, part)

    def hold_currency(self, money: Money, part: Element) -> None:
        """An account has one currency; where it is not told, the first amount tells."""
        self.currency = self.currency or money.currency
        if money.currency != self.currency:
            raise UnreadableStatement(
                "Line %(line)s: an amount in %(other)s on an account in %(currency)s.",
                line=part.line,
                other=money.currency,
                currency=self.currency,
            )

    def take_entry(self, entry: Element) -> None:
        if entry.text("Sts/Cd", "Sts") not in {"BOOK", ""}:
            self.waiting += 1
            return
        lines, whole = _lines(entry)
        self.hold_currency(lines[0].money, entry)
        self.lines += lines
        if not whole:
            self.remarks.append(
                bank_says(
                    "Line %(line)s: several payments in one amount, which could not be told apart.", line=entry.line
                )
            )

    def finish(self, part: Element) -> None:
        if not self.currency:
            raise UnreadableStatement("Line %(line)s: this statement tells no currency.", line=part.line)
        if self.waiting:
            self.remarks.append(
                bank_says("Entries that are not booked yet were left out: %(count)s.", count=self.waiting)
            )
        opening, closing = self.balances.get("OPBD", self.balances.get("PRCD")), self.balances.get("CLBD")
        self.statements.append(
            Statement(self.account, self.currency, opening, closing, tuple(self.lines), tuple(self.remarks))
        )


def _check_version(element: Element) -> None:
    """Refuse other messages and versions that we have not seen, by the namespace."""
    told = element.namespace
    match = MESSAGE.search(told)
    if match and int(match[1]) in VERSIONS:
        return
    if match:
        raise UnreadableStatement("This is CAMT.053 in version %(version)s; we read 02 to 13.", version=match[1])
    other = next((what for name, what in OTHERS.items() if name in told), bank_says("something else"))
    raise UnreadableStatement(
        "This XML file is %(what)s (“%(namespace)s”), not a statement. Ask the bank for CAMT.053.",
        what=other,
        namespace=told[-60:],
    )


def _lines(entry: Element) -> tuple[list[Line], bool]:
    """Return an entry's lines, and whether each is one payment."""
    money = _signed(entry)
    details = list(entry.all("NtryDtls/TxDtls"))
    if len(details) < 2:
        batch = entry.text("NtryDtls/Btch/NbOfTxs")
        return [_line(entry, details, money)], batch in {"", "0", "1"} or bool(details)
    amounts = [_detail_money(detail, entry, money.currency) for detail in details]
    told = [amount for amount in amounts if amount is not None]
    if len(told) == len(details) and sum(amount.amount for amount in told) == money.amount:
        return [_line(entry, [detail], amount) for detail, amount in zip(details, told, strict=True)], True
    return [_line(entry, details, money)], False


def _detail_money(detail: Element, entry: Element, currency: str) -> Money | None:
    """Return what one transaction of several moved, in the account's currency, where that is told."""
    amount = detail.first("Amt", "AmtDtls/TxAmt/Amt")
    if amount is None or amount.attributes.get("Ccy") != currency:
        return None
    return _with_sign(amount, detail.text("CdtDbtInd") or entry.text("CdtDbtInd"))


def _line(entry: Element, details: list[Element], money: Money) -> Line:
    """Make a line of an entry and those of its transactions that belong to it."""
    booked = _day(entry, "BookgDt") or _day(entry, "ValDt")
    if booked is None:
        raise UnreadableStatement("Line %(line)s: this entry has no day of booking.", line=entry.line)
    one = details[0] if len(details) == 1 else Element("", "", 0)
    side = "Dbtr" if money.amount >= 0 else "Cdtr"
    people = (f"{side}/Nm", f"{side}/Pty/Nm", f"Ultmt{side}/Nm", f"Ultmt{side}/Pty/Nm")
    return Line(
        key="",
        booked_on=booked,
        value_on=_day(entry, "ValDt") or booked,
        money=money,
        name=one.text(*(f"RltdPties/{who}" for who in people)),
        iban=iban_or_nothing(one.text(f"RltdPties/{side}Acct/Id/IBAN")),
        remittance=_remittance(entry, details),
        end_to_end=_told(one.text("Refs/EndToEndId")),
        bank_reference=_bank_reference(entry, one),
        returned=_is_returned(entry, details),
    )


def _bank_reference(entry: Element, one: Element) -> str:
    """Return the entry's reference, which MT940 has too; of one transaction among several, its own first."""
    references = [_told(entry.text("AcctSvcrRef")), _told(one.text("Refs/AcctSvcrRef"))]
    if len(list(entry.all("NtryDtls/TxDtls"))) > 1:
        references.reverse()
    return references[0] or references[1]


def _remittance(entry: Element, details: list[Element]) -> str:
    """Return free and structured remittance, or what the bank wrote instead; of a collective entry the first of it."""
    paths = ("RmtInf/Ustrd", "RmtInf/Strd/CdtrRefInf/Ref", "RmtInf/Strd/AddtlRmtInf")
    words = [found.words for detail in details for path in paths for found in detail.all(path)]
    words = words or [detail.text("AddtlTxInf") for detail in details]
    return " ".join(filter(None, words))[:MAX_TEXT] or entry.text("AddtlNtryInf")


def _is_returned(entry: Element, details: list[Element]) -> bool:
    codes = {element.text("BkTxCd/Domn/Fmly/SubFmlyCd") for element in (entry, *details)}
    marked = entry.text("RvslInd") in {"true", "1"} or any(detail.first("RtrInf") for detail in details)
    return marked or bool(codes & RETURNS)


def _told(reference: str) -> str:
    return "" if reference.upper() in NOT_TOLD else reference


def _day(element: Element, name: str) -> date | None:
    """Return a date; of a moment, the day that is written there. A time zone behind a date is not looked at."""
    text = element.text(f"{name}/Dt", f"{name}/DtTm")
    if not text:
        return None
    try:
        return date.fromisoformat(text[:10])
    except ValueError as error:
        raise UnreadableStatement(
            "Line %(line)s: “%(text)s” is not a date.", line=element.line, text=text[:40]
        ) from error


def _signed(element: Element) -> Money:
    """Return an element's amount; what was debited is negative."""
    amount = element.first("Amt")
    if amount is None:
        raise UnreadableStatement("Line %(line)s: there is no amount.", line=element.line)
    return _with_sign(amount, element.text("CdtDbtInd"))


def _with_sign(amount: Element, side: str) -> Money:
    money = machine_money(amount.words, amount.attributes.get("Ccy", ""), ".", amount.line)
    if side not in {"CRDT", "DBIT"}:
        raise UnreadableStatement("Line %(line)s: this amount is neither credit nor debit.", line=amount.line)
    return money if side == "CRDT" else Money(-money.amount, money.currency)
