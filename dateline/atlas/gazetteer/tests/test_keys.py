"""What of a name is compared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.atlas.gazetteer import keys
from dateline.atlas.gazetteer.sound import sound
from dateline.atlas.gazetteer.spellings import usable


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Deir ez-Zor", "DEIR EZZOR"),
        ("Ālbū Kamāl", "albu kamal"),
        ("Al Qā’im", "al-Qaim"),
        ("Łódź", "Lodz"),
        ("Weißenfels", "Weissenfels"),
        ("Орёл", "орел"),
        ("أبو كمال", "ابو كمال"),
        ("D.C.", "DC"),
    ],
)
def test_two_spellings_have_one_key(one: str, other: str) -> None:
    assert keys.key(one) == keys.key(other) != ""


def test_an_article_can_be_left_out() -> None:
    assert keys.without_article("al-Qaim") == keys.key("Qaim")
    assert keys.without_article("Qaim") == ""
    assert keys.without_article("Al") == ""


@pytest.mark.parametrize(
    ("one", "other"), [("Raqqa", "Rakka"), ("Homs", "Hims"), ("Bukamal", "Boukamal"), ("Ash Shaddadi", "Shadadah")]
)
def test_transliterations_share_their_consonants(one: str, other: str) -> None:
    assert keys.skeleton(one) == keys.skeleton(other) != ""


@pytest.mark.parametrize(("one", "other"), [("Girs'k", "Hirsk"), ("Shymkent", "Chimkent"), ("Dzhambul", "Jambul")])
def test_transliterations_share_their_sounds(one: str, other: str) -> None:
    assert sound(one) == sound(other) != ""


def test_what_is_not_latin_has_no_sound() -> None:
    assert sound("Київ") == ""


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert keys.folded(keys.folded(text)) == keys.folded(text)


@pytest.mark.parametrize(
    "name", ["Al-Bukamal", "al-Bukamal", "Київ", "دير الزور", "'s-Hertogenbosch", "NYC", "São Tomé"]
)
def test_names_that_people_write_are_kept(name: str) -> None:
    assert usable(name)


@pytest.mark.parametrize("name", ["LFT", "la fa ye", "abw kmal", "拉法葉", "Lafayette, Louisiana", "Xy", "4th Street"])
def test_codes_and_machines_transliterations_are_not(name: str) -> None:
    assert not usable(name)
