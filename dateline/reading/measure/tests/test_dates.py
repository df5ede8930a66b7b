"""The measurement of dates, on cases made by hand, and what it says of the corpus where there is one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from dateline.reading.measure.dates import Span, Tally, add, document_of, documents_in, main, pairs, tally_of

DOCUMENT = """<?xml version="1.0" ?>
<TimeML>
<DCT><TIMEX3 tid="t0" type="TIME" value="2017-11-03T09:00" functionInDocument="CREATION_TIME">11/03/2017</TIMEX3></DCT>
<TEXT>
The town <EVENT eid="e1">fell</EVENT> <TIMEX3 tid="t1" type="DATE" value="2017-11-02">yesterday</TIMEX3>, said R&amp;D.
<TIMEX3 tid="t2" type="DATE" value="2017-11-01"/>It rained for <TIMEX3 tid="t3" type="DURATION" value="P3D">more
than three days</TIMEX3> and <TIMEX3 tid="t4" type="DATE" value="2017-SU">of late</TIMEX3>, on March 1.
</TEXT>
</TimeML>
"""
CORPUS = Path(os.environ.get("DATELINE_DATA", "../shared/data")) / "geo" / "timebank"


def test_a_document_is_its_text_its_day_and_its_marks():
    """Offsets count in the text without tags; marks without text are none."""
    document = document_of("a", DOCUMENT)
    assert document.published.isoformat() == "2017-11-03"
    assert [document.text[each.start : each.end].split() for each in document.marked] == [
        ["yesterday"],
        ["more", "than", "three", "days"],
        ["of", "late"],
    ]


def test_what_has_no_day_is_told():
    """Rather than measured against none."""
    with pytest.raises(ValueError, match="no DCT"):
        document_of("a", "<TimeML><TEXT>now</TEXT></TimeML>")


def test_each_found_span_answers_one_mark():
    """The first that overlaps and is free."""
    first, second = Span(0, 4, "DATE", "2016"), Span(5, 9, "DATE", "2017")
    wide = Span(0, 9, "DATE", "2016")
    assert list(pairs([first, second], [wide])) == [(first, wide)]
    assert list(pairs([wide], [first, second])) == [(wide, first)]


def test_figures_are_of_all_that_is_marked_and_found():
    """Two marks, three found: one right in all, one only in part."""
    tally = Tally()
    marked = [Span(0, 4, "DATE", "2016"), Span(10, 20, "DATE", "2017")]
    found = [Span(0, 4, "DATE", "2016"), Span(12, 20, "SET", "2018"), Span(30, 34, "DATE", "2019")]
    add(tally, marked, found)
    assert [tally.f(right) for right in (tally.strict, tally.relaxed, tally.value, tally.kind)] == [0.4, 0.8, 0.4, 0.4]
    assert Tally().f(0) == 0.0


def test_a_folder_is_told_in_figures(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """Odd documents, even ones and all."""
    for name in ("a.tml", "b.tml"):
        (tmp_path / name).write_text(DOCUMENT, encoding="utf-8")
    assert main([str(tmp_path)]) == 0
    header, *rows, speed = capsys.readouterr().out.splitlines()
    assert header.split() == ["documents", "marked", "found", "strict", "relaxed", "value", "type"]
    assert [row.split()[0] for row in rows] == ["odd", "even", "all"]
    assert rows[2].split()[1:] == ["6", "6", "0.667", "0.667", "0.667", "0.667"]
    assert "for 1,000 words" in speed


def test_mistakes_are_told_with_their_surroundings(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """What was missed, and what was found for nothing."""
    (tmp_path / "a.tml").write_text(DOCUMENT, encoding="utf-8")
    assert main([str(tmp_path), "--mistakes", "odd"]) == 0
    told = capsys.readouterr().out
    assert "missed | a.tml | 2017-11-03 | 'of late' DATE 2017-SU" in told
    assert "extra | a.tml | 2017-11-03 | 'March 1' DATE 2017-03-01" in told


def test_an_empty_folder_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """And an exit code."""
    assert main([str(tmp_path)]) == 1
    assert "No .tml files" in capsys.readouterr().err


@pytest.mark.skipif(not CORPUS.is_dir(), reason="no news texts with marked times here")
def test_the_corpus_is_read_as_well_as_it_was():
    """A floor below what docs/reading.md tells, on both halves."""
    documents = documents_in(CORPUS)
    for half, floor in ((documents[0::2], 0.82), (documents[1::2], 0.78)):
        tally = tally_of(half)
        assert tally.f(tally.value) >= floor
