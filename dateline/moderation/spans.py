"""Spans of time by the thousand, kept as a few counts from which any share of them can be told.

A span falls into a class that is a tenth longer than the one before; days of classes can be added up. What is told of
them is right within five per cent, and is printed more roughly than that.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from datetime import timedelta

STEP = math.log(1.1)


def class_of(span: timedelta) -> int:
    """Return the class of ``span``; whatever takes less than a second takes a second."""
    return math.floor(math.log(max(span.total_seconds(), 1.0)) / STEP)


def span_of(number: int) -> timedelta:
    """Return the middle of a class."""
    return timedelta(seconds=math.exp((number + 0.5) * STEP))


def within(classes: Mapping[int, int], share: float) -> timedelta | None:
    """Return the time within which a ``share`` (0.5: the median) of all were done; None where there were none."""
    wanted, sofar = share * sum(classes.values()), 0
    for number, count in sorted(classes.items()):
        sofar += count
        if count and sofar >= wanted:
            return span_of(number)
    return None


def classes_in(figures: Mapping[str, int], name: str) -> Counter[int]:
    """Take the classes kept under ``name`` (as ``name:class``) out of all figures."""
    head = f"{name}:"
    return Counter({int(key.removeprefix(head)): n for key, n in figures.items() if key.startswith(head)})
