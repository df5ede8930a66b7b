"""A comment is read as the words that a reader sees in it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.screening.model.words import LONGEST_WORD, words_of
from dateline.screening.view import view_of


def read(text: str) -> list[str]:
    return [word.text for word in words_of(view_of(text))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The water falls.", ["the", "water", "falls", "."]),
        ("b1tch", ["b0tch", "bitch", "bltch"]),
        ("f*ck sh#t", ["fck", "f*ck", "sht", "sh*t"]),
        ("sooooo", ["soo", "so"]),
        ("i d i o t", ["idiot"]),
        ("y o u  i d i o t", ["you", "idiot"]),
        ("you i d i o t, go", ["you", "idiot", ",", "go"]),
        ("“s c u m”", ["“", "scum", "”"]),
        ("vitamin a, b or c", ["vitamin", "a", ",", "b", "or", "c"]),
        ("i.d.i.o.t", ["idiot"]),
        ("i🔥d🔥i🔥o🔥t", ["idiot"]),
        ("I a", ["i", "a"]),
        ("@Ben_Marsh and @ss", ["@name", "and", "@ss", "ass"]),
        ("write to ben@water.example", ["write", "to", "@mail"]),
        ("https://www.cheap-pills.example/x?y", ["http", "cheap", "pills", ".example", "/path"]),
        ("hxxp://pills[.]com", ["http", "pills", ".com"]),
        ("$97 or 97€", ["$money", "$00", "or", "$money", "00€"]),
        ("call +1(555)010-9988", ["call", "+phone"]),
        ("I’m don't", ["im", "dont"]),
        ("wow!!!!", ["wow", "!!"]),
    ],
)
def test_a_comment_reads_as(text: str, words: list[str]):
    assert read(text) == words


@pytest.mark.parametrize("word", ["h1n1", "b2b", "4th"])
def test_what_may_be_a_trick_and_may_be_none_keeps_its_own_form(word: str):
    own = "".join("0" if letter.isdigit() else letter for letter in word)
    assert read(word)[0] == own


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=300))
def test_every_word_has_its_place_in_the_original(text: str):
    view = view_of(text)
    for word in words_of(view):
        assert 0 < len(word.text) <= LONGEST_WORD
        start, end = view.span(word.start, word.end)
        assert 0 <= start < end <= len(text)
