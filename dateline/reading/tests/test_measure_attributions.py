"""The figures of attributions, on hand-made cases."""

from __future__ import annotations

import pytest

from dateline.reading.attribution import Attribution
from dateline.reading.measure.attributions import Tally, count, measure, table
from dateline.reading.measure.brat import Document, Marked, documents, marked
from dateline.reading.measure.cues import figures

STANDOFF = """T1\tSource 0 9\tThe mayor
T2\tCue 10 14\tsaid
T3\tContent 15 20;25 30\tthat
T4\tAttribution 10 14\tsaid
T5\tAttribution 10 14\tsaid
E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1
E2\tAttribution-no-source:T5 Content:T3
"""


def ours(cue: tuple[int, int], source: tuple[int, int] | None, content: tuple[int, int] | None = None) -> Attribution:
    """An attribution as it is found."""
    return Attribution(cue, source, content, "say", "say", 0.9)


def test_standoff_is_read_with_pieces_and_without_what_has_no_cue() -> None:
    assert list(marked(STANDOFF)) == [Marked(((0, 9),), ((10, 14),), ((15, 20), (25, 30)))]


def test_a_pair_is_right_by_overlap_and_exactly() -> None:
    tally = Tally()
    count(tally, [ours((12, 14), (4, 9), (15, 30))], list(marked(STANDOFF)))
    assert tally.right == {"cue": 1, "source": 1, "source exact": 0, "content": 1, "content exact": 1}


def test_one_marked_is_found_only_once() -> None:
    tally = Tally()
    count(tally, [ours((10, 12), (0, 9)), ours((12, 14), (0, 9))], list(marked(STANDOFF)))
    assert (tally.precision("cue"), tally.recall("cue")) == (0.5, 1.0)
    assert tally.f("cue") == pytest.approx(2 / 3)


def test_a_source_that_neither_has_is_right() -> None:
    tally = Tally()
    count(tally, [ours((10, 14), None)], [Marked((), ((10, 14),), ())])
    assert (tally.right["source"], tally.right["source exact"]) == (1, 1)


def test_documents_are_read_with_line_ends_as_they_are(tmp_path) -> None:
    (tmp_path / "text").mkdir()
    (tmp_path / "attributions").mkdir()
    (tmp_path / "text" / "one.txt").write_bytes(b"Hello.\r\nThe mayor said that it rains.")
    (tmp_path / "attributions" / "one_ab12.ann").write_text("T1\tCue 18 22\tsaid\nE1\tAttribution:T1 Cue:T1\n")
    [document] = documents(tmp_path)
    assert document.text[18:22] == "said"
    assert measure([document]).right["cue"] == 1


def test_the_table_names_all_figures() -> None:
    assert "source exact" in table(measure([Document("", "The mayor said that it rains.", ())]))


def test_precision_and_recall_by_confidence() -> None:
    assert figures([(0.9, True), (0.8, False), (0.32, True)], 4).splitlines()[0].endswith("P 0.667  R 0.500  F 0.571")
