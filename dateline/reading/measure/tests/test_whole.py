"""The measurement of all reading, on a document made by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.atlas.gazetteer import Gazetteer
from dateline.atlas.gazetteer.build import build
from dateline.atlas.gazetteer.tests.small import TOWNS
from dateline.reading.measure.corpora import Document
from dateline.reading.measure.whole import grown, main, measure, megabytes

PARTS = ["words", "places", "dates", "attributions", "distances", "proposals", "all"]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("whole") / "few.sqlite3"
    build(path, towns=TOWNS)
    return path


def test_every_part_is_timed_and_all_of_them(path: Path) -> None:
    figures = measure([Document("own", 0, "Boats reached the town of al-Bukamal on May 2.", ())], Gazetteer.open(path))
    assert list(figures) == PARTS
    assert all(value > 0 for value in figures.values())


def test_memory_is_what_the_system_says(path: Path) -> None:
    assert megabytes("VmPeak:  9 kB\nVmHWM:\t   2048 kB\n") == 2
    assert megabytes("") is None
    more = grown()
    assert more is None or more > 0


def test_figures_are_printed(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATELINE_GAZETTEER", str(path))
    assert main([str(tmp_path)]) == 1
    (tmp_path / "lgl.jsonl").write_text(json.dumps({"text": "Boats reached Suva.", "toponyms": []}) + "\n")
    assert main([str(tmp_path), "--half", "all"]) == 0
    told = capsys.readouterr()
    assert "No marked texts" in told.err
    assert [line.split()[0] for line in told.out.splitlines()[1:8]] == PARTS
