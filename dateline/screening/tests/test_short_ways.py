"""What makes reading quick changes nothing: each short way gives what the long one gives."""

from __future__ import annotations

import re

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dateline.screening.model.features import once
from dateline.screening.model.reading import outside, read
from dateline.screening.model.traits import NAMES
from dateline.screening.model.words import KNOWN, LONE, spans_of, words_of
from dateline.screening.view import view_of

LETTERS = ["a", "i", "b c", "i d i o t", "so", "1", "!", "’", "b1tch", "f*ck", "coool", "it's", "x_y", "word,"]
PIECES = [*LETTERS, "  ", "\n", "аѕѕ", "𝕪", "\x1c", "“he said", "well”"]
MIXED = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=30).map(" ".join) | st.text()


@given(MIXED)
@example("a b c")
@example("i d i o t  y o u")
@example("“i d i o t, he said")
def test_a_text_reads_as_its_runs_do(text: str):
    text = view_of(text).text
    slowly: list[tuple[str, int, int]] = []
    alone = [LONE.fullmatch(chunk) for chunk in text.split()]
    if not any(all(alone[place : place + 3]) for place in range(len(alone) - 2)):
        at = 0
        for chunk in text.split():
            at = text.index(chunk, at)
            slowly += [(word, at + start, at + end) for word, start, end in KNOWN[chunk][0]]
            at += len(chunk)
        assert words_of(view_of(text)) == slowly


@given(MIXED, st.lists(st.tuples(st.integers(1, 9), st.integers(1, 9)), min_size=1, max_size=4))
def test_what_is_left_out_is_what_begins_there(text: str, gaps: list[tuple[int, int]]):
    places, spans, end = spans_of(view_of(text)), [], 0
    for before, long in gaps:
        spans.append((end + before, end + before + long))
        end = spans[-1][1]
    kept = [place for place, (at, _end) in enumerate(places) if not any(start <= at < stop for start, stop in spans)]
    assert outside(places, spans) == kept


@given(st.lists(st.integers(0, 2**20 - 1)))
def test_each_place_once(places: list[int]):
    buckets = np.array(places, dtype=np.uint32)
    assert sorted(once(buckets).tolist()) == np.unique(buckets).tolist()


@given(MIXED)
def test_a_reading_knows_where_and_how_often(text: str):
    reading = read(view_of(text))
    _, which, times = np.unique(reading.features.buckets, return_inverse=True, return_counts=True)
    assert reading.times.tolist() == times[which].tolist()
    assert reading.spans == [reading.view.span(word.start, word.end) for word in words_of(reading.view)]


@given(st.text("AbcZÄß1! ", max_size=60))
def test_capitals_are_counted(text: str):
    letters, capitals = len(re.findall("[A-Za-z]", text)), len(re.findall("[A-Z]", text))
    is_shouted = letters >= 16 and capitals > 0.6 * letters
    assert ("shouting" in [NAMES[place] for place in read(view_of(text)).signals]) == is_shouted


@pytest.mark.parametrize(("text", "name"), [("★★ free", "ornaments"), ("𝕗𝕣𝕖𝕖", "fancy"), ("fr\u2060ee", "hidden")])
def test_what_is_not_ascii_is_counted_by_its_kind(text: str, name: str):
    assert name in [NAMES[place] for place in read(view_of(text)).signals]
