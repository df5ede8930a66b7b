"""The heads as they are shipped: files of weights, and a card with what else a head needs."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np

from ..model.heads import Head, quantised
from ..model.traits import NAMES
from .build import Read, learn, lessons_for, readings_of
from .examples import Example, examples
from .manifest import Plan, news, plans, sources
from .operate import calibration, operating

Built = dict[str, bytes]  # by file name
Told = Callable[[str], None]
PLACES = 6


def build(folder: Path, told: Told) -> Built:
    """Return all files of the shipped heads; raises Unusable where the sources are not right."""
    found = examples(sources(), folder, lambda name: told(f"reading {name}"))
    told(f"reading {len(found)} texts as the model does")
    reads = readings_of([example.text for example in found])
    below_news = news(folder)
    clean = readings_of([text for text, is_hostile in below_news if not is_hostile])
    built: Built = {}
    cards: dict[str, Any] = {}
    for plan in plans():
        head = fitted(plan, found, reads, told)
        built[f"{plan.name}.int8"] = head.weights.tobytes()
        cards[plan.name] = _card(head, plan, found, reads, clean)
    digest = sha256(b"".join(built.values())).hexdigest()
    card = {"version": digest[:8], "heads": cards}
    built["heads.json"] = (json.dumps(card, indent=1) + "\n").encode()
    return built


def fitted(plan: Plan, found: Sequence[Example], reads: Sequence[Read], told: Told) -> Head:
    """Return the head that a plan makes of examples and their readings, as it is stored; it has no thresholds yet."""
    lessons = lessons_for(plan, found, reads)
    told(f"{plan.name}: learning from {len(lessons)} texts")
    weights = learn(lessons, plan.strength, plan.floor, lambda step, left: _progress(told, plan.name, step, left))
    stored, unit = quantised(weights.buckets)
    signals = np.round(weights.signals, PLACES)
    return Head(plan.name, "", stored, float(f"{unit:.9g}"), round(weights.bias, PLACES), signals, ())


def _progress(told: Told, name: str, step: int, left: float) -> None:
    if step % 10 == 0:
        told(f"{name}: step {step}, slope at {left:.3f} of the first")


def _card(
    head: Head, plan: Plan, found: Sequence[Example], reads: Sequence[Read], news: Sequence[Read]
) -> dict[str, Any]:
    """What a head needs besides its weights."""
    held = [(e, read) for e, read in zip(found, reads, strict=True) if e.held and plan.learns in e.lessons]
    logits = np.array([head.logit_of(*read.judged(with_quotations=plan.reads_quotations)) for _e, read in held])
    truth = np.array([float(e.lessons[plan.learns][0] > 0.5) for e, _read in held])
    slope, offset = calibration(logits, truth)
    if plan.clean != "news":
        news = [read for e, read in held if e.source == plan.clean and e.lessons[plan.learns][0] < 0.5]
    return {
        "language": plan.language,
        "reads_quotations": plan.reads_quotations,
        "unit": head.unit,
        "bias": head.bias,
        "signals": dict(zip(NAMES, head.signals.tolist(), strict=True)),
        "slope": slope,
        "offset": offset,
        "operating": operating(
            np.array([head.logit_of(*read.judged(with_quotations=plan.reads_quotations)) for read in news])
        ),
    }


def write(built: Built, folder: Path) -> None:
    """Write the files; what a running process has mapped stays whole, because files are replaced, not changed."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in built.items():
        new = folder / f".{name}"
        new.write_bytes(content)
        new.replace(folder / name)


def differences(built: Built, folder: Path) -> list[str]:
    """Return the names of files that are not what was built."""
    return [
        name
        for name, content in built.items()
        if not (folder / name).is_file() or (folder / name).read_bytes() != content
    ]
