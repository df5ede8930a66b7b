"""A rehearsal foretells only what it has not seen, and its drawing and tables say what it found."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from dateline.screening.learning.tests.made_up import shipped, stream
from dateline.screening.rehearsal import curve, hostile
from dateline.screening.rehearsal.__main__ import harm_table, table
from dateline.screening.rehearsal.plot import LINES, drawing
from dateline.screening.rehearsal.streams import stream as ordered


@pytest.fixture
def stops(monkeypatch) -> list[curve.Stop]:
    monkeypatch.setattr(curve, "STOPS", (25, 100))
    return curve.mean([curve.curve("spam", stream(160, seed=seed), shipped(), lambda line: None) for seed in (1, 2)])


def test_more_decisions_rank_better(stops):
    assert [stop.decisions for stop in stops] == [25, 100]
    assert stops[1].ranks["site"] > stops[1].ranks["shipped"]
    assert stops[0].ranks["speaks"] == stops[0].ranks["shipped"]


def test_the_drawing_has_a_line_for_each_and_the_table_a_row(stops):
    drawn = ElementTree.fromstring(drawing({"Spam": stops}))
    classes = {path.get("class") for path in drawn.iter("{http://www.w3.org/2000/svg}path")}
    assert set(LINES) <= classes
    assert "prefers-color-scheme: dark" in drawing({"Spam": stops})
    assert len(table(stops, 2).splitlines()) == 4


def test_an_order_is_drawn_and_drawn_again():
    pairs = [(f"text {place}", place % 2 == 0) for place in range(30)]
    assert ordered("spam", pairs, 3) == ordered("spam", pairs, 3)
    assert {each.text for each in ordered("spam", pairs, 3)} == {text for text, _ in pairs}
    assert [each.number for each in ordered("spam", pairs, 3)] == list(range(30))


def test_harm_is_told_for_each_attack(monkeypatch):
    monkeypatch.setattr(hostile, "STOPS", (120,))
    monkeypatch.setattr(hostile, "OTHERS", 60)
    monkeypatch.setattr(hostile, "FLOOD", 40)
    found = hostile.harms("spam", stream(300), shipped())
    assert [harm.attack for harm in found] == ["commenter", "moderator"]
    assert all(harm.moved <= 14.0 for harm in found)
    assert len(harm_table(found).splitlines()) == 4
