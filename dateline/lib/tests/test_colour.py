"""Contrast as WCAG 2.2 counts it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.lib.colour import contrast, luminance

colours = st.from_regex(r"\A#[0-9a-f]{6}\Z")


def test_black_on_white_is_twenty_one_to_one():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


def test_the_grey_that_just_passes_on_white():
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@given(colours, colours)
def test_contrast_does_not_depend_on_order_and_stays_between_one_and_twenty_one(one, other):
    assert contrast(one, other) == contrast(other, one)
    assert 1 <= contrast(one, other) <= 21.0001


@given(colours)
def test_luminance_lies_between_black_and_white(colour):
    assert 0 <= luminance(colour) <= 1
