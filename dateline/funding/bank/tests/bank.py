"""A bank of our own: writes the same movements as CAMT.053, MT940 and CSV, so that readers can be held against it."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date
from xml.sax.saxutils import escape

from hypothesis import strategies as st

from dateline.funding.bank.reference import written
from dateline.funding.bank.statements.statement import Line, Statement
from dateline.lib.money import Money

IBAN = "DE02120300000000202051"
DEES = "AT483200000012345864"
SPACE = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.{version:02d}"


def line(cents: int = 2500, day: int = 2, reference: str = "B0302", **told: object) -> Line:
    """A gift of Dee's, with changes."""
    booked = date(2026, 3, day)
    wanted = {"name": "Dee Donor", "iban": DEES, "remittance": "RF58 K7M2 P4T8", "end_to_end": "E2E7"} | told
    return Line("", booked, booked, Money(cents, "EUR"), bank_reference=reference, **wanted)  # type: ignore[arg-type]


def statement(*lines: Line, opening: int = 100_000) -> Statement:
    """A statement that adds up."""
    closing = opening + sum(told.money.amount for told in lines)
    return Statement(IBAN, "EUR", Money(opening, "EUR"), Money(closing, "EUR"), lines)


def plain(money: Money, mark: str = ".") -> str:
    """An unsigned amount with two decimals."""
    return f"{abs(money.amount) // 100}{mark}{abs(money.amount) % 100:02d}"


def amount(money: Money) -> str:
    """An amount with its side, as CAMT has it."""
    side = "DBIT" if money.amount < 0 else "CRDT"
    return f'<Amt Ccy="{money.currency}">{plain(money)}</Amt><CdtDbtInd>{side}</CdtDbtInd>'


def transaction(told: Line, version: int, extra: str = "") -> str:
    """The details of one payment."""
    side = "Dbtr" if told.money.amount >= 0 else "Cdtr"
    name = f"<Nm>{escape(told.name)}</Nm>"
    name = f"<Pty>{name}</Pty>" if version >= 8 else name
    account = f"<{side}Acct><Id><IBAN>{told.iban}</IBAN></Id></{side}Acct>" if told.iban else ""
    return (
        f"<TxDtls><Refs><EndToEndId>{escape(told.end_to_end or 'NOTPROVIDED')}</EndToEndId></Refs>{extra}"
        f"<RltdPties><{side}>{name}</{side}>{account}</RltdPties>"
        f"<RmtInf><Ustrd>{escape(told.remittance)}</Ustrd></RmtInf></TxDtls>"
    )


def entry(told: Line, version: int, details: str | None = None, extra: str = "") -> str:
    """One booked entry."""
    status = "<Sts><Cd>BOOK</Cd></Sts>" if version >= 8 else "<Sts>BOOK</Sts>"
    reference = f"<AcctSvcrRef>{escape(told.bank_reference)}</AcctSvcrRef>" if told.bank_reference else ""
    return (
        f"<Ntry>{amount(told.money)}{extra}{status}<BookgDt><Dt>{told.booked_on}</Dt></BookgDt>"
        f"<ValDt><Dt>{told.value_on}</Dt></ValDt>{reference}"
        f"<NtryDtls>{transaction(told, version) if details is None else details}</NtryDtls></Ntry>\n"
    )


def balance(code: str, money: Money) -> str:
    """One balance."""
    return f"<Bal><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp>{amount(money)}<Dt><Dt>2026-03-02</Dt></Dt></Bal>\n"


def camt(told: Statement, version: int = 8, entries: str | None = None, head: str = "") -> bytes:
    """A CAMT.053 message with one statement."""
    assert told.opening is not None
    assert told.closing is not None
    inside = "".join(entry(each, version) for each in told.lines) if entries is None else entries
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n{head}<Document xmlns="{SPACE.format(version=version)}">'
        f"<BkToCstmrStmt><GrpHdr><MsgId>M1</MsgId></GrpHdr>\n<Stmt><Id>S1</Id>"
        f"<Acct><Id><IBAN>{told.account}</IBAN></Id><Ccy>{told.currency}</Ccy></Acct>\n"
        f"{balance('OPBD', told.opening)}{balance('CLBD', told.closing)}{inside}</Stmt></BkToCstmrStmt></Document>"
    ).encode()


def subfields(told: Line) -> str:
    """What German banks write into ``:86:``."""
    purpose = f"EREF+{told.end_to_end or 'NOTPROVIDED'}".ljust(27) + f"SVWZ+{told.remittance}"
    parts = [f"?{20 + place}{purpose[place * 27 : place * 27 + 27]}" for place in range(-(-len(purpose) // 27))]
    return "\n".join(
        ["166?00GUTSCHRIFT?109310" + "".join(parts[:1]), *parts[1:], f"?30BYLADEM1?31{told.iban}?32{told.name[:27]}"]
    )


def mt940(told: Statement, details: Sequence[str] | None = None) -> bytes:
    """An MT940 message with one statement."""
    assert told.opening is not None
    assert told.closing is not None
    fields = [":20:STARTUMS", f":25:{told.account}", ":28C:42/1", f":60F:{swift_balance(told.opening)}"]
    for place, each in enumerate(told.lines):
        side = "D" if each.money.amount < 0 else "C"
        reference = f"//{each.bank_reference}" if each.bank_reference else ""
        day = f"{each.value_on:%y%m%d}{each.booked_on:%m%d}"
        fields.append(f":61:{day}{side}R{plain(each.money, ',')}NTRF{each.end_to_end or 'NONREF'}{reference}")
        fields.append(f":86:{details[place] if details else subfields(each)}")
    return "\r\n".join([*fields, f":62F:{swift_balance(told.closing)}", "-", ""]).encode()


def swift_balance(money: Money) -> str:
    """A balance as SWIFT writes it."""
    return f"{'D' if money.amount < 0 else 'C'}260302{money.currency}{plain(money, ',')}"


def table(told: Statement, separator: str = ";", mark: str = ",", order: str = "%d.%m.%Y") -> bytes:
    """The same as CSV with German headings and the balance beside each line."""
    assert told.opening is not None
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator)
    writer.writerow(["Auftragskonto", "Buchungstag", "Valuta", "Name", "IBAN", "Verwendungszweck", "Kundenreferenz",
                     "Bankreferenz", "Betrag", "Währung", "Saldo"])  # fmt: skip
    after = told.opening
    for each in told.lines:
        after = after + each.money
        cells = [told.account, each.booked_on.strftime(order), each.value_on.strftime(order), each.name, each.iban,
                 each.remittance, each.end_to_end, each.bank_reference, signed(each.money, mark), "EUR",
                 signed(after, mark)]  # fmt: skip
        writer.writerow(cells)
    return out.getvalue().encode()


def signed(money: Money, mark: str) -> str:
    """An amount with its sign."""
    return ("-" if money.amount < 0 else "") + plain(money, mark)


words = st.text("ABCDEFGHKMPRTabcdehkmnt2345678äß ", min_size=1, max_size=20).map(lambda text: " ".join(text.split()))
names = words.filter(bool)
cents = st.integers(-1_000_000, 1_000_000).filter(bool)
ascii_words = st.text("ABCDEFGHKMPRTabcdehkmnt2345678", min_size=1, max_size=12)


@st.composite
def statements(draw: st.DrawFn) -> Statement:
    """Statements that add up, of a March; some lines have a bank's reference, and some are alike."""
    told = [
        line(
            draw(cents),
            draw(st.integers(1, 28)),
            draw(st.sampled_from(["", "B1", "B2", "B3"])),
            name=draw(names),
            remittance=draw(ascii_words),
            end_to_end=draw(st.sampled_from(["", "E2E7"])),
        )
        for _ in range(draw(st.integers(1, 6)))
    ]
    told += told[: draw(st.integers(0, 2))]
    return statement(*told, opening=draw(st.integers(0, 10**9)))


def written_account() -> str:
    """The newsroom's account as people write it."""
    return written(IBAN)
