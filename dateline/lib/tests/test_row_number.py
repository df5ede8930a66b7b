"""Numbers of rows are read, and nothing else is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.lib.row_number import row_number


@given(st.integers(0, 10**18 - 1))
def test_a_number_is_read_as_it_is_written(number: int) -> None:
    assert row_number(str(number)) == number


@pytest.mark.parametrize("typed", ["", "-1", "+1", " 1", "1_0", "1.0", "x", "²", "٤٢", "9" * 19, "1\n"])
def test_what_is_no_number_of_a_row_is_none(typed: str) -> None:
    assert row_number(typed) is None
