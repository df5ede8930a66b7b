"""A line is proposed to be a gift with reasons; what is not sure is never made to look so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.funding.bank.matching import Clue, Kind, Promise, Promises, Proposal, known_name, propose
from dateline.funding.bank.reference import new_reference, new_token, parse_references
from dateline.lib.money import Money

from . import bank

DEES = Promise("RF58K7M2P4T8", Money(2500, "EUR"), date(2026, 2, 20), "Dee Donor", bank.DEES)
BENS = Promise(new_reference("V3W4X5Y6"), Money(2500, "EUR"), date(2026, 2, 25), "Ben Reader")
SILENT = {"remittance": "for July", "end_to_end": "", "iban": "", "name": ""}


def reasons(proposal: Proposal) -> str:
    """All reasons in words."""
    told = [*proposal.reasons, *(reason for candidate in proposal.candidates for reason in candidate.reasons)]
    return " ".join(map(str, told))


def test_reference_and_amount_are_sure() -> None:
    proposal = propose(bank.line(), [BENS, DEES])
    assert (proposal.kind, proposal.promise) == (Kind.SURE, DEES)
    assert "names the reference RF58K7M2P4T8" in reasons(proposal)


def test_the_reference_may_stand_where_programs_write() -> None:
    assert propose(bank.line(remittance="", end_to_end="RF58K7M2P4T8"), [DEES]).kind is Kind.SURE


@pytest.mark.parametrize("promised", [Money(3000, "EUR"), Money(2500, "USD")])
def test_another_amount_is_sure_of_who_and_says_so(promised: Money) -> None:
    proposal = propose(bank.line(), [replace(DEES, money=promised)])
    assert proposal.kind is Kind.WHO
    assert "not how much was meant" in reasons(proposal)
    assert str(promised) in reasons(proposal)


def test_two_references_prefer_none() -> None:
    proposal = propose(bank.line(remittance=f"{DEES.reference} {BENS.reference}"), [DEES, BENS])
    assert (proposal.kind, proposal.promise) == (Kind.SEVERAL, None)
    assert {candidate.promise for candidate in proposal.candidates} == {DEES, BENS}


def test_a_typo_is_a_guess() -> None:
    proposal = propose(bank.line(**SILENT | {"remittance": "RF58 K7M3 P4T8"}), [DEES, BENS])
    assert (proposal.kind, proposal.promise) == (Kind.GUESS, DEES)
    assert proposal.candidates[0].clues == (Clue.NEAR_REFERENCE,)
    assert "one character from the reference" in reasons(proposal)


def test_a_known_account_is_a_guess() -> None:
    proposal = propose(bank.line(**SILENT | {"iban": bank.DEES}), [DEES, BENS])
    assert (proposal.kind, proposal.promise) == (Kind.GUESS, DEES)
    assert "same account" in reasons(proposal)


@pytest.mark.parametrize("name", ["Dee Donor", "DONOR, DEE", "Donor Dée"])
def test_the_same_name_and_amount_is_a_guess(name: str) -> None:
    proposal = propose(bank.line(**SILENT | {"name": name}), [replace(DEES, iban="")])
    assert (proposal.kind, proposal.candidates[0].clues) == (Kind.GUESS, (Clue.NAME_AND_AMOUNT,))


@pytest.mark.parametrize(
    ("promised_on", "kind"),
    [
        (date(2026, 3, 2), Kind.GUESS),
        (date(2026, 1, 1), Kind.GUESS),
        (date(2025, 12, 31), Kind.NONE),
        (date(2026, 3, 3), Kind.NONE),
    ],
)
def test_a_name_counts_for_sixty_days_and_not_before_the_promise(promised_on: date, kind: Kind) -> None:
    promise = replace(DEES, iban="", created_on=promised_on)
    assert propose(bank.line(**SILENT | {"name": "Dee Donor"}), [promise]).kind is kind


def test_guesses_stand_in_the_order_of_their_clues_and_none_is_preferred() -> None:
    line = bank.line(remittance="RF58 K7M3 P4T8", end_to_end="", iban=bank.IBAN, name="Cass")
    by_account = Promise(new_reference("V3W4X5Y6"), Money(100, "EUR"), date(2020, 1, 1), "Ben", bank.IBAN)
    by_name = Promise(new_reference("A3B4C5D6"), Money(2500, "EUR"), date(2026, 3, 1), "Cass")
    proposal = propose(line, [by_name, by_account, DEES])
    assert [candidate.promise for candidate in proposal.candidates] == [DEES, by_account, by_name]
    assert (proposal.kind, proposal.promise) == (Kind.GUESS, None)
    assert "none is sure" in reasons(proposal)


def test_all_clues_of_a_promise_are_told_together() -> None:
    proposal = propose(bank.line(**SILENT | {"name": "Dee Donor", "iban": bank.DEES}), [DEES])
    assert proposal.candidates[0].clues == (Clue.IBAN, Clue.NAME_AND_AMOUNT)


def test_money_that_went_out_is_no_gift() -> None:
    proposal = propose(bank.line(-2500), [DEES])
    assert (proposal.kind, proposal.promise) == (Kind.OUTGOING, DEES)  # perhaps Dee's gift, given back
    assert propose(bank.line(-2500, remittance="paper", end_to_end=""), [DEES]).candidates == ()


def test_what_came_back_is_no_gift() -> None:
    assert propose(bank.line(returned=True), [DEES]).kind is Kind.RETURNED
    assert propose(bank.line(-2500, returned=True), [DEES]).kind is Kind.RETURNED


def test_nothing_is_nothing() -> None:
    proposal = propose(bank.line(**SILENT), [DEES, BENS])
    assert (proposal.kind, proposal.candidates) == (Kind.NONE, ())
    assert reasons(proposal)


def test_no_name_is_nobody_s_name() -> None:
    assert known_name("  -- ") == ""
    assert propose(bank.line(**SILENT), [replace(DEES, name="", iban="")]).kind is Kind.NONE


tokens = st.randoms(use_true_random=False).map(lambda chance: new_token(chance.choice))


@given(st.lists(tokens, min_size=1, max_size=5, unique=True), st.text(max_size=80), st.integers(-9, 9))
def test_only_a_written_reference_makes_it_sure(drawn: list[str], text: str, cents: int) -> None:
    promises = [Promise(new_reference(token), Money(5, "EUR"), date(2026, 3, 1), "Dee", bank.DEES) for token in drawn]
    line = bank.line(cents, remittance=text, end_to_end="")
    proposal = propose(line, Promises.of(promises))
    if proposal.kind in {Kind.SURE, Kind.WHO, Kind.SEVERAL}:
        assert {each.promise.reference for each in proposal.candidates} <= set(parse_references(text).found)
        assert cents > 0
    if proposal.kind is Kind.SURE:
        assert line.money == Money(5, "EUR")
