"""The figures of one labelled file."""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import chain, islice
from pathlib import Path
from typing import Any

from ..train.manifest import sources
from .columns import Columns, columns_of
from .mistakes import Worst, mistake_lines
from .opinions import judged, model_version, submission
from .printing import figure_lines, latency_lines
from .progress import counted
from .reading import Cells, Form, Row, Unreadable, rows_of
from .report import Mark, figures_of, latency_of, mark_of
from .telling import visible
from .troubles import Troubles

SAMPLE = 2_000  # rows by which columns are guessed
SHOWN = 8  # labels
ABUSIVE = {"toxic", "toxicity", "hate", "offensive", "abusive", "insult"}
Case = tuple[int, str, bool]  # line, text, truth


@dataclass(slots=True)
class Skipped:
    """Rows that were not measured, by why, and the first line of each kind."""

    counts: dict[str, int] = field(default_factory=dict)
    first: dict[str, int] = field(default_factory=dict)

    def add(self, why: str, line: int) -> None:
        """Count one."""
        self.counts[why] = self.counts.get(why, 0) + 1
        self.first.setdefault(why, line)

    def told(self) -> list[str]:
        """A sentence for each kind."""
        return [f"{count} left out: {why} (first in line {self.first[why]})." for why, count in self.counts.items()]


def measured(path: str, wanted: argparse.Namespace) -> dict[str, Any]:
    """Return the figures of a file; raises Unreadable."""
    troubles, skipped = Troubles(), Skipped()
    rows = rows_of(path, _form(wanted), troubles)
    sample = list(islice(rows, SAMPLE))
    cells = [row.cells for row in sample if not row.fault]
    if sample and not cells:
        raise Unreadable(f"No row of {path} can be read; line {sample[0].line}: {sample[0].fault}.")
    columns = columns_of(cells, wanted.text, wanted.label, wanted.positive, wanted.positive_at)
    head, guesses = _head(wanted.head, path, columns, cells)
    cases = drawn(cases_of(chain(sample, rows), columns, skipped), wanted.limit, wanted.seed)
    worst = Worst(wanted.errors, head)
    marks = list(_marks(counted(cases, path), head, wanted, worst))
    if not marks:
        raise Unreadable(f"No row of {path} can be measured. {' '.join(skipped.told())}")
    sides = {mark.truth for mark in marks}
    if wanted.positive and True not in sides:
        raise Unreadable(
            f"No row is labelled “{wanted.positive}”. In the column “{columns.label}” stand: {labels(columns, cells)}."
        )
    return {
        "path": path,
        "measured": head,
        "guessed": [*columns.guessed, *guesses],
        "notes": [*one_sided(sides, _labels(columns, cells)), *learned_from(path), *skipped.told(), *_told(troubles)],
        "model": model_version(),
        **figures_of(marks, head),
        "latency_ms": latency_of(marks),
        **({"errors": worst.told()} if wanted.errors else {}),
    }


def labels(columns: Columns, cells: Sequence[Cells]) -> str:
    """Name the labels that there are, the first few."""
    found = _labels(columns, cells)
    return ", ".join(f"“{label}”" for label in found[:SHOWN]) + (" and others" if len(found) > SHOWN else "")


def _labels(columns: Columns, cells: Sequence[Cells]) -> list[str]:
    return sorted({str(each.get(columns.label)) for each in cells})


def one_sided(sides: set[bool], found: Sequence[str]) -> list[str]:
    """A sentence where all rows are positive, or none is: then nothing can be ranked."""
    if len(sides) > 1:
        return []
    only = f"There is only one label, “{found[0]}”. " if len(found) == 1 else ""
    rows = "All rows are" if True in sides else "No row is"
    return [f"{only}{rows} positive, so how well they are ranked cannot be measured."]


def _told(troubles: Troubles) -> list[str]:
    return [*troubles.told(), *["What cannot be read there is taken as “\ufffd”."] * bool(troubles.garbled)]


def learned_from(path: str) -> list[str]:
    """A sentence where the heads know the file."""
    for source in sources():
        for listed, digest in source.files:
            if (
                digest
                and Path(listed).name == Path(path).name
                and sha256(Path(path).read_bytes()).hexdigest() == digest
            ):
                share = f"{100 - source.held} % of" if 0 < source.held < 100 else "all of"
                return [f"The heads have learned from {share} this file. Give its folder for the rest."] * (
                    source.held < 100
                )
    return []


def _form(wanted: argparse.Namespace) -> Form:
    separator = "\t" if wanted.form == "tsv" else (wanted.separator or "").replace("\\t", "\t")
    if len(separator) > 1:
        raise Unreadable(f"“{separator}” is more than one character; --separator takes one.")
    kind = "csv" if wanted.form == "tsv" or (separator and not wanted.form) else wanted.form or ""
    return Form(kind, separator, False if wanted.no_header else None, wanted.encoding)  # type: ignore[arg-type]


def _head(head: str | None, path: str, columns: Columns, sample: Iterable[Cells]) -> tuple[str, list[str]]:
    """Who is measured: what the labels or the names speak of."""
    if head:
        return head, []
    words = {str(cells.get(columns.label)).lower() for cells in sample} | {columns.label.lower()}
    said = " ".join([*sorted(words), path.lower()])
    found = "spam" if words & {"spam", "ham"} or ("spam" in said and not words & ABUSIVE) else "abuse"
    return found, [f"it is about {found} (--head says else)"]


def cases_of(rows: Iterable[Row], columns: Columns, skipped: Skipped) -> Iterator[Case]:
    """Yield what can be measured, and count what cannot."""
    for row in rows:
        text = row.cells.get(columns.text)
        truth = columns.is_positive(row.cells.get(columns.label))
        if row.fault:
            skipped.add(row.fault, row.line)
        elif not isinstance(text, str) or not text.strip():
            skipped.add("no text", row.line)
        elif truth is None:
            skipped.add("no label that says yes or no", row.line)
        else:
            yield row.line, text, truth


def drawn(cases: Iterable[Case], limit: int | None, seed: int) -> Iterable[Case]:
    """Return all cases, or ``limit`` of them, each with the same chance."""
    if not limit:
        return cases
    dice = random.Random(seed)  # noqa: S311 - the same each time
    kept: list[Case] = []
    for number, case in enumerate(cases):
        if number < limit:
            kept.append(case)
        elif (place := dice.randrange(number + 1)) < limit:
            kept[place] = case
    return sorted(kept)


def _marks(cases: Iterable[Case], head: str, wanted: argparse.Namespace, worst: Worst) -> Iterator[Mark]:
    for line, text, truth in cases:
        comment = judged(submission(text, known=wanted.known, language=wanted.language))
        mark = mark_of(comment, head, truth=truth, length=len(text))
        worst.see(mark, line, text)
        yield mark


def lines_of(result: dict[str, Any]) -> Iterator[str]:
    """Yield the figures for people."""
    yield f"{result['path']}: {result['measured']}, model {result['model']}"
    if result["guessed"]:
        yield f"Guessed: {visible('; '.join(result['guessed']))}."
    yield from result["notes"]
    yield ""
    yield from figure_lines(result)
    yield ""
    yield from latency_lines(result["latency_ms"])
    yield from mistake_lines(result.get("errors", {}))
