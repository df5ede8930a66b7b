"""A folder of public data sets, of which a part is enough."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ..command import main
from ..disguised import disguise_figures
from ..identities import Mentions
from ..opinions import judged, submission
from ..spans import POSTS, agreement, pointed_at


def test_agreement_of_places_is_that_of_the_shared_task():
    assert agreement(frozenset(), frozenset()) == 1
    assert agreement(frozenset({1}), frozenset()) == 0
    assert agreement(frozenset({1, 2}), frozenset({2, 3})) == 0.5


def test_places_are_pointed_at_also_in_what_is_not_held():
    text = "That plan is rather stupid, I think."
    assert pointed_at(text) >= set(range(text.index("stupid"), text.index("stupid") + 6))


def test_mentions_are_counted_beside_their_absence():
    mentions = Mentions()
    for text in ("Muslims pray here.", "Women vote here.", "People walk here."):
        mentions.see(text, judged(submission(text)))
    found = mentions.figures()
    assert (found["with_a_term"], found["without"]) == (2, 1)
    assert found["default"] == {"held_with_a_term": 0, "held_without": 0, "ratio": None}


def test_a_disguise_that_is_undone_costs_nothing():
    found = disguise_figures({"abuse": ["You are a complete moron."]})
    assert found["kinds"]["bold"]["abuse"] == 1
    assert found["texts"] == {"abuse": 1}


def test_a_folder_without_known_sets_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "other").mkdir()
    assert main(["bench", str(tmp_path)]) == 1
    assert "none of the data sets" in capsys.readouterr().err


def test_a_changed_set_is_left_out_and_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    file = tmp_path / "justmarkham+pycon-2016-tutorial/data/sms.tsv"
    file.parent.mkdir(parents=True)
    file.write_text("ham\tI am here\n")
    posts = tmp_path / POSTS
    posts.parent.mkdir(parents=True)
    posts.write_text('spans,text\n"[10, 11, 12, 13, 14]","You are a moron"\n')
    assert main(["bench", str(tmp_path), "--json", "--limit", "3"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert "checksum" in told["skipped"]["sms"]
    assert told["skipped"]["jigsaw"] == "not there"
    assert told["spans"]["f1"] > 0.5
    assert {each["set"] for each in told["sets"]} >= {"clean", "insults", "scams"}
    assert main(["bench", str(tmp_path), "--limit", "3"]) == 0
    assert "Left out: sms" in capsys.readouterr().out
