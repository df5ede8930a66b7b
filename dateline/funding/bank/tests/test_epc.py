"""The square that fills in a transfer holds what the guidelines allow, and is drawn so that any page may show it."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree

import pytest
import segno
from hypothesis import given
from hypothesis import strategies as st
from segno import helpers

from dateline.funding.bank.epc import NotForThisCode, payload, svg
from dateline.funding.bank.iban import BadIban
from dateline.funding.bank.reference import new_reference
from dateline.lib.money import Money

IBAN = "DE02120300000000202051"
REFERENCE = new_reference("K7M2P4T8")


def told(**changes: Any) -> str:
    """Return the payload of a gift of ten euros fifty, with changes."""
    wanted = {"name": "The Harbour Post", "iban": IBAN, "money": Money(1050, "EUR"), "reference": REFERENCE}
    return payload(**(wanted | changes))


def test_it_has_the_lines_of_the_guidelines() -> None:
    assert told(bic="BYLADEM1001", purpose="CHAR").split("\n") == [
        "BCD", "002", "1", "SCT", "BYLADEM1001", "The Harbour Post", IBAN, "EUR10.50", "CHAR", REFERENCE,
    ]  # fmt: skip


def test_a_text_stands_where_a_reference_does_not() -> None:
    assert told(reference="", text="Gift for July").split("\n")[7:] == ["EUR10.50", "", "", "Gift for July"]


def test_the_amount_may_be_left_to_the_giver() -> None:
    assert told(money=None, reference="").split("\n")[-1] == IBAN


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"name": ""}, "needs the name"),
        ({"name": "x" * 71}, "name has 71 characters; the code carries 70"),
        ({"name": "The Post\nEUR999"}, "one line"),
        ({"money": Money(1000, "USD")}, "euros only"),
        ({"money": Money(0, "EUR")}, "one cent"),
        ({"money": Money(-5, "EUR")}, "one cent"),
        ({"money": Money(100_000_000_000, "EUR")}, "999,999,999.99"),
        ({"purpose": "CHARY"}, "four capital letters"),
        ({"reference": "RF59K7M2P4T8"}, "not a creditor reference"),
        ({"text": "too"}, "not both"),
        ({"reference": "", "text": "x" * 141}, "141"),
        ({"hint": "x" * 71}, "71"),
        ({"reference": "", "text": "ї" * 140, "name": "ж" * 60}, "bytes"),
        ({"iban": "GB33BUKB20201555555555"}, "needs the BIC"),
        ({"iban": "TR330006100519786457841326"}, "not among them"),
    ],
)
def test_what_it_cannot_carry_is_said(changes: dict[str, Any], problem: str) -> None:
    with pytest.raises(NotForThisCode, match=problem):
        told(**changes)


def test_a_wrong_account_never_becomes_a_code() -> None:
    with pytest.raises(BadIban):
        told(iban="DE02120300000000202015")


def test_another_program_makes_the_same_code() -> None:
    text = told(reference="", text="Gift for July", money=Money(1051, "EUR"))
    theirs = helpers.make_epc_qr(name="The Harbour Post", iban=IBAN, amount="10.51", text="Gift for July", encoding=1)
    ours = segno.make_qr(text, error="m", boost_error=False, encoding="utf-8")
    assert ours.matrix == theirs.matrix


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=200))
def test_any_text_is_carried_or_refused(text: str) -> None:
    try:
        carried = told(reference="", text=text)
    except NotForThisCode:
        return
    assert carried.count("\n") <= 10
    assert len(carried.encode()) <= 331
    assert svg(carried, "Transfer").startswith("<svg ")


def test_the_drawing_needs_no_style_and_no_script_and_has_a_title() -> None:
    drawn = svg(told(), "Transfer to <The Harbour Post>")
    tree = ElementTree.fromstring(drawn)
    assert tree.attrib["role"] == "img"
    assert [element.text for element in tree.iter() if element.tag.endswith("title")] == [
        "Transfer to <The Harbour Post>"
    ]
    for element in tree.iter():
        assert element.tag.rpartition("}")[2] in {"svg", "title", "path"}
        assert not {name for name in element.attrib if name == "style" or name.startswith("on")}


def test_white_lies_under_and_around_it() -> None:
    tree = ElementTree.fromstring(svg(told(), "Transfer"))
    size = int(tree.attrib["viewBox"].split()[-1])
    first, second = (element.attrib for element in tree if element.tag.endswith("path"))
    assert (first["fill"], first["d"]) == ("#fff", f"M0 0h{size}v{size}h-{size}z")
    assert second["stroke"] == "#000"
    assert second["d"].startswith("M4 4.5")  # four modules of quiet


def test_the_longest_fits_into_version_13() -> None:
    longest = told(reference="", text="x" * 140, name="y" * 70, hint="z" * 59, bic="BYLADEM1001")
    assert len(longest.encode()) <= 331
    assert svg(longest, "Transfer")
