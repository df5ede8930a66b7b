"""MT940 is read as banks send it: three ways of details, pages, envelopes, and movements that are taken back."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.funding.bank.statements import read_statements
from dateline.funding.bank.statements.statement import Line, Statement, UnreadableStatement
from dateline.lib.money import Money

from . import bank

HEAD = ":20:STARTUMS\n:25:12030000/0000202051\n:28C:7/1\n:60F:C260301EUR1000,00\n"
FOOT = ":62F:C260302EUR1025,00\n-\n"


def read(text: str) -> Statement:
    """The only statement of a file."""
    (only,) = read_statements(text.encode()).statements
    return only


def line(movement: str, details: str = "", foot: str = FOOT) -> Line:
    """The only line of a statement with this ``:61:`` and ``:86:``."""
    (only,) = read(f"{HEAD}:61:{movement}\n" + (f":86:{details}\n" if details else "") + foot).lines
    return only


def test_subfields_are_told_apart() -> None:
    told = line(
        "2603020302CR25,00NTRFNONREF//B0302",
        "166?00GUTSCHRIFT?109310?20EREF+E2E7?21SVWZ+RF58 K7M2 P4T8 dan?22ke fuer Juli?30BYLADEM1001\n"
        f"?31{bank.DEES}?32DEE DONOR GEBORENE MUSTERFR?33AU?34000",
    )
    assert (told.name, told.iban, told.end_to_end) == ("DEE DONOR GEBORENE MUSTERFRAU", bank.DEES, "E2E7")
    assert told.remittance == "RF58 K7M2 P4T8 dan ke fuer Juli"
    assert told.bank_reference == "B0302"


def test_a_full_subfield_goes_on_within_the_word() -> None:
    told = line(
        "260302C25,00NTRFNONREF",
        "166?00X?20SVWZ+Danke fuer eure Arbei?21RF58 K7M2 P4T8?2212345678901234567890RF58 K7?23M2 P4T8",
    )
    assert "RF58 K7M2 P4T8" in told.remittance


@pytest.mark.parametrize("mark", ["?", ">", "~", "<"])
def test_subfields_may_have_another_mark(mark: str) -> None:
    assert line("260302C25,00NTRFNONREF", f"166{mark}00X{mark}20one{mark}21two{mark}32DEE").remittance == "one two"


def test_words_between_strokes_are_told_apart() -> None:
    told = line(
        "2603020302C25,00N544NONREF",
        f"/TRTP/SEPA OVERBOEKING/IBAN/{bank.DEES}/BIC/BYLADEM1\n/NAME/D DONOR/REMI/RF58 K7M2 P4T8 gift/EREF/E2E7",
    )
    assert (told.name, told.iban, told.end_to_end) == ("D DONOR", bank.DEES, "E2E7")
    assert told.remittance == "RF58 K7M2 P4T8 gift"


def test_the_other_side_may_stand_in_one_group() -> None:
    told = line(
        "260302C25,00NTRFEREF//B9", f"/EREF/E2E7//CNTP/{bank.DEES}/BYLADEM1/Dee Donor/Graz///REMI/USTD//a gift/"
    )
    assert (told.name, told.iban, told.remittance, told.end_to_end) == ("Dee Donor", bank.DEES, "a gift", "E2E7")


def test_plain_text_is_remittance() -> None:
    told = line("260302C25,00NTRFNONREF", "Dee Donor RF58 K7M2\n P4T8")
    assert (told.remittance, told.name) == ("Dee Donor RF58 K7M2 P4T8", "")


def test_a_sum_in_a_text_is_no_subfield() -> None:
    assert line("260302C25,00NTRFNONREF", "100+20 for July").remittance == "100+20 for July"


@pytest.mark.parametrize(
    ("mark", "cents", "returned"),
    [("C", 2500, False), ("D", -2500, False), ("RC", -2500, True), ("RD", 2500, True), ("CR", 2500, False)],
)
def test_the_mark_tells_the_direction_and_what_is_taken_back(mark: str, cents: int, returned: bool) -> None:
    told = line(f"2603020302{mark}25,00NTRFNONREF")
    assert (told.money, told.returned) == (Money(cents, "EUR"), returned)


def test_returns_are_known_by_their_codes() -> None:
    assert line("260302C25,00NTRFNONREF", "159?00RETOURE?20SVWZ+x").returned
    assert line("260302C25,00NTRFNONREF", "/TRTP/SEPA/RTRN/AC04/REMI/x/").returned


@pytest.mark.parametrize(
    ("days", "booked", "value"),
    [
        ("260302", date(2026, 3, 2), date(2026, 3, 2)),
        ("2603020303", date(2026, 3, 3), date(2026, 3, 2)),
        ("2512310102", date(2026, 1, 2), date(2025, 12, 31)),
        ("2601021231", date(2025, 12, 31), date(2026, 1, 2)),
        ("2802280229", date(2028, 2, 29), date(2028, 2, 28)),
    ],
)
def test_the_year_of_booking_is_the_nearest(days: str, booked: date, value: date) -> None:
    told = line(f"{days}C25,00NTRFNONREF")
    assert (told.booked_on, told.value_on) == (booked, value)


@pytest.mark.parametrize(("amount", "cents"), [("25,", 2500), ("25,5", 2550), ("25", 2500), ("0,05", 5)])
def test_amounts_end_with_a_comma_at_least(amount: str, cents: int) -> None:
    assert line(f"260302C{amount}NTRFNONREF").money.amount == cents


def test_the_extra_line_of_a_movement_is_kept() -> None:
    assert line("260302C25,00NTRFNONREF//B1\n/OCMT/EUR25,00/", "gift").remittance == "/OCMT/EUR25,00/ gift"


def test_pages_of_a_statement_are_one() -> None:
    first = HEAD + ":61:260302C25,00NTRFNONREF\n:62M:C260302EUR1025,00\n-\n"
    second = ":20:STARTUMS\n:25:12030000/0000202051\n:28C:7/2\n:60M:C260302EUR1025,00\n"
    second += ":61:260302C25,00NTRFNONREF\n:62F:C260302EUR1050,00\n-\n"
    found = read(first + second)
    assert (found.difference, found.remarks) == (Money(0, "EUR"), ())
    one, two = found.lines
    assert one.key != two.key  # alike on two pages, and yet two gifts
    assert "pages" in str(read(first).remarks[0])
    assert "pages" in str(read(second).remarks[0])


def test_an_envelope_is_taken_off() -> None:
    text = (
        "{1:F01BYLADEM1AXXX0000000000}{2:O940}{4:\n" + HEAD + ":61:260302C25,00NTRFNONREF\n:62F:C260302EUR1025,00\n-}\n"
    )
    assert len(read(text).lines) == 1
    assert len(read(text.replace("{4:\n", "{4:")).lines) == 1
    assert len(read("BYLADEM1\n940\n" + text).lines) == 1


def test_what_follows_the_closing_balance_is_no_detail() -> None:
    found = read(HEAD + ":61:260302C25,00NTRFNONREF\n:62F:C260302EUR1025,00\n:64:C260302EUR1025,00\n:86:advert\n-\n")
    assert found.lines[0].remittance == ""


def test_letters_in_an_unknown_encoding_are_remarked() -> None:
    data = (HEAD + ":61:260302C25,00NTRFNONREF\n:86:Müller\n" + FOOT).encode("cp1252")
    (found,) = read_statements(data).statements
    assert found.lines[0].remittance == "Müller"
    assert "accents" in str(found.remarks[0])


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (HEAD + ":61:nonsense\n" + FOOT, "Line 5: “nonsense” is not a booked movement"),
        (HEAD + ":61:260302EC25,00NTRFNONREF\n" + FOOT, "Line 5: .* not a booked movement"),
        (HEAD + ":61:260230C25,00NTRFNONREF\n" + FOOT, "Line 5: “260230” is not a date"),
        (HEAD + ":61:2603021332C25,00NTRFNONREF\n" + FOOT, "Line 5: “1332” is not a day"),
        (HEAD + ":61:260302C25.00NTRFNONREF\n" + FOOT, "Line 5: .* not a booked movement"),
        (HEAD + ":61:260302C25,005NTRFNONREF\n" + FOOT, "Line 5: .* more decimals than EUR"),
        (HEAD + ":61:260302C2,5,0NTRFNONREF\n" + FOOT, "Line 5: .* not an amount"),
        (HEAD.replace("C260301", "X260301") + FOOT, "Line 4: .* is not a balance"),
        (HEAD.replace("EUR", "XXX") + FOOT, "Line 4: we know no currency “XXX”"),
        (HEAD + FOOT.replace("EUR", "USD"), "Line 1: the two balances are in two currencies"),
        (":20:X\n:25:1\n-\n", "Line 1: this message has no opening balance"),
        (":20:X\n:25:1\n:61:260302C25,00NTRFNONREF\n-\n", r"Line 3: .*\(MT942\)"),
        (":25:1\n:20:X\n", "Line 1: “:25:” stands before “:20:”"),
        (HEAD + ":86:" + "x\n" * 200, "Line 5: this field does not end"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(text: str, problem: str) -> None:
    with pytest.raises(UnreadableStatement, match=problem):
        read(text)
