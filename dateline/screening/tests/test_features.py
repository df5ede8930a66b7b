"""Runs of letters as numbers, compared with a plain reading of the same rule."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.screening.model.features import BASE, BUCKETS, PAIR, RUNS, SALTS, WORD, features_of

WORDS = st.lists(st.text("abcdé0*🤡", min_size=1, max_size=9), max_size=12)
ALL = 1 << 64


def plainly(words: list[str]) -> list[int]:
    """The buckets, letter by letter."""
    found = []
    for run in RUNS:
        for word in words:
            edged = f" {word} "
            found += [mixed(total(edged[i : i + run]), run) for i in range(len(edged) - run + 1)]
    whole = [total(word) for word in words]
    pairs = pairwise(whole)
    return found + [mixed(h, WORD) for h in whole] + [mixed((a * SALTS[0] + b) % ALL, PAIR) for a, b in pairs]


def total(letters: str) -> int:
    return sum((ord(letter) + 1) * pow(BASE, place, ALL) for place, letter in enumerate(letters)) % ALL


def mixed(number: int, salt: int) -> int:
    number = number * SALTS[salt] % ALL
    number ^= number >> 31
    return (number * 0x94D049BB133111EB % ALL) >> 44


@settings(max_examples=200, deadline=None)
@given(WORDS)
def test_buckets_are_those_of_the_plain_rule(words: list[str]):
    assert Counter(features_of(words).buckets.tolist()) == Counter(plainly(words))


@settings(max_examples=100, deadline=None)
@given(WORDS)
def test_every_bucket_belongs_to_a_word(words: list[str]):
    features = features_of(words)
    assert (features.buckets < BUCKETS).all()
    for owners in (features.owners, features.others):
        assert len(owners) == len(features.buckets)
        assert all(0 <= owner < len(words) for owner in owners)


def test_a_word_is_the_same_wherever_it_stands():
    alone = set(features_of(["idiot"]).buckets.tolist())
    assert alone <= set(features_of(["you", "are", "an", "idiot", "!"]).buckets.tolist())


def test_a_pair_has_two_owners_and_a_run_one():
    features = features_of(["ab", "cd"])
    shared = features.owners != features.others
    assert shared.sum() == 1
    assert np.flatnonzero(shared).tolist() == [len(features.buckets) - 1]


def test_nothing_has_no_features():
    assert len(features_of([]).buckets) == 0
