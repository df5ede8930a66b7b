"""``dateline`` by itself says what it can do."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from dateline import __version__
from dateline.__main__ import BESIDE, main, report_of

ROOT = Path(__file__).resolve().parent.parent


def said(words: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    monkeypatch.setattr(sys, "argv", ["dateline", *words])
    main()
    return capsys.readouterr().out


@pytest.mark.parametrize("words", [[], ["help"], ["--help"]])
def test_our_own_commands_come_first_with_a_line_each(
    words: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    told = said(words, monkeypatch, capsys)
    listed = [line.split()[0] for line in told.splitlines() if line.startswith("  ")]
    ours = {path.stem for path in (ROOT / "dateline").glob("*/management/commands/*.py")} - {"__init__"}
    assert set(listed) == ours | BESIDE.keys()
    assert listed[0] == "serve"
    assert max(map(len, told.splitlines())) <= 120


def test_it_says_which_dateline_it_is(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(["--version"], monkeypatch, capsys) == f"Dateline {__version__}\n"


def test_the_frameworks_own_list_is_a_word_away(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert {"serve", "migrate", "changepassword"} <= set(said(["help", "--commands"], monkeypatch, capsys).split())


def test_the_report_of_a_page_is_told_from_its_meter_and_comments() -> None:
    """As ``dateline claims read --page`` reads it."""
    page = (
        "0 $\n2,500 $\n255 $\nJULY 2034\n\nBoats Reach Suva\n\n\nBoats Reach Suva\n\n\n"
        "On May 2 boats reached Suva."
        "\n\nThe crew is well.\n\nDo you like this content? Consider helping us!\n\n  • Ada\n\n"
        "    On May 3 I left Suva.\n"
    )
    assert report_of(page.encode()) == ("Boats Reach Suva", "On May 2 boats reached Suva.\n\nThe crew is well.")
