"""The fit finds the minimum, and the same one to the last bit on every processor."""

from __future__ import annotations

import math
from hashlib import sha256

import numpy as np
import pytest

from dateline.screening.model.features import features_of
from dateline.screening.model.fit import Rows, fit, logarithm, margins, sigmoid

BAD = ["you idiot", "shut up you fool", "what an idiot you are", "fool go away"]
GOOD = ["thank you", "the water is falling", "what a good report", "go to the town hall"]
# Of the weights below. Where this differs on some machine, weights cannot be rebuilt there: see docs/model-card.md.
FINGERPRINT = "fa74b68bfec698b1887bec8c163d387e054de2a574f56181e002db051938ab1b"


def rows() -> tuple[Rows, np.ndarray]:
    found = [np.unique(features_of(text.split()).buckets) for text in BAD + GOOD]
    ends = np.cumsum([len(each) for each in found], dtype=np.int64)
    return Rows(np.concatenate(found), ends, np.zeros((len(found), 1))), np.array([1.0] * 4 + [0.0] * 4)


def test_the_sigmoid_and_the_logarithm_are_those_of_the_library_to_twelve_places():
    values = np.linspace(-39, 39, 2_001)
    assert sigmoid(values) == pytest.approx([1 / (1 + math.exp(-value)) for value in values], rel=1e-12)
    positive = np.geomspace(1e-9, 1e9, 2_001)
    assert logarithm(positive) == pytest.approx(np.log(positive), rel=1e-12, abs=1e-12)


def test_the_slope_vanishes_where_the_fit_ends():
    data, labels = rows()
    weights = fit(data, labels, np.ones(8), strength=8.0, steps=200, tolerance=1e-9)
    pull = sigmoid(margins(data, weights)) - labels
    assert abs(pull.sum()) < 1e-6
    counts = data.ends - data.starts
    slope = np.bincount(data.buckets, np.repeat(pull * data.scales, counts), len(weights.buckets)) + weights.buckets / 8
    assert np.abs(slope).max() < 1e-6
    assert ((margins(data, weights) > 0) == (labels > 0.5)).all()


def test_the_weights_are_the_same_to_the_last_bit():
    data, labels = rows()
    weights = fit(data, labels, np.ones(8), strength=8.0, steps=30, tolerance=1e-6)
    assert sha256(weights.buckets.tobytes()).hexdigest() == FINGERPRINT


def test_a_row_that_weighs_nothing_leaves_no_trace():
    data, labels = rows()
    less = Rows(data.buckets[: data.ends[-2]], data.ends[:-1], data.signals[:-1])
    one = fit(data, labels, np.array([1.0] * 7 + [0.0]), steps=100, tolerance=1e-9)
    other = fit(less, labels[:-1], np.ones(7), steps=100, tolerance=1e-9)
    assert one.buckets == pytest.approx(other.buckets, abs=1e-6)
