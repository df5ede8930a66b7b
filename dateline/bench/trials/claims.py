"""Claims: what a report of three hundred costs those who write and those who read, and what the assistant takes."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from types import SimpleNamespace
from zoneinfo import ZoneInfo

from django.utils import timezone

from dateline.imports.sample.contents import facts, read_articles
from dateline.imports.sample.diary import Diary
from dateline.reports.plaintext import plain_text

from ..measure import Measure, Stage, share, watched
from ..newsroom import Newsroom, environment_of, newsroom, told

REFERENCE = ""
CLAIMS, TIMES, WORDS = 300, 20, 60_000
FEW_TIMES, FEW_WORDS = 2, 5_000
FILL = "from dateline.bench.claims import fill_claims; fill_claims({})"
MEASURE = "from dateline.bench.claims import measure_claims; measure_claims({}, {})"
ASSISTANT = "from dateline.bench.assistant import assistant; assistant({})"
MS_LIMITS = {"publish": 200.0, "publish, every sentence moved": 200.0}
KB_LIMITS = {"edit page": 300.0}
READING_MS, READING_MIB = 30.0, 60.0


def run(stage: Stage) -> Iterator[Measure]:
    """Make the report once, then publish, edit and read it in each round; beside it, read the sample's reports."""
    with newsroom(comments=0, reports=0) as rooms:
        stage.say(f"claims: a report of {CLAIMS} claims is made")
        report = in_home(rooms, FILL.format(CLAIMS))["report"]
        for number in range(stage.rounds):
            stage.say(f"claims: round {number + 1} of {stage.rounds}, the report")
            with watched() as busy:
                steps = in_home(rooms, MEASURE.format(report, FEW_TIMES if stage.is_quick else TIMES))
            yield from (step(name, took, busy.percent) for name, took in steps.items())
            stage.say(f"claims: round {number + 1} of {stage.rounds}, the assistant")
            yield assistant(FEW_WORDS if stage.is_quick else WORDS)


def in_home(rooms: Newsroom, code: str) -> dict:
    """Have some code run inside the newsroom, and return what it told."""
    words = told(["-m", "dateline", "shell", "-v0", "-c", code], environment_of(rooms.home, rooms.port))
    found: dict = json.loads(words.splitlines()[-1])
    return found


def step(name: str, took: dict, busy: float) -> Measure:
    """The figures of one step, each limit beside what it is of."""
    figures = {
        "ms of work": share(took["work"], 0.5),
        "p50 ms": share(took["ms"], 0.5),
        "p95 ms": share(took["ms"], 0.95),
    }
    if name in MS_LIMITS:
        figures["limit ms"] = MS_LIMITS[name]
    if "bytes" in took:
        figures["KB"] = took["bytes"] / 1000
    if name in KB_LIMITS:
        figures["limit KB"] = KB_LIMITS[name]
    return Measure(f"{CLAIMS} claims", name, {**figures, "machine busy %": busy})


def assistant(words: int) -> Measure:
    """What reading the sample newsroom's own reports takes, over and over."""
    with watched() as busy:
        answer = told(["-c", ASSISTANT.format(words)], dict(os.environ), json.dumps(sample_texts()))
    figures = json.loads(answer.splitlines()[-1])
    return Measure(
        "the sample's reports",
        "assistant",
        {
            "ms of work, 1,000 words": figures["ms"],
            "limit ms": READING_MS,
            "MiB above Python": figures["MiB"],
            "limit MiB": READING_MIB,
            "machine busy %": busy.percent,
        },
    )


def sample_texts() -> list[str]:
    """The words of the sample newsroom's reports."""
    articles = read_articles("reports", Diary(timezone.now(), ZoneInfo("UTC"), facts()))
    return [
        plain_text(SimpleNamespace(body=[SimpleNamespace(block_type=kind, value=value) for kind, value in one.body]))
        for one in articles
    ]
