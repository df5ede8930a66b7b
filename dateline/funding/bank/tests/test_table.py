"""Tables are read in six languages; what they do not tell for sure is asked, with what each answer would mean."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.funding.bank.statements import read_statements
from dateline.funding.bank.statements.questions import Question
from dateline.funding.bank.statements.statement import Line, Statement, UnreadableStatement
from dateline.funding.bank.statements.table.numbers import minor_units
from dateline.lib.money import Money

from . import bank


def read(text: str, encoding: str = "utf-8", **answers: str) -> Statement:
    """The only statement of a table that asks nothing more."""
    told = {name.replace("_", " "): answer for name, answer in answers.items()}
    reading = read_statements(text.encode(encoding), told)
    assert reading.questions == ()
    (only,) = reading.statements
    return only


def line(text: str, encoding: str = "utf-8", **answers: str) -> Line:
    """The only line of such a table."""
    (only,) = read(text, encoding, **answers).lines
    return only


def asked(text: str, encoding: str = "utf-8") -> Question:
    """The only question of a table."""
    reading = read_statements(text.encode(encoding))
    assert reading.statements == ()
    (only,) = reading.questions
    return only


LANGUAGES = {
    "en": "Booking date,Value date,Counterparty,Counterparty IBAN,Description,Amount,Currency,Bank reference",
    "de": "Buchungstag,Wertstellung,Partnername,Gegenkonto,Verwendungszweck,Betrag,Währung,Bankreferenz",
    "fr": "Date opération,Date de valeur,Contrepartie,IBAN contrepartie,Libellé,Montant,Devise,Référence bancaire",
    "es": "Fecha operación,Fecha valor,Contraparte,IBAN contraparte,Concepto,Importe,Divisa,Referencia banco",
    "uk": "Дата операції,Дата валютування,Контрагент,IBAN контрагента,Призначення платежу,Сума,Валюта,Референс банку",
    "ar": "تاريخ العملية,تاريخ القيمة,الطرف الآخر,الآيبان,البيان,المبلغ,العملة,مرجع البنك",
}
ROW = f"02/03/2026,31/03/2026,Dee,{bank.DEES},RF58 K7M2 P4T8,25.00,EUR,B0302"
OLDER = {"uk": "cp1251", "ar": "cp1256"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "older"])
def test_headings_are_known_in_six_languages(language: str, encoding: str) -> None:
    encoding = OLDER.get(language, "cp1252") if encoding == "older" else encoding
    told = line(f"{LANGUAGES[language]}\n{ROW}\n", encoding)
    assert (told.booked_on, told.value_on) == (date(2026, 3, 2), date(2026, 3, 31))
    assert (told.name, told.iban, told.remittance) == ("Dee", bank.DEES, "RF58 K7M2 P4T8")
    assert (told.money, told.bank_reference) == (Money(2500, "EUR"), "B0302")


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
@pytest.mark.parametrize("mark", [".", ","])
@pytest.mark.parametrize("order", ["%Y-%m-%d", "%d.%m.%Y", "%d.%m.%y", "%d/%m/%Y", "%m/%d/%Y", "%Y%m%d", "%d %b %Y"])
def test_separator_mark_and_order_are_told_by_the_table(separator: str, mark: str, order: str) -> None:
    told = bank.statement(bank.line(day=2), bank.line(-123_456, day=28))
    (found,) = read_statements(bank.table(told, separator, mark, order)).statements
    assert [(each.booked_on, each.money) for each in found.lines] == [
        (each.booked_on, each.money) for each in told.lines
    ]
    assert (found.opening, found.closing, found.account) == (told.opening, told.closing, bank.IBAN)


def test_days_that_could_be_months_are_asked() -> None:
    text = "Date,Amount,Currency\n03/03/2026,5.00,EUR\n03/04/2026,5.00,EUR\n"
    question = asked(text)
    assert question.about == "date order"
    assert {(each.value, each.reads) for each in question.candidates} == {
        ("day month year", "03/04/2026 = 2026-04-03"),
        ("month day year", "03/04/2026 = 2026-03-04"),
    }
    assert read(text, date_order="month day year").lines[1].booked_on == date(2026, 3, 4)
    assert read(text, date_order="day month year").lines[1].booked_on == date(2026, 4, 3)
    assert read_statements(text.encode(), {"date order": "backwards"}).questions == (question,)


UNKNOWN = "Date;Ref;Kind;Words;Amount;Currency\n2026-03-02;7;C;RF58 K7M2 P4T8;25.00;EUR\n"


def test_a_text_below_a_strange_heading_is_asked_for() -> None:
    question = asked(UNKNOWN)
    assert question.about == "column remittance"
    assert [(each.value, each.reads) for each in question.candidates] == [
        ("2", "Ref: 7"),
        ("4", "Words: RF58 K7M2 P4T8"),
        ("none", ""),
    ]
    assert line(UNKNOWN, column_remittance="4").remittance == "RF58 K7M2 P4T8"
    assert line(UNKNOWN, column_remittance="none").remittance == ""


def test_a_strange_heading_beside_a_known_text_is_not_asked_for() -> None:
    assert line(UNKNOWN.replace("Ref", "Description")).remittance == "7"


def test_a_strange_heading_above_nothing_is_not_asked_for() -> None:
    assert line("Date;Words;Amount;Currency\n2026-03-02;;25.00;EUR\n").remittance == ""


def test_days_that_read_alike_either_way_are_not_asked() -> None:
    assert line("Date,Amount,Currency\n03/03/2026,5.00,EUR\n").booked_on == date(2026, 3, 3)


def test_one_late_day_settles_all() -> None:
    text = "Date,Amount,Currency\n03/04/2026,5.00,EUR\n03/13/2026,5.00,EUR\n"
    assert read(text).lines[0].booked_on == date(2026, 3, 4)


def test_with_dots_the_day_is_first() -> None:
    assert line("Datum;Betrag;Währung\n03.04.26;5,00;EUR\n").booked_on == date(2026, 4, 3)


def test_a_time_behind_a_date_is_not_looked_at() -> None:
    assert line("Date,Amount,Currency\n2026-03-02T23:59:00Z,5,EUR\n").booked_on == date(2026, 3, 2)


def test_three_decimals_are_asked_only_where_a_currency_has_them() -> None:
    text = "Date;Amount;Currency\n2026-03-02;{};{}\n"
    question = asked(text.format("1.250", "KWD"))
    assert (question.about, {each.value for each in question.candidates}) == ("decimal mark", {".", ","})
    assert line(text.format("1.250", "KWD"), decimal_mark=",").money == Money(1_250_000, "KWD")
    assert line(text.format("1.250", "EUR")).money == Money(125_000, "EUR")
    assert line(text.format("1,250", "EUR")).money == Money(125_000, "EUR")


def test_a_currency_is_asked_where_nothing_names_it() -> None:
    text = "Date;Amount\n2026-03-02;$5.00\n"
    question = asked(text)
    assert question.about == "currency"
    assert {"USD", "EUR", "UAH"} <= {each.value for each in question.candidates}
    assert line(text, currency="CAD").money == Money(500, "CAD")


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("Betrag (EUR)", "5,00"),
        ("Betrag in EUR", "5,00"),
        ("Betrag €", "5,00"),
        ("Betrag", "5,00 €"),
        ("Betrag", "EUR 5,00"),
    ],
)
def test_a_currency_stands_in_the_heading_or_beside_the_amount(heading: str, cell: str) -> None:
    assert line(f"Buchungstag;{heading}\n02.03.2026;{cell}\n").money == Money(500, "EUR")


def test_letters_are_asked_where_the_headings_do_not_tell_them() -> None:
    text = "Date;Name;Amount;Currency\n2026-03-02;Zoé;5.00;EUR\n"
    question = asked(text, "cp1252")
    assert question.about == "encoding"
    assert {each.value: each.reads for each in question.candidates}["cp1252"] == "2026-03-02;Zoé;5.00;EUR"
    (found,) = read_statements(text.encode("cp1252"), {"encoding": "cp1252"}).statements
    assert found.lines[0].name == "Zoé"


def test_two_columns_of_one_name_are_asked() -> None:
    text = "Date,Amount,Amount,Currency\n2026-03-02,5.00,6.00,EUR\n"
    assert asked(text).about == "column amount"
    assert line(text, column_amount="3").money == Money(600, "EUR")


def test_debit_and_credit_may_have_a_column_each() -> None:
    text = "Fecha;Concepto;Cargo;Abono;Divisa\n02/03/2026;x;5,00;;EUR\n31/03/2026;y;;7,00;EUR\n"
    assert [each.money.amount for each in read(text).lines] == [-500, 700]
    with pytest.raises(UnreadableStatement, match="Line 2: an amount both in and out"):
        read("Fecha;Cargo;Abono;Divisa\n31/03/2026;5,00;7,00;EUR\n")


@pytest.mark.parametrize(
    ("heading", "out", "into"),
    [
        ("Soll/Haben", "S", "H"),
        ("", "S", "H"),
        ("Kind", "DBIT", "CRDT"),
        ("Sens", "Débit", "Crédit"),
        ("Тип операції", "Дебет", "Кредит"),
    ],
)
def test_a_word_beside_the_amount_tells_the_direction(heading: str, out: str, into: str) -> None:
    text = f"Date;Amount;{heading};Currency\n2026-03-02;5,00;{out};EUR\n2026-03-03;7,00;{into};EUR\n"
    assert [each.money.amount for each in read(text).lines] == [-500, 700]


def test_a_direction_that_is_not_understood_is_refused() -> None:
    with pytest.raises(UnreadableStatement, match="Line 2: “sideways” does not say whether money came or went"):
        read("Date;Amount;Direction;Currency\n2026-03-02;5,00;sideways;EUR\n")


def test_payer_and_payee_have_a_column_each() -> None:
    text = (
        "Buchungsdatum;Status;Zahlungspflichtige*r;Zahlungsempfänger*in;Verwendungszweck;Betrag (€)\n"
        "02.03.26;Gebucht;Dee Donor;The Post;gift;25,00\n03.03.26;Gebucht;The Post;The Printer;paper;-5,00\n"
        "04.03.26;Vorgemerkt;Ben;The Post;gift;1,00\n"
    )
    found = read(text)
    assert [each.name for each in found.lines] == ["Dee Donor", "The Printer"]
    assert [str(remark) for remark in found.remarks] == ["Entries that are not booked yet were left out: 1."]


def test_what_stands_above_and_below_the_table_is_told_apart() -> None:
    text = (
        f"Konto;{bank.written_account()}\nZeitraum;01.03.2026 - 31.03.2026\n\nBuchungstag;Betrag;Währung\n"
        "02.03.2026;25,00;EUR\n03.03.2026;-5,00;EUR\n\nSaldo;1.020,00;EUR\n"
    )
    found = read(text)
    assert (found.account, len(found.lines)) == (bank.IBAN, 2)
    assert [str(remark) for remark in found.remarks] == [
        "Rows that are no movement were left out: 1, the first in line 8.",
        "Line 8: “Saldo” is no date: Saldo; 1.020,00; EUR",
    ]


def test_each_row_that_is_left_out_is_told_with_its_line_and_why() -> None:
    rows = ["2026-13-45;B;y;abc;USD", ";C;z;3.00;USD", "2026-03-04;D;w;;USD", *["Total;;;;"] * 9]
    text = "\n".join(["Date;Name;Text;Amount;Currency", "2026-03-02;A;x;5.00;USD", *rows])
    assert [str(remark) for remark in read(text).remarks][:4] == [
        "Rows that are no movement were left out: 12, the first in line 3.",
        "Line 3: “2026-13-45” is no date: 2026-13-45; B; y; abc; USD",
        "Line 4 has no date: ; C; z; 3.00; USD",
        "Line 5 has no amount: 2026-03-04; D; w; ; USD",
    ]
    assert str(read(text).remarks[-1]) == "And 2 more, the last in line 14."


@pytest.mark.parametrize("newest_first", [False, True])
def test_balances_beside_the_lines_are_followed(newest_first: bool) -> None:
    rows = ["2026-03-02,25.00,1025.00,EUR", "2026-03-03,-5.00,1020.00,EUR"]
    text = "\n".join(["Date,Amount,Balance,Currency", *(rows[::-1] if newest_first else rows)])
    found = read(text)
    assert (found.opening, found.closing, found.difference) == (
        Money(100_000, "EUR"),
        Money(102_000, "EUR"),
        Money(0, "EUR"),
    )
    broken = read(text.replace("1020.00", "1021.00"))
    assert (broken.opening, "a line may be missing" in str(broken.remarks[0])) == (None, True)


def test_each_currency_is_a_statement() -> None:
    text = "Date,Amount,Currency\n2026-03-02,5.00,EUR\n2026-03-02,7.00,USD\n2026-03-03,6.00,EUR\n"
    found = read_statements(text.encode()).statements
    assert [(each.currency, len(each.lines)) for each in found] == [("EUR", 2), ("USD", 1)]


def test_a_text_over_several_lines_is_one() -> None:
    assert (
        line('Date,Description,Amount,Currency\n2026-03-02,"RF58 K7M2\nP4T8",5.00,EUR\n').remittance == "RF58 K7M2 P4T8"
    )


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Date,Amount,Currency\n", "no movement below the headings in line 1"),
        ("Date,Amount,Currency\n2026-13-41,5,EUR\n", "no movement"),
        ("Date,Amount,Currency\nsoon,5,EUR\n2026-03-02,5,EUR\n", "Line 2: an amount without a date: “soon”"),
        ("Date,Amount,Currency\n13/12/2026,5,EUR\n12/13/2026,5,EUR\n", "more than one order"),
        ("Date,Value date,Amount,Currency\n2026-03-02,later,5,EUR\n", "Line 2: “later” is not a date"),
        ("Date,Amount,Currency\n2026-03-02,five,EUR\n", "Line 2: “five” is not an amount in EUR"),
        ("Date;Amount;Currency\n2026-03-02;1.234,50;EUR\n2026-03-02;1,234.50;EUR\n", "more than one decimal mark"),
        ("Date,Amount,Currency\n2026-03-02,5,XXX\n", "Line 2: we know no currency “XXX”"),
        ("Date,Amount,Currency\n2026-03-02,5,EUR,and more\n", "Line 2 has more columns than there are headings"),
        ("Date,Amount,Currency" + ",x" * 300 + "\n", "No row names a date and an amount"),
        ("Name,Town\nDee,Graz\n", "No row names a date and an amount.*“Name,Town”"),
    ],
)
def test_what_is_wrong_is_said(text: str, problem: str) -> None:
    with pytest.raises(UnreadableStatement, match=problem):
        read(text)


@pytest.mark.parametrize(
    ("cell", "mark", "cents"),
    [
        ("1.234,50", ",", 123450), ("1,234.50", ".", 123450), ("1 234,50", ",", 123450), ("1’234.50", ".", 123450),
        ("-5,00", ",", -500), ("5,00-", ",", -500), ("(5.00)", ".", -500), ("−5,00", ",", -500), ("+5,00", ",", 500),
        ("5,00 €", ",", 500), ("€5.00", ".", 500), ("-€5.00", ".", -500), ("EUR -5.00", ".", -500), ("٥٫٥٠", ".", 550),
        ("1\u202f234,50", ",", 123450), ("5", ".", 500), ("5.", ".", 500),
        ("5,00", ".", None), ("1.23.4", ",", None), ("1,2345", ".", None), ("(5.00", ".", None), ("-(5.00)", ".", None),
        ("--5", ".", None), ("", ".", None), ("5e3", ".", None), ("12,34,567", ".", None),
    ],
)  # fmt: skip
def test_amounts_are_read_with_a_mark(cell: str, mark: str, cents: int | None) -> None:
    assert minor_units(cell, "EUR", mark) == cents


@given(st.integers(-(10**12), 10**12), st.sampled_from([".", ","]), st.booleans())
def test_grouped_amounts_are_read_back(cents: int, mark: str, grouped: bool) -> None:
    group = {".": ",", ",": "."}[mark] if grouped else ""
    text = f"{abs(cents) // 100:,}".replace(",", group) + mark + f"{abs(cents) % 100:02d}"
    assert minor_units(("-" if cents < 0 else "") + text, "EUR", mark) == cents


@given(st.text(max_size=30), st.sampled_from(["EUR", "JPY", "KWD"]), st.sampled_from([".", ","]))
def test_any_cell_is_an_amount_or_none(cell: str, currency: str, mark: str) -> None:
    assert isinstance(minor_units(cell, currency, mark), int | None)
