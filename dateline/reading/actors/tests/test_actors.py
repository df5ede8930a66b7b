"""Who takes part, in sentences written for the purpose."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reading.actors import defined, mentions, roles
from dateline.reading.words import Words

VERBS = {"attacked", "captured", "repelling", "advanced", "killed", "arrested", "shelled", "launched", "opened"}


def cast(text: str) -> list[tuple[str, str]]:
    """Who takes part in ``text``, with roles."""
    words = Words(text)
    found = list(mentions(words, 0, len(words), defined(words)))
    return roles(words, found, [at for at, word in enumerate(words.lower) if word in VERBS])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Northern Army attacked at dawn.", "Northern Army"),
        ("Hezbollah attacked at dawn.", "Hezbollah"),
        ("Foreign-backed forces attacked at dawn.", "Foreign-backed forces"),
        ("The rebels attacked at dawn.", "rebels"),
        ("Police arrested him.", "Police"),
        ("The Ministry of Public Works opened the dam.", "Ministry of Public Works"),
        ("Byron Shipping Ltd opened an office.", "Byron Shipping Ltd"),
        ("General Ada Byron launched the attack.", "General Ada Byron"),
        ("Gen. Byron launched the attack.", "Gen. Byron"),
        ("The pro-government forces attacked.", "pro-government forces"),
    ],
)
def test_who_acts_is_named(text: str, name: str) -> None:
    assert cast(text) == [(name, "by")]


@pytest.mark.parametrize(
    "text",
    [
        "The forces of nature are strong.",
        "It was a pro-government town.",
        "The company he kept was good.",
        "An army spokesman spoke.",
        "The river rose by two metres.",
        "",
    ],
)
def test_nobody_acts(text: str) -> None:
    assert cast(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army attacked the rebels.", [("army", "by"), ("rebels", "target")]),
        ("The rebels were attacked by the army.", [("rebels", "target"), ("army", "by")]),
        ("The army attacked with the police.", [("army", "by"), ("police", "ally")]),
        ("The army, backed by Hezbollah, captured the hill.", [("army", "by"), ("Hezbollah", "ally")]),
        (
            "The army and the police captured the hill from ISIS.",
            [("army", "by"), ("police", "by"), ("ISIS", "target")],
        ),
        ("After repelling the rebels, the army advanced.", [("rebels", "target"), ("army", "by")]),
        ("The army and its allies advanced.", [("army", "by"), ("its allies", "by")]),
    ],
)
def test_roles(text: str, expected: list[tuple[str, str]]) -> None:
    assert cast(text) == expected


def test_a_short_name_stands_for_what_the_text_says() -> None:
    text = "The Popular Harbour Units (PHU) attacked. PHU fighters and the PHU captured the hill."
    assert cast(text)[0] == ("Popular Harbour Units", "by")
    assert ("PHU", "by") not in cast(text)


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("the Port Authority of Northam (PAN) said", {"PAN": "Port Authority of Northam"}),
        ("Northern Arab Army (NAA) units", {"NAA": "Northern Arab Army"}),
        ("a ship (NAA) came", {}),
        ("it rose (USD) again", {}),
    ],
)
def test_short_names_are_explained_by_initials(text: str, short: dict[str, str]) -> None:
    assert defined(Words(text)) == short


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    cast(text)
