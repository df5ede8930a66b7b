"""Screening: what a verdict costs of the processor, at worst too, and what the weights take of a process's memory."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.screening.measure.memory import together
from dateline.screening.measure.timing import LONG, SHORT, SUBJECTS, WARM, comments, cost, worst

from ..measure import Measure, Stage

REFERENCE = ""
COMMENTS, FEW = 1_500, 200
MIB = 1024 * 1024


def run(stage: Stage) -> Iterator[Measure]:
    """Screen the same comments with all checks and with the model alone, then what is made to be slow."""
    number = FEW if stage.is_quick else COMMENTS
    for turn in range(stage.rounds):
        for longest in (SHORT, LONG):
            texts = comments(longest, WARM + number, seed=turn)
            for subject, phases in SUBJECTS.items():
                stage.say(f"screening: round {turn + 1} of {stage.rounds}, {subject}, up to {longest} characters")
                took = {f"ms of work, {name}": value for name, value in cost(texts, phases).items()}
                yield Measure(f"up to {longest:,} characters", subject, took)
        for subject, phases in SUBJECTS.items():
            stage.say(f"screening: round {turn + 1} of {stage.rounds}, {subject}, hostile texts")
            yield Measure("hostile, 3,000 characters", subject, {"ms of work, max": worst(phases)[0]})
    stage.say("screening: two processes map the weights")
    sizes = together()
    figures = {
        f"MiB of {name.upper()}": sum(each[name] for each in sizes) / len(sizes) / MIB for name in ("rss", "pss")
    }
    yield Measure("weights in memory", "each of two processes", figures)
