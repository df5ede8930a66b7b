"""The same movements come out of every format, and are known again by their keys."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.funding.bank.statements import read_statements
from dateline.funding.bank.statements.keys import once_more
from dateline.funding.bank.statements.statement import MAX_BYTES, Line, Statement, UnreadableStatement
from dateline.lib.money import Money

from . import bank

Writer = Callable[[Statement], bytes]
WRITERS: list[Writer] = [bank.camt, bank.mt940, bank.table]


def read(data: bytes) -> Statement:
    """The only statement of a file that asks nothing."""
    reading = read_statements(data, {"date order": "day month year"})
    assert reading.questions == ()
    (only,) = reading.statements
    return only


def unkeyed(told: Statement) -> Statement:
    """A statement without its keys."""
    return replace(told, lines=tuple(replace(line, key="") for line in told.lines))


def keys(told: Statement) -> list[str]:
    """The keys of a statement's lines."""
    return [line.key for line in told.lines]


@pytest.mark.parametrize("write", WRITERS)
@given(told=bank.statements())
def test_what_is_written_is_read_back(write: Writer, told: Statement) -> None:
    assert unkeyed(read(write(told))) == told


@pytest.mark.parametrize("write", WRITERS)
@given(told=bank.statements())
def test_every_line_has_its_own_key_and_the_same_when_read_again(write: Writer, told: Statement) -> None:
    first, again = read(write(told)), read(write(told))
    assert len(set(keys(first))) == len(told.lines)
    assert keys(first) == keys(again)


@given(told=bank.statements(), chance=st.randoms(use_true_random=False))
def test_keys_do_not_depend_on_the_order_of_lines(told: Statement, chance: object) -> None:
    lines = list(told.lines)
    chance.shuffle(lines)  # type: ignore[attr-defined]
    assert set(keys(read(bank.camt(told)))) == set(keys(read(bank.camt(replace(told, lines=tuple(lines))))))


@given(told=bank.statements())
def test_with_the_bank_s_reference_all_formats_give_the_same_keys(told: Statement) -> None:
    with_reference = replace(told, lines=tuple(replace(line, bank_reference="B7") for line in told.lines))
    same = [set(keys(read(write(with_reference)))) for write in WRITERS]
    assert same[0] == same[1] == same[2]


@given(told=bank.statements(), cut=st.integers(0, 8), back=st.integers(0, 3))
def test_overlapping_statements_hold_each_line_once(told: Statement, cut: int, back: int) -> None:
    days = sorted({line.booked_on for line in told.lines})
    middle = days[min(cut, len(days) - 1)]
    before = [line for line in told.lines if line.booked_on <= middle]
    behind = [line for line in told.lines if line.booked_on >= middle]
    found = keys(read(bank.mt940(bank.statement(*before)))) + keys(read(bank.mt940(bank.statement(*behind))))
    assert set(found) == set(keys(read(bank.mt940(told))))


def test_a_key_tells_what_it_is_made_of() -> None:
    with_reference, without = read(bank.camt(bank.statement(bank.line(), bank.line(reference="")))).lines
    assert with_reference.key.startswith("b-")
    assert without.key.startswith("c-")


def test_a_later_statement_keeps_the_keys_when_the_day_has_grown() -> None:
    noon = read(bank.table(bank.statement(bank.line(reference=""))))
    evening = read(bank.table(bank.statement(bank.line(reference=""), bank.line(reference=""))))
    assert keys(evening)[0] == keys(noon)[0]
    assert len(set(keys(evening))) == 2


def test_a_statement_that_stands_twice_in_a_file_counts_once() -> None:
    told = bank.mt940(bank.statement(bank.line()))
    assert len(read_statements(told + told).statements) == 1


def test_what_two_formats_tell_without_a_common_reference_is_paired() -> None:
    known = read(bank.camt(bank.statement(bank.line(), bank.line(3000)))).lines
    new = read(bank.table(bank.statement(bank.line(reference=""), bank.line(4000, reference="")))).lines
    assert once_more(new, known) == [(new[0], known[0])]
    other = replace(new[0], iban=bank.IBAN)
    assert once_more([other], known) == []
    assert once_more(known, known) == []


def test_a_collective_entry_that_one_format_tells_apart_is_paired_by_the_bank_s_reference() -> None:
    whole = read(bank.mt940(bank.statement(bank.line(3000)))).lines
    apart = read(bank.camt(bank.statement(bank.line(1000), bank.line(2000)))).lines
    assert once_more(whole, apart) == [(whole[0], apart[0]), (whole[0], apart[1])]
    assert once_more(whole, [replace(line, bank_reference="B9") for line in apart]) == []


@pytest.mark.parametrize("write", WRITERS[:2])
def test_it_is_said_where_a_statement_does_not_add_up(write: Writer) -> None:
    told = replace(bank.statement(bank.line()), closing=Money(102_600, "EUR"))
    found = read(write(told))
    assert found.difference == Money(100, "EUR")
    assert [str(remark) for remark in found.remarks] == [
        "It does not add up: from 1,000\xa0€, with all lines, to 1,026\xa0€ at the end 1\xa0€ is missing."
    ]


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "The file is empty"),
        (b" \r\n ", "The file is empty"),
        (b"%PDF-1.7 ...", "This is a PDF"),
        (b"PK\x03\x04....", "unpack it"),
        (b"\xd0\xcf\x11\xe0....", "save its sheet as CSV"),
        (b"x" * (MAX_BYTES + 1), "larger than 16 MiB"),
        (b"\x00\x01\x02\x03" * 50, "no text"),
        (b"Hello, this is a letter.", "No row names a date and an amount"),
    ],
)
def test_what_is_no_statement_is_said(data: bytes, problem: str) -> None:
    with pytest.raises(UnreadableStatement, match=problem):
        read_statements(data)


@pytest.mark.parametrize("write", WRITERS)
@given(told=bank.statements(), place=st.integers(0, 5000), piece=st.binary(max_size=6))
def test_a_damaged_file_is_refused_or_read_and_nothing_else(
    write: Writer, told: Statement, place: int, piece: bytes
) -> None:
    whole = write(told)
    at = place % len(whole)
    with suppress(UnreadableStatement):
        read_statements(whole[:at] + piece + whole[at + len(piece) :])


def test_too_many_lines_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.funding.bank.statements.statement.MAX_LINES", 2)
    lines: list[Line] = [bank.line(day=day) for day in (1, 2, 3)]
    with pytest.raises(UnreadableStatement, match="more than 2 lines"):
        read_statements(bank.camt(bank.statement(*lines)))


@pytest.mark.parametrize("write", WRITERS)
def test_a_text_without_end_is_refused(write: Writer) -> None:
    with pytest.raises(UnreadableStatement, match=r"longer than 10000 characters|does not end"):
        read_statements(write(bank.statement(bank.line(remittance="x" * 10_001))))
