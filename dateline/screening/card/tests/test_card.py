"""The card's tables, of a folder of made-up data: what is in it has its rows, what is not is named."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from ...measure.identities import Mentions
from ...measure.opinions import judged, model_version, submission
from ...train import build, manifest
from .. import __main__ as card
from .. import videos
from ..bearing import RATES, Bearing
from ..own import own_table
from ..writing import decimal, percent, ranked, table

RUDE = "You are a complete moron and a pathetic liar"
FINE = "The bridge across the river opens again on Thursday"
SPAM = "Earn 500 dollars a day from home, write to easy-money.example"
MANIFEST = """
[[source]]
name = "jigsaw"
about = "Made up"
licence = "CC0-1.0"
reader = "jigsaw"
held = 100
files = [{ path = "jigsaw.csv" }]
roles.toxic = { abuse = [1, 1] }
roles.clean = { abuse = [0, 1] }

[[source]]
name = "talk-pages"
about = "Made up"
licence = "CC0-1.0"
reader = "talk_pages"
held = 100
files = [{ path = "talk.csv" }]
roles.toxic = { abuse = [1, 1] }
roles.clean = { abuse = [0, 1] }

[[source]]
name = "youtube-1"
about = "Made up"
licence = "CC0-1.0"
reader = "youtube"
held = 0
files = [{ path = "first.csv" }]
roles.spam = { spam = [1, 1] }
roles.ham = { spam = [0, 1] }

[[source]]
name = "youtube-2"
about = "Made up"
licence = "CC0-1.0"
reader = "youtube"
held = 0
files = [{ path = "second.csv" }]
roles.spam = { spam = [1, 1] }
roles.ham = { spam = [0, 1] }

[[head]]
name = "spam"
reads_quotations = true
learns = "spam"
language = ""
strength = 4.0
floor = 0.2
clean = "news"

[news]
path = "news.csv"
sha256 = ""
"""


def several(text: str) -> list[str]:
    return [f"{text}, {word}" for word in ("he said", "they wrote", "we think", "I hear", "it seems")]


def rows(bad: str, good: str) -> list[tuple[str, int]]:
    return [(text, 1) for text in several(bad)] + [(text, 0) for text in several(good)]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "manifest.toml").write_text(MANIFEST)
    monkeypatch.setattr(manifest, "MANIFEST", tmp_path / "manifest.toml")
    monkeypatch.setattr(videos, "VIDEOS", {"youtube-2": "second"})
    monkeypatch.setattr(build, "STEPS", 3)
    write(tmp_path / "jigsaw.csv", [f'"{text}",{label}' for text, label in rows(RUDE, FINE)])
    write(tmp_path / "talk.csv", ["text,label", *(f'"{text}",{label}' for text, label in rows(RUDE, FINE))])
    for name in ("first.csv", "second.csv"):
        write(tmp_path / name, ["CONTENT,CLASS", *(f'"{name} {text}",{label}' for text, label in rows(SPAM, FINE))])
    news = [f'"{text}",{label},0' for text, label in rows(RUDE, f"Women vote. {FINE}")]
    write(tmp_path / "news.csv", ["comment,antagonize,hostile", *news])
    return tmp_path


def write(file: Path, lines: list[str]) -> None:
    file.write_text("\n".join(lines) + "\n")


def test_what_is_there_has_its_rows(folder: Path):
    told: list[str] = []
    whole = "\n".join(card.parts(folder, told.append))
    assert f"Edition `{model_version()}`" in whole
    assert (
        "Wikipedia, 5 attacks among 10 clean comments; at 1.5 % of them, five draws | 1.000 [1.000–1.000]; 1.0" in whole
    )
    assert "| news comments, antagonising or hostile (5 of 10) | 1.000 [1.00–1.00] |" in whole
    assert "YouTube, the second video by a head that has not seen it (10) | 1.000" in whole
    assert "| and catches: attacks on Wikipedia | " in whole
    assert "Of 5 clean news comments (UCC) the default thresholds hold 0.00 % by the abuse head" in whole
    assert "| news, naming a group of people (5) | 0.00 % | 0.00 % |" in whole
    assert "GermEval" not in whole
    assert any("judging 10 of jigsaw" in line for line in told)


def test_what_is_not_there_is_named(folder: Path):
    (folder / "jigsaw.csv").unlink()
    told: list[str] = []
    whole = "\n".join(card.parts(folder, told.append))
    assert "Not judged: jigsaw: not there." in whole
    assert "Wikipedia" not in whole
    assert any("No video is left out" in line for line in told)


def test_no_folder_is_one_sentence(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    monkeypatch.setattr("sys.argv", ["card", "nowhere"])
    assert card.main() == 1
    assert "nowhere is no folder" in capsys.readouterr().err


def test_more_is_held_where_more_can_be_borne():
    bearing = Bearing()
    for text in (RUDE, "You should read that again, you fool.", FINE):
        bearing.see(judged(submission(text)).opinions.get("abuse"))
    bearing.see(None)
    shares = bearing.shares()
    assert len(shares) == len(RATES)
    assert shares == sorted(shares)
    assert 0.25 <= shares[-1] <= 0.5


def test_own_texts_are_counted_a_pair_as_two():
    assert "| pairs | 418 |" in own_table()


def test_what_no_head_reads_is_ranked_last():
    truth, scores = np.array([True, False, False]), np.array([1.0, -np.inf, -np.inf])
    assert [cell.partition(" ")[0] for cell in ranked(truth, scores)] == ["1.000"] * 3


def test_figures_are_written_as_in_the_card():
    assert (decimal(0.9762), decimal(0.5, 2), decimal(1.0), percent(0.0064, 2)) == (".976", ".50", "1.000", "0.64 %")
    assert table(("a", "b"), [("c", "1")], "lr") == "| a | b |\n|---|---:|\n| c | 1 |"
    assert Mentions().figures()["default"]["ratio"] is None
