"""MT940, the customer statement of SWIFT (Standards MT, category 9), as banks send it: with or without the envelope,
one or many messages in a file, statements of several pages. What stands in ``:86:`` is read by mt940_details.py."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from dateline.lib.money import Money

from ..sentence import Sentence, bank_says
from .figures import machine_money
from .mt940_details import read_details
from .statement import MAX_TEXT, Line, Statement, UnreadableStatement

FIELD = re.compile(r":(\d\d[A-Z]?|NS):(.*)", re.S)
ENTRY = re.compile(
    r"(?P<value>\d{6})(?P<entry>\d{4})?(?P<mark>R?[CD]|E[CD])(?P<funds>[A-Z])?(?P<amount>\d[\d,]{0,14})"
    r"(?P<kind>[NFS][A-Z0-9]{3})(?P<own>[^/]*(?:/(?!/)[^/]*)*)(?://(?P<bank>.*))?",
    re.ASCII,
)
BALANCE = re.compile(r"(?P<mark>[CD])(?P<day>\d{6})(?P<currency>[A-Z]{3})(?P<amount>[\d,]{1,15})", re.ASCII)
NOT_TOLD = {"NONREF", "NOTPROVIDED", ""}
OLDEST = 80  # SWIFT's two digits of a year: 80 to 99 are of the last century


@dataclass
class Field:
    """One field of a message: its tag, where it begins, and its lines."""

    tag: str
    line: int
    lines: list[str]


@dataclass
class Message:
    """What has been read of one message."""

    line: int
    account: str = ""
    opening: Money | None = None
    closing: Money | None = None
    first_page: bool = True
    last_page: bool = True
    lines: list[Line] = field(default_factory=list)


def read_mt940(data: bytes) -> list[Statement]:
    """Return a file's statements. Raises UnreadableStatement with the line of what is wrong."""
    text, remarks = _decoded(data)
    messages = [_message(fields) for fields in _messages(_fields(text))]
    if not messages:
        raise UnreadableStatement("This file holds no statement (MT940): no line begins with “:20:”.")
    return [_statement(message, remarks) for message in _joined(messages)]


def _decoded(data: bytes) -> tuple[str, list[Sentence]]:
    """Return the text. SWIFT's own letters are ASCII; of a bank that sends others we know no encoding but UTF-8."""
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        remark = bank_says("Letters with accents may be wrong: the file does not tell its encoding.")
        return data.decode("cp1252", "replace"), [remark]


def _fields(text: str) -> Iterator[Field]:
    """Yield each field with the lines that go on; what stands between messages (envelopes, ``-``) is left out."""
    current: Field | None = None
    for number, raw in enumerate(re.split(r"\r\n|\r|\n", text), 1):
        line = raw.rpartition("{4:")[2] if raw.startswith("{") else raw
        match = FIELD.match(line)
        if match:
            if current:
                yield current
            current = Field(match[1], number, [match[2]])
        elif line.strip() in {"-", "-}"} or raw.startswith("{"):
            if current:
                yield current
            current = None
        elif current:
            current.lines.append(line)
            if len(current.lines) > 100 or len(line) > MAX_TEXT:
                raise UnreadableStatement("Line %(line)s: this field does not end.", line=current.line)
    if current:
        yield current


def _messages(fields: Iterator[Field]) -> Iterator[list[Field]]:
    """Yield the fields of each message; one begins with ``:20:``."""
    message: list[Field] = []
    for found in fields:
        if found.tag == "20":
            if message:
                yield message
            message = [found]
        elif message:
            message.append(found)
        else:
            raise UnreadableStatement(
                "Line %(line)s: “:%(tag)s:” stands before “:20:”.", line=found.line, tag=found.tag
            )
    if message:
        yield message


def _message(fields: list[Field]) -> Message:
    """Read one message: account, opening balance, movements, closing balance."""
    message = Message(fields[0].line)
    details = False
    for found in fields[1:]:
        if found.tag in {"25", "25P"}:
            message.account = re.sub(r"\s", "", found.lines[0])
        elif found.tag in {"60F", "60M"}:
            message.opening, message.first_page = _balance(found), found.tag == "60F"
        elif found.tag in {"62F", "62M"}:
            message.closing, message.last_page = _balance(found), found.tag == "62F"
        elif found.tag == "61":
            message.lines.append(_entry(found, message))
        elif found.tag == "86" and details:
            message.lines[-1] = _with_details(message.lines[-1], found)
        details = found.tag == "61" or (found.tag == "86" and details)
    return message


def _balance(found: Field) -> Money:
    match = BALANCE.fullmatch(found.lines[0].strip())
    if not match:
        raise UnreadableStatement(
            "Line %(line)s: “%(text)s” is not a balance.", line=found.line, text=found.lines[0][:60]
        )
    money = machine_money(match["amount"], match["currency"], ",", found.line)
    return money if match["mark"] == "C" else Money(-money.amount, money.currency)


def _entry(found: Field, message: Message) -> Line:
    """Read ``:61:``: days, direction, amount, references. Raises where it is not one, for no movement may be lost."""
    if message.opening is None:
        raise UnreadableStatement(
            "Line %(line)s: a movement before any opening balance (“:60F:”). Is this an interim report (MT942)?",
            line=found.line,
        )
    match = ENTRY.fullmatch(found.lines[0].rstrip())
    if not match or match["mark"].startswith("E"):
        raise UnreadableStatement(
            "Line %(line)s: “%(text)s” is not a booked movement.", line=found.line, text=found.lines[0][:60]
        )
    money = machine_money(match["amount"], message.opening.currency, ",", found.line)
    value = _day(match["value"], found.line)
    sign = 1 if match["mark"] in {"C", "RD"} else -1  # a debit taken back comes in
    return Line(
        key="",
        booked_on=_booked(match["entry"], value, found.line),
        value_on=value,
        money=Money(sign * money.amount, money.currency),
        remittance=" ".join(filter(None, map(str.strip, found.lines[1:]))),
        end_to_end=_told(match["own"]),
        bank_reference=_told(match["bank"] or ""),
        returned=match["mark"].startswith("R"),
    )


def _with_details(line: Line, found: Field) -> Line:
    """Add what ``:86:`` tells; its end-to-end reference is the payment's own, that of ``:61:`` often not."""
    details = read_details(found.lines)
    return replace(
        line,
        name=details.name or line.name,
        iban=details.iban or line.iban,
        remittance=" ".join(filter(None, [line.remittance, details.remittance])),
        end_to_end=_told(details.end_to_end) or line.end_to_end,
        returned=line.returned or details.returned,
    )


def _told(reference: str) -> str:
    return "" if reference.strip().upper() in NOT_TOLD else reference.strip()


def _day(text: str, line: int) -> date:
    """Read YYMMDD."""
    year = int(text[:2])
    try:
        return date((1900 if year >= OLDEST else 2000) + year, int(text[2:4]), int(text[4:]))
    except ValueError as error:
        raise UnreadableStatement("Line %(line)s: “%(text)s” is not a date.", line=line, text=text) from error


def _booked(text: str | None, value: date, line: int) -> date:
    """Read MMDD; the year, which is not told, is the one that lies nearest to the value date."""
    if not text:
        return value
    days = []
    for year in (value.year - 1, value.year, value.year + 1):
        try:
            days.append(date(year, int(text[:2]), int(text[2:])))
        except ValueError:
            continue  # the 29th of February of another year, or no date at all
    if not days:
        raise UnreadableStatement("Line %(line)s: “%(text)s” is not a day of a year.", line=line, text=text)
    return min(days, key=lambda day: abs(day - value))


def _joined(messages: list[Message]) -> Iterator[Message]:
    """Yield whole statements: a page that ends with an interim balance is followed by the next of its account."""
    open_pages: dict[str, Message] = {}
    for message in messages:
        before = open_pages.pop(message.account, None)
        if before and not message.first_page and before.closing == message.opening:
            before.lines += message.lines
            message.lines = before.lines
            message.opening, message.first_page, message.line = before.opening, before.first_page, before.line
        elif before:
            yield before
        if message.last_page:
            yield message
        else:
            open_pages[message.account] = message
    yield from open_pages.values()


def _statement(message: Message, remarks: list[Sentence]) -> Statement:
    """Make a statement of a message, with a remark where pages are missing."""
    if message.opening is None:
        raise UnreadableStatement("Line %(line)s: this message has no opening balance (“:60F:”).", line=message.line)
    if message.closing and message.closing.currency != message.opening.currency:
        raise UnreadableStatement("Line %(line)s: the two balances are in two currencies.", line=message.line)
    if not message.first_page or not message.last_page:
        remarks = [
            *remarks,
            bank_says("Line %(line)s: pages of this statement are not in the file.", line=message.line),
        ]
    return Statement(
        message.account,
        message.opening.currency,
        message.opening,
        message.closing,
        tuple(message.lines),
        tuple(remarks),
    )
