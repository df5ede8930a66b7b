"""``dateline places`` for people and for programs."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from dateline.atlas.gazetteer import CREDIT, Place, source
from dateline.atlas.gazetteer.command import main

from .small import TOWNS


@pytest.fixture(autouse=True)
def there(monkeypatch: pytest.MonkeyPatch, small_file: Path) -> None:
    monkeypatch.setenv("DATELINE_GAZETTEER", str(small_file))


def test_a_place_is_told_in_a_line_with_its_distance_and_whose_data_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["find", "al-Bukmala", "--near", "iq, sy", "--from", "35.3359,40.1408"]) == 0
    first, last = capsys.readouterr().out.splitlines()
    assert first.startswith("Ālbū Kamāl (town, SY-07; 34.4523, 40.9185; gn:1): two letters apart from")
    assert first.endswith("57,572 people; 121 km SE")
    assert last == CREDIT


def test_a_name_that_is_nowhere_is_said_to_be_with_its_neighbours(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["find", "Humaymah", "--near", "IQ,SY"]) == 1
    said = capsys.readouterr().out
    assert said.startswith("No place called Humaymah is known in IQ, SY. The nearest spellings: ")


def test_programs_get_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["find", "Qaim", "--near", "IQ", "--json", "--limit", "1"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["credit"] == CREDIT
    (found,) = told["found"]
    assert (found["key"], found["match"], found["score"]) == ("gn:3", True, 0.98)


def test_the_newsrooms_own_are_asked_for_only_when_wanted(capsys: pytest.CaptureFixture[str]) -> None:
    own = [(Place("own:1", "T-2", "other", "SY", "", 34.4, 40.2), [])]
    assert main(["find", "T-2", "--near", "SY"], lambda: own) == 1
    assert main(["find", "T-2", "--near", "SY", "--newsroom"], lambda: own) == 0
    assert "own:1" in capsys.readouterr().out


@pytest.mark.parametrize("start", ["here", "1", "1,2,3", "91,0", "nan,0"])
def test_a_start_that_is_no_point_is_refused(start: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["find", "Suva", "--from", start])
    assert ended.value.code == 2


def test_what_is_no_country_is_said_to_be_none(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["find", "Suva", "--near", "XQ"]) == 3
    assert "XQ is no country's code" in capsys.readouterr().err


def test_without_a_file_one_sentence_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATELINE_GAZETTEER", str(tmp_path / "none.sqlite3"))
    assert main(["find", "Suva"]) == 3
    assert "`dateline places build` makes it" in capsys.readouterr().err


def test_building_tells_its_steps_a_line_each(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "made" / "places.sqlite3"
    monkeypatch.setenv("DATELINE_GAZETTEER", str(path))
    monkeypatch.setattr(source, "towns", lambda: iter(TOWNS))
    assert main(["build"]) == 0
    told = capsys.readouterr()
    assert told.err.splitlines()[0] == "Places: reading towns"
    assert CREDIT in told.out
    made = path.stat().st_mtime_ns
    assert main(["build", "--if-missing"]) == 0
    assert path.stat().st_mtime_ns == made
    with sqlite3.connect(path) as database:
        assert database.execute("select count(*) from place where kind = 'town'").fetchone() == (len(TOWNS),)
    database.close()
