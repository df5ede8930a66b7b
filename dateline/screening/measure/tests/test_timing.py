"""What a verdict costs is measured on texts that are there, and weights are mapped once for all processes."""

from __future__ import annotations

from pathlib import Path

import pytest

from ..memory import together
from ..timing import HEADS, LONG, SHORT, comments, cost, hostile


@pytest.mark.parametrize("longest", [SHORT, LONG])
def test_comments_are_as_long_as_asked(longest: int):
    texts = comments(longest, 50)
    assert len(texts) == 50
    assert all(0 < len(text) <= longest for text in texts)
    assert texts == comments(longest, 50)


def test_hostile_texts_have_the_full_length():
    assert max(map(len, hostile())) == LONG
    assert sum(len(text) == LONG for text in hostile()) > 100


def test_a_cost_has_its_middle_and_its_end():
    found = cost(["Thank you for this.", "You are a moron."], HEADS)
    assert 0 < found["p50"] <= found["p99"] <= found["max"]


@pytest.mark.skipif(not Path("/proc/self/smaps").exists(), reason="only Linux tells")
def test_two_processes_share_the_weights():
    for sizes in together():
        assert sizes["rss"] >= 1 << 20
        assert sizes["pss"] <= 0.6 * sizes["rss"]
