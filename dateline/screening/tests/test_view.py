"""A text as it is read: tricks are undone, languages are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.screening import LONGEST, view_of


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("You аre an idіot", "you are an idiot"),
        ("you аге ԁо аѕѕ hole", "you are do ass hole"),
        ("what ЅНІТ you write", "what shit you write"),
        ("ΗΑTE the ΝΙGHT", "hate the night"),
        ("Ꮲӏеаѕе апѕԝег", "please answer"),
        ("ոеԝѕ", "news"),
        ("ꓟꓳꓠꓰꓬ for you", "money for you"),
        ("🅱itch", "bitch"),
        ("Ты дурaк, Пpивет пiд", "ты дурак, привет під"),
    ],
)
def test_borrowed_letters_are_read_as_what_they_pass_for(text: str, read: str):
    assert view_of(text).text == read


@pytest.mark.parametrize(
    "text",
    [
        "он сказал: уходи, а я остался у хора",
        "ура, хор, сор, рота",
        "he said «иди сюда, хор» to me",
        "the word «сестра» means sister, as i know",
        "she answered «нет, сука» and left the room",
        "ще одна хата, а в ніи рука",
        "the greeks say και συ τεκνον to him",
        "ο ποταμοσ ανεβαινει, προσοχη στη γεφυρα",
        "հայերեն",
    ],
)
def test_other_languages_and_quotations_from_them_are_left_alone(text: str):
    assert view_of(text).text == text


def test_a_word_of_lookalikes_stays_foreign_in_a_text_that_is_mostly_foreign():
    assert view_of("Твой хор поет на https://x.example сор").text.endswith(" сор")


@pytest.mark.parametrize(
    ("text", "pointed_at"),
    [
        ("i**d**iot", "i**d**iot"),
        ("**id**iot", "id**iot"),
        ("i***d***iot", "i***d***iot"),
        ("id~~iot~~", "id~~iot"),
        ("i`d`iot", "i`d`iot"),
        ("i&#100;iot", "i&#100;iot"),
        ("i&#x64;io&#116;", "i&#x64;io&#116;"),
        ("id<b>iot</b>", "id<b>iot"),
        ("[b]id[/b]iot", "id[/b]iot"),
        ("id<!-- -->iot", "id<!-- -->iot"),
    ],
)
def test_marks_inside_a_word_are_taken_out_and_the_word_is_pointed_at_as_it_was_written(text: str, pointed_at: str):
    view = view_of(f"An {text}!")
    assert view.text == "an idiot!"
    start, end = view.span(3, 8)
    assert view.original[start:end] == pointed_at


@pytest.mark.parametrize(
    "text",
    ["f*ck", "f**k and f**k", "**bold** words", "a < b > c", "i <3 you", "[1]", "&#0; &#55296; &#99999999;", "`code`"],
)
def test_what_hides_no_word_stays(text: str):
    assert view_of(text).text == text


@given(st.text(alphabet="aé*~`&#;x64<b>[/]", max_size=60))
def test_each_character_that_is_left_knows_its_place(text: str):
    view = view_of(text)
    assert len(view.text) == len(view.places)
    assert list(view.places) == sorted(view.places)
    for at in range(len(view.text)):
        start, end = view.span(at, at + 1)
        assert 0 <= start < end <= len(text)


@pytest.mark.parametrize("run", ["a**", "**a", "`a", "a`", "<!--", "&#1", "a~~b", "a***a", "[b", "аѕ ", "ԁπ", "а a "])
def test_time_is_linear(run: str, quickest):
    text = (run * 40 * LONGEST)[: 40 * LONGEST]
    assert quickest(lambda: view_of(text)) < 2
