"""IBANs and BICs are checked, and what is wrong is said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.funding.bank.iban import (
    LENGTH_OF,
    BadBic,
    BadIban,
    check_bic,
    check_iban,
    iban_or_nothing,
    ibans_in,
    is_account,
    is_iban,
)
from dateline.funding.bank.mod97 import check_digits
from dateline.funding.bank.reference import written

countries = st.sampled_from(sorted(LENGTH_OF))


@st.composite
def made_ibans(draw: st.DrawFn) -> str:
    """IBANs of any country, of digits."""
    country = draw(countries)
    size = LENGTH_OF[country] - 4
    body = draw(st.text("0123456789", min_size=size, max_size=size))
    return country + check_digits(country, body) + body


@given(made_ibans())
def test_what_the_formula_makes_is_an_iban(iban: str) -> None:
    assert check_iban(written(iban).lower()) == iban
    assert ibans_in(f"Konto {iban} EUR, {written(iban)} Dee") == {iban}


@given(made_ibans(), st.integers(4, 13))
def test_a_swap_is_noticed(iban: str, place: int) -> None:
    swapped = iban[:place] + iban[place + 1] + iban[place] + iban[place + 2 :]
    assert is_iban(swapped) is (swapped == iban)


def test_it_is_written_in_groups_of_four() -> None:
    assert written("DE02120300000000202051") == "DE02 1203 0000 0000 2020 51"


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("", "missing"),
        ("DE02_1203", "has “_”"),
        ("1234567890", "begins with two letters"),
        ("XY02120300000000202051", "No country with IBANs is “XY”"),
        ("DE0212030000000020205", "of DE has 22 characters; this one has 21"),
        ("DE02120300000000202015", "check digits do not fit"),
    ],
)
def test_what_is_wrong_with_an_iban_is_said(typed: str, problem: str) -> None:
    with pytest.raises(BadIban, match=problem):
        check_iban(typed)
    assert iban_or_nothing(typed) == ""


def test_a_bic_has_eight_or_eleven_characters() -> None:
    assert check_bic("bylade m1 001") == "BYLADEM1001"
    assert check_bic("GENODEF1") == "GENODEF1"


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("", "missing"),
        ("BYLADEM", "has 7"),
        ("BYLA12M1", "country"),
        ("BYLÄDEM1", "A to Z"),
        ("NONSENSE", "no country is “EN”"),
    ],
)
def test_what_is_wrong_with_a_bic_is_said(typed: str, problem: str) -> None:
    with pytest.raises(BadBic, match=problem):
        check_bic(typed)


@pytest.mark.parametrize(
    ("told", "same"),
    [
        ("DE02120300000000202051", True),
        ("DE02120300000000202051EUR", True),
        ("DE02 1203 0000 0000 2020 51", True),
        ("12030000/0000202051", True),
        ("12030000/202051EUR", True),
        ("12030000/202052", False),
        ("202051", False),
        ("", False),
        ("DE88100500000000000001", False),
    ],
)
def test_a_statement_s_account_is_recognised(told: str, same: bool) -> None:
    assert is_account(told, "DE02120300000000202051") is same
