"""Text made to hang or fool the reader of it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.screening import LONGEST, Submission, screen
from dateline.screening.phases import PHASES
from dateline.screening.view import view_of

# What breaks backtracking engines: long runs of what a pattern repeats, and near misses at their end.
RUNS = [
    "1",
    "1,",
    "$1",
    "a",
    "a ",
    "you ",
    "work a ",
    "earn a a a ",
    '"',
    "“",
    "> ",
    "\n>",
    "(",
    "http://",
    "www.",
    "★",
    "a-",
    "dot ",
]
HOSTILE = [run * LONGEST for run in RUNS] + [f"{run * LONGEST}!" for run in ("whatsapp a ", "bitcoin ", "text +1 2-3 ")]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_answered(text: str):
    """That this ends at all is the test; the patterns repeat within bounds and the input is cut."""
    assert screen(Submission(text=text)).outcome == "hold"


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_every_span_lies_in_the_original_text(text: str):
    for reason in screen(Submission(text=text, author_name=text)).reasons:
        assert reason.code != "phase-failed"
        for start, end in reason.spans:
            assert 0 <= start < end <= len(text)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_a_view_keeps_a_place_for_every_letter_in_order(text: str):
    view = view_of(text)
    assert len(view.text) == len(view.places)
    assert list(view.places) == sorted(view.places)


def test_every_phase_is_named_once():
    names = [name for name, _phase in PHASES]
    assert len(names) == len(set(names))
