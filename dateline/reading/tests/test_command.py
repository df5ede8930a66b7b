"""``dateline claims read`` on a terminal: tables, JSON, and one sentence for what cannot be read."""

from __future__ import annotations

import json
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from dateline.reading import command

from .story import HEADLINE, STORY

DAY = ["--published", "2031-05-05", "--countries", "SY,iq"]


@pytest.fixture(autouse=True)
def few(few_towns: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_GAZETTEER", str(few_towns))


@pytest.fixture
def story(tmp_path: Path) -> str:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return str(path)


def split(page: bytes) -> tuple[str, str]:
    """What the importer does with the dump of a page."""
    if b"\0" in page:
        raise ValueError("It holds zero bytes.")
    return HEADLINE, page.decode()


def data_of(capsys: pytest.CaptureFixture[str], *words: str) -> dict:
    assert command.main(["read", *words, *DAY, "--json"], split) == 0
    return json.loads(capsys.readouterr().out)


def refused(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """What is said of a file that cannot be read."""
    assert command.main(["read", *words], split) == command.BAD
    told = capsys.readouterr()
    assert told.out == ""
    return told.err


def test_people_get_a_table_for_each_kind(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["read", story, *DAY]) == 0
    told = capsys.readouterr().out
    heads = [line.split(":")[0] for line in told.splitlines() if line[:1].isalpha() and line[-1].isdecimal()]
    assert heads == ["Places", "Dates", "Attributions", "Distances", "Proposals", "To ask"]
    assert "K-9" in told
    assert "unplaced" in told
    assert "30km west of al-Bukamal, 34.45" in told
    assert "al-Bukmala is spelled al-Bukamal elsewhere in this text." in told
    assert "GeoNames" in told


def test_json_has_spans_into_its_own_text(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    data = data_of(capsys, story)
    assert (data["published"], data["countries"], data["language"]) == ("2031-05-05", ["SY", "IQ"], "en")
    for kind in ("toponyms", "dates", "distances"):
        assert data[kind]
        assert all(data["text"][one["start"] : one["end"]] == one["text"] for one in data[kind])
    assert all(data["text"][one["start"] : one["end"]] == one["quote"] for one in data["proposals"])
    first = data["proposals"][0]
    assert first["when"]["begins"] == "2031-05-04T00:00:00"
    assert first["source"] == {"name": "the ministry of water", "kind": "official", "side": ""}
    assert {"type", "value", "begins", "basis"} <= data["dates"][0].keys()


def test_a_page_is_split_by_whoever_knows_how(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    data = data_of(capsys, story, "--page")
    assert (data["headline"], data["text"]) == (HEADLINE, STORY)


def test_standard_input_is_a_file_as_well(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(b"\xef\xbb\xbfA dam broke on May 2.")))
    assert data_of(capsys, "-")["text"] == "A dam broke on May 2."


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "It is empty."),
        (b"\xff\xfe", "It is not UTF-8 text (byte 0)."),
        (b"a\0b", "zero bytes"),
        (b"<!DOCTYPE html><p>On May 2", "It is HTML."),
        (b"a" * (command.LARGEST + 1), "It is longer than 4 MiB"),
    ],
    ids=["empty", "latin", "binary", "html", "long"],
)
def test_what_is_no_plain_text_is_refused_in_a_sentence(
    data: bytes, sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "file"
    path.write_bytes(data)
    assert sentence in refused(capsys, str(path), *DAY)


def test_a_file_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert "nowhere.txt cannot be read" in refused(capsys, "nowhere.txt", *DAY)


def test_a_binary_page_is_refused_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "page"
    path.write_bytes(b"\0")
    assert "zero bytes" in refused(capsys, str(path), *DAY, "--page")


def test_a_code_that_is_no_country_is_refused(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert "XQ is no country's code" in refused(capsys, story, "--published", "2031-05-05", "--countries", "SY,XQ")


@pytest.mark.parametrize("day", [[], ["--published", "yesterday"], ["--published", "2031-02-30"]])
def test_a_day_is_needed(day: list[str], story: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        command.main(["read", story, *day])
    assert left.value.code == command.BAD
    assert "--published" in capsys.readouterr().err


def test_a_missing_gazetteer_is_told(
    story: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATELINE_GAZETTEER", str(tmp_path / "none"))
    assert command.main(["read", story, *DAY]) == command.NOT_DONE
    assert "dateline places build" in capsys.readouterr().err
