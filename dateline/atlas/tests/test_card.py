"""A headline in type, however long and in whatever script."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from dateline.atlas.card import card_svg, cut_short, draw_card, fitted, reads_from_right
from dateline.atlas.drawing.text import text_width


@pytest.mark.parametrize(("size", "pixels"), [("og", (1200, 630)), ("1x1", (1200, 1200)), ("4x3", (1200, 900))])
def test_a_card_has_the_size_that_was_asked_for(size: str, pixels: tuple[int, int]) -> None:
    png = draw_card(title="The Orva took the low town", kicker="Flood", name="Orva Courier", footer="Halm", size=size)
    assert Image.open(BytesIO(png)).size == pixels


@pytest.mark.parametrize(
    "title",
    [
        "",
        "فاض النهر على البلدة",
        "河水在四十分钟内淹没了低洼的城镇" * 9,
        "Річка за сорок хвилин",
        "🌊" * 50,
        "x" * 3000,
        "a\x00<b>&",
    ],
    ids=["empty", "Arabic", "Chinese", "Ukrainian", "emoji", "one endless word", "markup"],
)
def test_no_headline_is_too_odd_to_draw(title: str) -> None:
    assert Image.open(BytesIO(draw_card(title=title, name="Orva Courier"))).size == (1200, 630)


def test_letters_are_drawn_on_a_machine_without_fonts() -> None:
    """Latin and Cyrillic come from the fonts that are installed with us: two different words must look different."""
    one, other = draw_card(title="Halm", name=""), draw_card(title="Город", name="")
    assert len({one, other, draw_card(title="", name="")}) == 3


@given(st.text(max_size=600))
@settings(max_examples=60, deadline=None)
def test_every_line_of_a_headline_fits_its_room(title: str) -> None:
    letters, rows = fitted(title, 1000, 300)
    assert len(rows) * letters * 1.12 <= 300 + letters
    assert all(text_width(row, letters) <= 1000 for row in rows)


def test_a_headline_that_is_cut_says_so() -> None:
    assert cut_short(["one", "two", "three"], 2, 30, 500) == ["one", "two…"]


def test_a_right_to_left_headline_stands_at_the_right() -> None:
    assert reads_from_right("«فاض النهر» 2026")
    assert not reads_from_right("Halm فاض")
    assert 'text-anchor="end"' in card_svg("فاض", "x", "", "", (1200, 630), "#000000")
