"""The figures of a folder of public data sets, and of what else can be measured on them."""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from . import folder_printing
from .disguised import Plain, disguise_figures
from .identities import DIALECT, Mentions
from .known import IDENTITIES, NEWS, Folder, Known
from .opinions import Judged, judged, model_version, submission
from .progress import counted
from .reading import Unreadable
from .report import Mark, figures_of, latency_of, mark_of
from .spans import span_figures

TWEETS = "davidson"  # the only set with much of a dialect in it
ROUNDS = 100  # samples for an interval


@dataclass(slots=True)
class Tally:
    """What is gathered while the sets go by."""

    plain: Plain = field(default_factory=Plain)
    mentions: dict[str, Mentions] = field(default_factory=dict)
    marks: list[Mark] = field(default_factory=list)

    def see(self, known: Known, text: str, truths: dict[str, bool], comment: Judged) -> None:
        """Take note of one comment."""
        if known.name in (NEWS, IDENTITIES) and truths.get("abuse") is False:
            self.mentions.setdefault(known.name, Mentions()).see(text, comment)
        if known.name == TWEETS and truths.get("abuse") is False:
            self.mentions.setdefault(f"{TWEETS}, dialect", Mentions(DIALECT)).see(text, comment)
        if comment.verdict.outcome == "hold" and known.language == "en":
            for kind in ("abuse", "spam"):
                if truths.get(kind):
                    self.plain.see(kind, text)


def measured(path: str, wanted: argparse.Namespace) -> dict[str, Any]:
    """Return the figures of a folder; raises Unreadable where nothing in it is known."""
    folder, tally = Folder(Path(path)), Tally()
    sets = [figures for known in folder.sets() for figures in _figures(known, wanted, tally)]
    if not sets:
        raise Unreadable(f"{path} holds none of the data sets that are known here. Give a file of labelled comments.")
    return {
        "path": path,
        "model": model_version(),
        "sets": sets,
        "spans": span_figures(folder.path),
        "mentions": {name: mentions.figures() for name, mentions in tally.mentions.items()},
        "disguises": disguise_figures(tally.plain.drawn(wanted.seed)),
        "latency_ms": latency_of(tally.marks),
        "skipped": folder.skipped,
        "unknown": folder.unknown(),
    }


def _figures(known: Known, wanted: argparse.Namespace, tally: Tally) -> Iterator[dict[str, Any]]:
    marks: dict[str, list[Mark]] = defaultdict(list)
    dice = random.Random(wanted.seed)  # noqa: S311 - the same each time
    cases = dice.sample(known.cases, min(wanted.limit or len(known.cases), len(known.cases)))
    for text, truths in counted(cases, known.name):
        comment = judged(submission(text, known=wanted.known, language=known.language))
        tally.see(known, text, truths, comment)
        for kind, truth in truths.items():
            mark = mark_of(comment, kind, truth=truth, length=len(text), wanted=any(truths.values()))
            marks[kind].append(mark)
    most: list[Mark] = max(marks.values(), key=len, default=[])
    tally.marks += most
    for kind in sorted(marks):
        if wanted.head in (None, kind):
            figures = figures_of(marks[kind], kind, ROUNDS)
            yield {"set": known.name, "about": known.about, "measured": kind, **figures}


def lines_of(result: dict[str, Any]) -> Iterator[str]:
    """Yield the figures for people."""
    return folder_printing.lines_of(result)
