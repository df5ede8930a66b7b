"""What was known of an author is kept no finer than it is told apart, and never speaks for a comment."""

from __future__ import annotations

from dataclasses import replace
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.screening import Submission
from dateline.screening.learning import Known, as_kept, learn, to_keep
from dateline.screening.learning.authors import AUTHORS, places_of
from dateline.screening.learning.tests.made_up import shipped, stream

SECONDS = st.none() | st.just(inf) | st.floats(0, 86_400)
KNOWN = st.builds(Known, st.none() | st.integers(0, 10_000), SECONDS)


@given(KNOWN)
def test_what_is_kept_has_the_places_by_which_it_was_judged(known: Known):
    assert places_of(as_kept(**to_keep(known))) == places_of(known)


@given(KNOWN)
def test_nothing_is_kept_that_makes_no_difference(known: Known):
    kept = to_keep(known)
    assert kept == to_keep(as_kept(**kept))
    assert kept["accepted"] in (None, 0, 1, 2, 3, 4, 5)
    assert kept["seconds"] in (None, -1, *range(11))


@pytest.mark.parametrize(
    ("known", "kept", "names"),
    [
        (Known(), (None, None), []),
        (Known(0, 2.9), (0, 2), ["stranger", "hasty"]),
        (Known(4, 9.99), (4, 9), ["newcomer", "hasty"]),
        (Known(5, 10.0), (5, 10), []),
        (Known(700, None), (5, -1), ["untimed"]),
    ],
)
def test_what_is_told_apart(known: Known, kept: tuple[int | None, int | None], names: list[str]):
    assert tuple(to_keep(known).values()) == kept
    assert [AUTHORS[place] for place in places_of(known)] == names


def test_what_is_judged_by_is_what_the_submission_says():
    assert Submission("Good morning.", accepted=3, seconds=4.5).known == Known(3, 4.5)


@pytest.mark.parametrize("kind", ["spam", "abuse"])
def test_that_strangers_are_let_stand_more_often_says_nothing_for_them(kind):
    """For they are all looked at, and others where something was amiss."""
    looked_at = [replace(each, accepted=9 if each.is_positive else 0) for each in stream(300, kind)]
    unknown = learn([replace(each, accepted=None) for each in looked_at], shipped())
    taught = learn(looked_at, shipped())
    assert taught.head(kind).authors == (0.0,) * len(AUTHORS)
    assert taught.to_bytes() == unknown.to_bytes()


def test_that_strangers_are_refused_more_often_says_something_against_them():
    looked_at = [replace(each, accepted=0 if each.is_positive else 9) for each in stream(300)]
    stranger, *others = learn(looked_at, shipped()).head("spam").authors
    assert stranger > 0.5
    assert others == [0.0, 0.0, 0.0]
