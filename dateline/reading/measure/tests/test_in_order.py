"""The measurement of what was confirmed before, on two papers made by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.atlas.gazetteer import Gazetteer
from dateline.atlas.gazetteer.build import build
from dateline.atlas.gazetteer.tests.small import TOWNS
from dateline.reading.measure.corpora import Document, Marked
from dateline.reading.measure.in_order import given, scored
from dateline.reading.measure.places import main
from dateline.reading.places.model import shipped
from dateline.reading.places.prior import Prior

ILLINOIS = (39.8, -89.64)
NAMES = {"Springfield": ILLINOIS, "Pump House": (39.81, -89.6)}
TEXT = "The mayor of Springfield opened Pump House."


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("order") / "few.sqlite3"
    build(path, towns=TOWNS)
    return path


def document(number: int) -> Document:
    marks = (Marked(TEXT.index(name), TEXT.index(name) + len(name), *at) for name, at in NAMES.items())
    return Document("lgl", number, TEXT, tuple(marks))


def test_what_was_marked_in_one_document_is_known_in_the_next(path: Path) -> None:
    papers = [document(number) for number in range(3)]
    every, known = scored(papers, Gazetteer.open(path), lambda _document: shipped(), 0, Prior.of)
    assert (every.given, every.without, every.after) == (6, 0, 4)
    assert (known.given, known.without, known.after) == (4, 0, 4)


def test_a_name_that_nobody_knows_has_no_place(path: Path) -> None:
    [(start, _end)] = given(document(0), Gazetteer.open(path), None, shipped())
    assert TEXT[start:].startswith("Springfield")


def test_figures_are_printed(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATELINE_GAZETTEER", str(path))
    marks = [
        {"start": TEXT.index(name), "end": TEXT.index(name) + len(name), "lat": lat, "lon": lon}
        for name, (lat, lon) in NAMES.items()
    ]
    row = json.dumps({"text": TEXT, "toponyms": marks}) + "\n"
    (tmp_path / "lgl-own.jsonl").write_text(row * 3, encoding="utf-8")
    assert main([str(tmp_path), "--in-order", "--past"]) == 0
    told = capsys.readouterr().out
    assert "all before, by paper          6    0.000  0.667          4    0.000  1.000" in told
