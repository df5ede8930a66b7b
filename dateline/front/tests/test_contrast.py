"""Whatever one reads stands out from its ground by 4.5:1, whatever one presses by 3:1, on both papers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dateline.front.theme import words_on
from dateline.lib.colour import PAPER_DARK, PAPER_LIGHT, contrast

TOKENS = (Path(__file__).parent.parent / "static/front/css/tokens.css").read_text()
WORDS = ["ink", "ink-soft", "accent", "good", "warn", "bad", "confirmed", "claimed", "disputed"]


def papers() -> dict[str, dict[str, str]]:
    """The colours of light and of dark paper."""
    light, _, dark = TOKENS.partition("@media (prefers-color-scheme: dark)")
    return {name: dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", css)) for name, css in (("l", light), ("d", dark))}


@pytest.mark.parametrize("paper", ["l", "d"])
@pytest.mark.parametrize("ground", ["paper", "paper-raised"])
@pytest.mark.parametrize("words", WORDS)
def test_words_can_be_read(paper: str, ground: str, words: str) -> None:
    colours = papers()[paper]
    assert contrast(colours[words], colours[ground]) >= 4.5


@pytest.mark.parametrize("paper", ["l", "d"])
def test_words_on_the_accent_can_be_read(paper: str) -> None:
    assert contrast(papers()[paper]["on-accent"], papers()[paper]["accent"]) >= 4.5


@pytest.mark.parametrize("paper", ["l", "d"])
@pytest.mark.parametrize("shape", ["edge", "focus"])
def test_shapes_can_be_seen(paper: str, shape: str) -> None:
    assert contrast(papers()[paper][shape], papers()[paper]["paper"]) >= 3


@pytest.mark.parametrize("words", ["ink", "confirmed", "disputed"])
@pytest.mark.parametrize("paper", ["l", "d"])
def test_labels_on_land_can_be_read(paper: str, words: str) -> None:
    assert contrast(papers()[paper][words], papers()[paper]["land"]) >= 4.5


def test_both_papers_set_the_same_colours() -> None:
    assert papers()["l"].keys() == papers()["d"].keys()


@pytest.mark.parametrize("accent", ["#8a1c1c", "#f2a38c", "#0b6e4f", "#ffd400", "#777777"])
def test_a_chosen_accent_gets_words_that_can_be_read_on_it(accent: str) -> None:
    assert contrast(words_on(accent), accent) >= 4.4


def test_the_paper_that_accents_are_checked_on_is_the_paper_we_print_on() -> None:
    assert (papers()["l"]["paper"], papers()["d"]["paper"]) == (PAPER_LIGHT, PAPER_DARK)


def test_a_chosen_paper_is_the_same_as_the_reader_s_own() -> None:
    chosen = (Path(__file__).parent.parent / "static/front/css/chosen.css").read_text()
    light, _, dark = chosen.partition(':root[data-theme="dark"]')
    found = {name: dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", css)) for name, css in (("l", light), ("d", dark))}
    assert found == papers()
