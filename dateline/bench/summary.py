"""Rounds made one: medians, ratios to the reference, a table for people and words for scripts."""

from __future__ import annotations

import os
import platform
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from .measure import Measure, medians

RATIOS = {"requests/s": "x the reference", "requests/CPU-s": "x the reference, CPU"}


def with_ratios(measures: list[Measure], reference: str) -> list[Measure]:
    """Add to each measure its ratio to the reference's in the same case and round: the machine was as busy for both."""
    turns: dict[tuple[str, str], int] = {}
    base: dict[tuple[str, int], dict[str, float]] = {}
    placed: list[tuple[Measure, int]] = []
    for one in measures:
        turn = turns[one.case, one.subject] = turns.get((one.case, one.subject), -1) + 1
        placed.append((one, turn))
        if one.subject == reference:
            base[one.case, turn] = one.figures
    return [_with_ratio(one, base.get((one.case, turn))) for one, turn in placed]


def _with_ratio(one: Measure, base: dict[str, float] | None) -> Measure:
    if not base:
        return one
    ratios = {
        words: one.figures[name] / base[name]
        for name, words in RATIOS.items()
        if name in one.figures and base.get(name)
    }
    return Measure(one.case, one.subject, {**one.figures, **ratios})


def told(trial: str, measures: list[Measure], reference: str) -> dict[str, Any]:
    """Return a trial's result for a script: each case and subject with the medians of its figures."""
    found = medians(with_ratios(measures, reference))
    return {
        "trial": trial,
        "rows": [{"case": one.case, "subject": one.subject, "figures": one.figures} for one in found],
    }


def table(result: dict[str, Any]) -> str:
    """Print a trial for a person; cases with the same figures share a head."""
    lines: list[str] = [f"{result['trial']}"]
    head: tuple[str, ...] = ()
    widths: list[int] = []
    for row in result["rows"]:
        names = tuple(row["figures"])
        if names != head:
            head = names
            widths = [max(len(name), 8) for name in names]
            lines.append(_line("", "", names, widths))
        lines.append(_line(row["case"], row["subject"], [number(value) for value in row["figures"].values()], widths))
    return "\n".join(lines)


def _line(case: str, subject: str, cells: Sequence[str], widths: Sequence[int]) -> str:
    return f"  {case:24} {subject:30} " + "  ".join(
        cell.rjust(width) for cell, width in zip(cells, widths, strict=True)
    )


def number(value: float) -> str:
    """Write a number with three digits that mean something."""
    if value == int(value) and abs(value) < 1e12:
        return f"{int(value):,}"
    if abs(value) >= 1000:
        return f"{value:,.0f}"
    return f"{value:.1f}" if abs(value) >= 100 else f"{value:.2f}"


def machine(now: datetime) -> dict[str, Any]:
    """Say where and when this was measured, and how much the machine had to do beside."""
    names = [line.partition(":")[2].strip() for line in _lines("/proc/cpuinfo") if line.startswith("model name")]
    total = next((int(line.split()[1]) // 1024 for line in _lines("/proc/meminfo") if line.startswith("MemTotal")), 0)
    return {
        "date": now.strftime("%Y-%m-%d"),
        "processor": names[0] if names else platform.machine(),
        "processors": os.cpu_count(),
        "memory MiB": total,
        "system": platform.system(),
        "python": platform.python_version(),
        "load before": round(os.getloadavg()[0], 1),
    }


def _lines(path: str) -> list[str]:
    try:
        return Path(path).read_text(encoding="utf-8").splitlines()
    except OSError:
        return []
