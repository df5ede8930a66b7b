"""CAMT.053 is read in every version, whole entries and collective ones; nothing in it can do harm."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.funding.bank.statements import read_statements
from dateline.funding.bank.statements.statement import Line, Statement, UnreadableStatement
from dateline.lib.money import Money

from . import bank


def read(data: bytes) -> Statement:
    """The only statement of a file."""
    (only,) = read_statements(data).statements
    return only


def entries(*written: str, opening: int = 0, closing: int = 0) -> bytes:
    """A message with entries of one's own, and balances."""
    told = Statement(bank.IBAN, "EUR", Money(opening, "EUR"), Money(closing, "EUR"), ())
    return bank.camt(told, 8, "".join(written))


@pytest.mark.parametrize("version", range(2, 14))
def test_every_version_is_read(version: int) -> None:
    (line,) = read(bank.camt(bank.statement(bank.line()), version)).lines
    assert (line.name, line.iban, line.remittance, line.money) == (
        "Dee Donor", bank.DEES, "RF58 K7M2 P4T8", Money(2500, "EUR"),
    )  # fmt: skip


@pytest.mark.parametrize("version", [1, 14])
def test_a_version_that_we_have_not_seen_is_refused(version: int) -> None:
    with pytest.raises(UnreadableStatement, match="we read 02 to 13"):
        read(bank.camt(bank.statement(bank.line()), version))


@pytest.mark.parametrize(
    ("namespace", "what"),
    [
        ("urn:iso:std:iso:20022:tech:xsd:camt.052.001.08", "an interim report"),
        ("urn:iso:std:iso:20022:tech:xsd:camt.054.001.08", "a notification"),
        ("urn:iso:std:iso:20022:tech:xsd:pain.001.001.09", "an order"),
        ("http://www.w3.org/2005/Atom", "something else"),
    ],
)
def test_other_messages_are_named(namespace: str, what: str) -> None:
    with pytest.raises(UnreadableStatement, match=f"is {what}"):
        read(f'<Document xmlns="{namespace}"><Stmt/></Document>'.encode())


def test_an_envelope_around_it_does_not_matter() -> None:
    inner = bank.camt(bank.statement(bank.line())).partition(b"?>")[2]
    assert len(read(b"<Envelope><Header/>" + inner + b"</Envelope>").lines) == 1


def test_utf_16_is_read() -> None:
    text = bank.camt(bank.statement(bank.line(name="Dée"))).decode().replace("UTF-8", "UTF-16")
    assert read(text.encode("utf-16")).lines[0].name == "Dée"


def test_entries_that_are_not_booked_are_left_out_and_counted() -> None:
    waiting = bank.entry(bank.line(), 8).replace("BOOK", "PDNG")
    found = read(entries(bank.entry(bank.line(), 8), waiting, closing=2500))
    assert len(found.lines) == 1
    assert [str(remark) for remark in found.remarks] == ["Entries that are not booked yet were left out: 1."]


def batch(*amounts: str) -> str:
    """An entry of 30 euros for two gifts."""
    dees, bens = bank.line(1000, remittance="one"), bank.line(2000, remittance="two", name="Ben")
    details = "".join(
        bank.transaction(told, 8, f"<Amt Ccy='EUR'>{amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd>" if amount else "")
        for told, amount in zip((dees, bens), amounts, strict=True)
    )
    return bank.entry(bank.line(3000), 8, details)


def test_a_collective_entry_becomes_a_line_for_each_payment() -> None:
    one, two = read(entries(batch("10.00", "20.00"), closing=3000)).lines
    assert (one.money, one.remittance, two.money, two.name) == (Money(1000, "EUR"), "one", Money(2000, "EUR"), "Ben")
    assert one.key != two.key
    assert one.bank_reference == two.bank_reference == "B0302"


@pytest.mark.parametrize("amounts", [("", ""), ("10.00", ""), ("10.00", "19.99")])
def test_a_collective_entry_that_cannot_be_told_apart_stays_one_and_says_so(amounts: tuple[str, str]) -> None:
    found = read(entries(batch(*amounts), closing=3000))
    (line,) = found.lines
    assert (line.money, line.remittance, line.name) == (Money(3000, "EUR"), "one two", "")
    assert "could not be told apart" in str(found.remarks[0])


def test_a_structured_reference_is_part_of_the_remittance() -> None:
    structured = "<RmtInf><Strd><CdtrRefInf><Ref>RF58K7M2P4T8</Ref></CdtrRefInf></Strd></RmtInf>"
    found = read(entries(bank.entry(bank.line(), 8, f"<TxDtls>{structured}</TxDtls>"), closing=2500))
    assert found.lines[0].remittance == "RF58K7M2P4T8"


@pytest.mark.parametrize(
    "entry",
    [
        bank.entry(bank.line(), 8, extra="<RvslInd>true</RvslInd>"),
        bank.entry(bank.line(), 8, bank.transaction(bank.line(), 8, "<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>")),
        bank.entry(bank.line(), 8, bank.transaction(bank.line(), 8,
            "<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>RRTN</SubFmlyCd></Fmly></Domn></BkTxCd>")),
    ],
)  # fmt: skip
def test_returns_are_marked(entry: str) -> None:
    assert read(entries(entry, closing=2500)).lines[0].returned


def test_money_out_is_negative_and_names_who_got_it() -> None:
    (line,) = read(bank.camt(bank.statement(bank.line(-500, name="The Printer")))).lines
    assert (line.money, line.name) == (Money(-500, "EUR"), "The Printer")


def test_a_moment_is_the_day_that_is_written() -> None:
    entry = bank.entry(bank.line(), 8).replace("<Dt>2026-03-02</Dt>", "<DtTm>2026-03-02T23:30:00-05:00</DtTm>")
    assert read(entries(entry, closing=2500)).lines[0].booked_on.isoformat() == "2026-03-02"


LAUGHS = "<!DOCTYPE Document [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {chr(98 + place)} '{f'&{chr(97 + place)};' * 10}'>" for place in range(12)
) + "]>"  # fmt: skip


@pytest.mark.parametrize(
    "head",
    [
        LAUGHS,
        '<!DOCTYPE Document [<!ENTITY secret SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE Document SYSTEM "http://127.0.0.1:9/statement.dtd">',
        "<!DOCTYPE Document>",
    ],
    ids=["billion laughs", "external entity", "external DTD", "plain"],
)
def test_a_doctype_is_refused_at_once(head: str, quickest: Callable[[Callable[[], object]], float]) -> None:
    file = bank.camt(bank.statement(bank.line(remittance="here")), head=head).replace(b"here", b"&l;&secret;")
    assert quickest(lambda: refused(file, "has a DOCTYPE")) < 1


@pytest.mark.parametrize(
    ("inside", "problem"),
    [
        ("<a>" * 1000, "too much within one entry"),
        ("<Ntry>" + "<a/>" * 200_001, "too much within one entry"),
        ("<Ntry>" + "x" * 10_001, "longer than 10000 characters"),
        ("<Ntry>", "not well-formed XML"),
        ("&nothing;", "not well-formed XML"),
        ("<Ntry></Ntry>", "there is no amount"),
        ("<Ntry><Amt Ccy='EUR'>1.00</Amt></Ntry>", "neither credit nor debit"),
        ("<Ntry><Amt Ccy='EUR'>1.001</Amt><CdtDbtInd>CRDT</CdtDbtInd></Ntry>", "more decimals than EUR"),
        ("<Ntry><Amt Ccy='XXX'>1</Amt><CdtDbtInd>CRDT</CdtDbtInd></Ntry>", "no currency “XXX”"),
        ("<Ntry><Amt Ccy='USD'>1</Amt><CdtDbtInd>CRDT</CdtDbtInd><BookgDt><Dt>2026-03-02</Dt></BookgDt></Ntry>",
         "an amount in USD on an account in EUR"),
        ("<Ntry><Amt Ccy='EUR'>-1</Amt><CdtDbtInd>CRDT</CdtDbtInd></Ntry>", "“-1” is not an amount"),
        ("<Ntry><Amt Ccy='EUR'>1</Amt><CdtDbtInd>CRDT</CdtDbtInd></Ntry>", "no day of booking"),
        ("<Ntry><Amt Ccy='EUR'>1</Amt><CdtDbtInd>CRDT</CdtDbtInd><BookgDt><Dt>2026-02-30</Dt></BookgDt></Ntry>",
         "“2026-02-30” is not a date"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_its_line(inside: str, problem: str) -> None:
    with pytest.raises(UnreadableStatement, match=rf"Line \d+: .*{problem}"):
        read(entries(inside))


def test_a_large_file_of_nothing_takes_no_time(quickest: Callable[[Callable[[], object]], float]) -> None:
    file = entries("<Ntry>" + " " * 15_000_000)
    assert quickest(lambda: refused(file, "not well-formed")) < 3


def refused(file: bytes, match: str) -> None:
    """Read what must be refused."""
    with pytest.raises(UnreadableStatement, match=match):
        read(file)


def test_an_account_without_iban_is_told_as_it_is() -> None:
    data = bank.camt(bank.statement(bank.line())).replace(
        f"<IBAN>{bank.IBAN}</IBAN></Id><Ccy>".encode(), b"<Othr><Id>12 34</Id></Othr></Id><Ccy>"
    )
    assert read(data).account == "1234"


def test_several_statements_of_a_file_are_several() -> None:
    data = bank.camt(bank.statement(bank.line()))
    start, end = data.index(b"<Stmt>"), data.index(b"</BkToCstmrStmt>")
    second = data[start:end].replace(bank.IBAN.encode(), bank.DEES.encode())
    found = read_statements(data[:end] + second + data[end:]).statements
    assert [told.account for told in found] == [bank.IBAN, bank.DEES]


def test_a_reference_that_is_not_told_is_none() -> None:
    (line,) = read(bank.camt(bank.statement(bank.line(end_to_end="", reference="")))).lines
    assert isinstance(line, Line)
    assert (line.end_to_end, line.bank_reference) == ("", "")
