"""Figures of a ranking against what is worked out by hand, and what must not change them."""

from __future__ import annotations

from math import isnan

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ..figures import average_precision, calibration_error, interval, recall_at, roc_auc, threshold_at
from ..report import best_f1

TRUTH = np.array([True, False, True, False])
SCORES = np.array([0.9, 0.8, 0.7, 0.1])
RANKED = st.lists(st.tuples(st.booleans(), st.integers(-50, 50)), min_size=2, max_size=60).filter(
    lambda rows: len({truth for truth, _score in rows}) == 2
)


def arrays(rows: list[tuple[bool, int]]) -> tuple[np.ndarray, np.ndarray]:
    return np.array([truth for truth, _score in rows]), np.array([float(score) for _truth, score in rows])


def test_figures_are_what_is_worked_out_by_hand():
    assert roc_auc(TRUTH, SCORES) == 0.75  # three pairs of four in order
    assert average_precision(TRUTH, SCORES) == pytest.approx((1 + 2 / 3) / 2)
    assert recall_at(TRUTH, SCORES, 0.0) == 0.5
    assert recall_at(TRUTH, SCORES, 0.5) == 1.0
    assert best_f1(TRUTH, SCORES) == pytest.approx(0.8)
    assert threshold_at(np.array([1.0, 2.0, 3.0, 4.0]), 0.25) == 3.0


def test_ties_count_half():
    assert roc_auc(np.array([True, False]), np.array([1.0, 1.0])) == 0.5
    assert average_precision(np.array([True, False]), np.array([1.0, 1.0])) == 0.5


def test_calibration_is_the_gap_between_what_was_said_and_what_came_true():
    assert calibration_error(np.array([True, False]), np.array([0.8, 0.8])) == pytest.approx(0.3)
    assert calibration_error(np.array([True, False]), np.array([1.0, 0.0])) == 0
    assert calibration_error(np.array([True, False]), np.array([0.05, 0.05])) == pytest.approx(0.45)
    assert calibration_error(np.array([True, False]), np.array([0.05, 0.05]), 0.05) == pytest.approx(0)


def test_one_class_alone_has_no_ranking():
    truth, scores = np.array([True, True]), np.array([1.0, 2.0])
    assert isnan(roc_auc(truth, scores))
    assert isnan(recall_at(truth, scores))
    assert isnan(average_precision(~truth, scores))
    assert isnan(best_f1(~truth, scores))


def test_an_interval_of_what_has_no_figure_is_none():
    assert isnan(interval(roc_auc, np.array([True, True]), np.array([1.0, 2.0]), rounds=5)[0])


def test_an_interval_holds_the_figure_and_is_the_same_each_time():
    truth, scores = np.array([True, False] * 50), np.arange(100.0) % 7
    low, high = interval(roc_auc, truth, scores, rounds=50)
    assert low <= roc_auc(truth, scores) <= high
    assert (low, high) == interval(roc_auc, truth, scores, rounds=50)


@given(RANKED)
def test_only_the_order_matters(rows: list[tuple[bool, int]]):
    truth, scores = arrays(rows)
    assert roc_auc(truth, scores) == pytest.approx(roc_auc(truth, scores * 3 - 7))
    assert average_precision(truth, scores) == pytest.approx(average_precision(truth, np.exp(scores / 10)))


@given(RANKED)
def test_turned_round_it_is_the_other_half(rows: list[tuple[bool, int]]):
    truth, scores = arrays(rows)
    assert roc_auc(truth, scores) + roc_auc(truth, -scores) == pytest.approx(1)
    assert roc_auc(truth, scores) == pytest.approx(roc_auc(~truth, -scores))


@given(RANKED, st.randoms())
def test_the_order_of_rows_does_not_matter(rows: list[tuple[bool, int]], dice):
    mixed = dice.sample(rows, len(rows))
    for figure in (roc_auc, average_precision, recall_at, best_f1):
        assert figure(*arrays(rows)) == pytest.approx(figure(*arrays(mixed)))


@given(RANKED, st.floats(0, 1))
def test_no_more_negatives_exceed_a_threshold_than_allowed(rows: list[tuple[bool, int]], rate: float):
    truth, scores = arrays(rows)
    negatives = scores[~truth]
    assert (negatives > threshold_at(negatives, rate)).mean() <= rate
