"""The promises of tests/fuzz on some thousand inputs; all hundred thousand are a command (docs/development.md)."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.discussion import markup
from dateline.discussion.markup import MARKED, render
from dateline.screening import LONGEST
from tests.fuzz.nasty import BLANKS, MARKS, NAMES, SCHEMES, STARTS, TRICKS, cases
from tests.fuzz.promises import ELEMENTS, broken, words_of
from tests.fuzz.slow import REPEATED

PIECES = st.sampled_from([*MARKS, *BLANKS, *STARTS, *SCHEMES, *TRICKS, *(f"<{name}" for name in NAMES)])
ENOUGH_SECONDS = 0.5  # of a processor, for the longest comment; on a machine that is not busy, a tenth of it


def test_the_promises_name_what_the_cleaner_allows() -> None:
    assert markup.ELEMENTS == ELEMENTS
    assert {"a": {"href"}, "*": set()} == markup.ATTRIBUTES


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES | st.text(st.characters(exclude_categories=["Cs"]), max_size=6), max_size=30).map("".join))
def test_whatever_is_written_nothing_comes_out_that_is_not_allowed(text: str) -> None:
    assert broken(render(text)) == []


def test_nor_of_what_is_grown_and_mutated() -> None:
    assert [(text, what) for text in cases(seed=2, number=3_000) if (what := broken(render(text)))] == []


@pytest.mark.parametrize(
    "html",
    [
        "<p onclick=x>a</p>",
        "<script>1</script>",
        "<a href='javascript:1'>a</a>",
        "<a href=''>a</a>",
        "<p>a",
        "<em><p>a</em></p>",
        "<!-- a -->",
        "<a href='https://a.example' rel='opener'>a</a>",
    ],
)
def test_a_broken_promise_would_be_found(html: str) -> None:
    assert broken(html)


@pytest.mark.parametrize("name", REPEATED)
def test_nothing_takes_long_however_it_is_nested(name: str, quickest: Callable[[Callable[[], object]], float]) -> None:
    text = REPEATED[name](LONGEST)
    assert len(text) <= LONGEST
    assert broken(render(text)) == []
    assert quickest(lambda: render(text)) < ENOUGH_SECONDS


def every_letter() -> Iterator[str]:
    """Every character that a form can send, by the hundred, each between two plain letters."""
    codes = [code for code in range(sys.maxunicode + 1) if not 0xD800 <= code < 0xE000]
    marked = [code for code in codes if not (MARKED.search(chr(code)) or chr(code) == "\n")]
    for first in range(0, len(marked), 100):
        yield "x" + "x".join(chr(code) for code in marked[first : first + 100]) + "x"


def test_every_letter_of_every_plane_comes_out_as_it_went_in() -> None:
    assert [text for text in every_letter() if words_of(render(text)) != f"{text}\n"] == []


@settings(max_examples=300, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=80))
def test_plain_words_come_out_as_they_went_in_by_either_way(text: str) -> None:
    plain = "x" + "".join(sign for sign in text if not MARKED.search(sign)) + "x"
    assert words_of(render(plain)) == words_of(render(f"{plain} *e*")).replace(" e\n", "\n") == f"{plain}\n"
