"""A report of many claims is made as the newsroom makes one, and each step of it is timed."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from dateline.atlas.gazetteer import Gazetteer
from dateline.atlas.gazetteer.build import build
from dateline.atlas.gazetteer.tests.small import TOWNS
from dateline.bench.assistant import assistant
from dateline.bench.claims import fill_claims, measure_claims
from dateline.bench.trials import claims as trial
from dateline.reports.models import Claim, ReportPage

FEW = 12
STEPS = ["publish", "publish, every sentence moved", "edit page", "claims desk"]
PAGES = ["report page", "report page, map kept", "situation page", "situation page, map kept"]


@pytest.fixture
def few_towns(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(tmp_path / "few.sqlite3", towns=TOWNS)
    monkeypatch.setenv("DATELINE_GAZETTEER", str(tmp_path / "few.sqlite3"))
    monkeypatch.setattr("dateline.reports.assistant.gazetteer", Gazetteer.open)  # the desk's own stays open


@pytest.mark.django_db
def test_every_step_is_timed_with_all_claims_in_sight(few_towns: None, capsys: pytest.CaptureFixture[str]) -> None:
    fill_claims(FEW)
    report = json.loads(capsys.readouterr().out)["report"]
    assert Claim.objects.filter(report=report, standing="confirmed").count() == FEW
    measure_claims(report, 2)
    steps = json.loads(capsys.readouterr().out)
    assert list(steps) == [*STEPS, *PAGES]
    assert all(len(step["ms"]) == 2 and step["ms"][0] > 0 for step in steps.values())
    assert not Claim.objects.stale().exists()
    assert steps["situation page"]["bytes"] > FEW * len(ReportPage.objects.get(pk=report).title)


def test_a_limit_stands_beside_what_it_is_of() -> None:
    took = {"ms": [2.0, 3.0], "work": [1.0]}
    one = trial.step("edit page", took | {"bytes": 250_000}, 40.0)
    timed = {"ms of work": 1.0, "p50 ms": 3.0, "p95 ms": 3.0}
    assert one.figures == timed | {"KB": 250.0, "limit KB": 300.0, "machine busy %": 40.0}
    assert trial.step("publish", took, 40.0).figures["limit ms"] == 200.0
    assert "limit ms" not in trial.step("claims desk", took | {"bytes": 1}, 40.0).figures


def test_the_assistant_reads_the_sample_s_own_words(
    few_towns: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    texts = trial.sample_texts()
    assert any("Long Bank" in text for text in texts)
    monkeypatch.setattr(sys, "stdin", io.StringIO(json.dumps(texts[:2])))
    assistant(1)
    told = json.loads(capsys.readouterr().out)
    assert told["ms"] > 0
    assert told["words"] == sum(len(text.split()) for text in texts[:2])
