"""Names that pass for another."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.lib.skeleton import ALONE, AMONG_LATIN, PLAIN, is_near, skeleton

WORDS = st.text("abc", min_size=6, max_size=12)


@pytest.mark.parametrize("name", ["courier", "couriers", "ourier", "coarier", "thecourier", "courierdesk"])
def test_one_letter_more_less_or_other_passes_for_it_and_what_holds_it_too(name: str) -> None:
    assert is_near(name, "courier")


@pytest.mark.parametrize("name", ["", "couri", "carrier", "curer", "ruocier"])
def test_what_is_further_away_does_not(name: str) -> None:
    assert not is_near(name, "courier")


def test_a_short_name_is_only_compared() -> None:
    assert is_near("echo", "echo")
    assert not is_near("echos", "echo")
    assert not is_near("ech", "echo")


def slowly(name: str, own: str) -> bool:
    """The same, by trying every change of one letter."""
    gone = {own[:at] + own[at + 1 :] for at in range(len(own))}
    other = {own[:at] + letter + own[at + 1 :] for at in range(len(own)) for letter in "abc"}
    more = {own[:at] + letter + own[at:] for at in range(len(own) + 1) for letter in "abc"}
    return own in name or name in gone | other | more


@given(WORDS, WORDS, st.integers(0, 12), st.text("abc", max_size=2))
def test_it_says_what_trying_every_change_says(one: str, other: str, at: int, letters: str) -> None:
    changed = one[:at] + letters + one[at + 1 :]
    assert is_near(changed, one) == slowly(changed, one)
    assert is_near(other, one) == slowly(other, one)


@pytest.mark.parametrize(
    ("fancy", "plain"),
    [
        ("🅐🅓🅐 🅼🅰🆁🆂🅷", "ada marsh"),
        ("🇦\u200b🇩\u200b🇦", "ada"),
        ("⒜⒟⒜ 🄜🄐🄡🄢🄗", "ada marsh"),
        ("ᴀᴅᴀ ᴍᴀʀꜱʜ", "ada marsh"),
        ("ᵃᵈᵃ ᴹᵃʳˢʰ 𐞥", "ada marsh q"),
        ("Åđḁ Mářşħ Øłƒ", "ada marsh olf"),
        ("a\u115fd\u3164a\uffa0", "ada"),
        ("a\U000e0061\u00add\ufe0fa\u2060", "ada"),
        ("ada\u2800marsh", "ada marsh"),
        ("❶② 3️⃣", "12 3"),
    ],
)
def test_fancy_letters_and_what_is_not_seen_leave_plain_letters(fancy: str, plain: str) -> None:
    assert fancy.translate(PLAIN) == plain


def test_letters_of_living_languages_stay_what_they_are() -> None:
    for text in ("твои дом", "ο ποταμοσ", "한국어", "ภาษาไทย", "þæœ", "中文", "かな"):
        assert text.translate(PLAIN).casefold() == unicodedata.normalize("NFC", text) or "\uac00" <= text[0] <= "\ud7a3"


@pytest.mark.parametrize("name", ["Аdа Маrsһ", "ᎪᎠᎪ ꓟꓮꓣꓢꓧ", "ΑԁΑ ΜΑгѕһ", "Ꭺda Ⲙarsh", "🅰🅳🅰 🅼🅰🆁🆂🅷"])
def test_a_name_in_borrowed_letters_has_the_skeleton_of_the_latin_one(name: str) -> None:
    assert skeleton(name) == skeleton("Ada Marsh")


def test_every_reading_of_a_character_is_as_long_as_its_plain_letters() -> None:
    for code in range(0x110000):
        assert len(PLAIN[code]) == len(AMONG_LATIN[code]) == len(ALONE[code])
