"""Numbers as news writes them: 45, 1,200, 2.5, "forty-five", "half a", "a dozen"."""

from __future__ import annotations

import re
from math import floor, log10

ONES = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen
"""
TENS = """
twenty thirty forty fifty sixty seventy eighty ninety
"""
VALUES: dict[str, float] = {word: number for number, word in enumerate(ONES.split())}
VALUES |= {word: number * 10 for number, word in enumerate(TENS.split(), 2)}
VALUES |= {"a": 1, "an": 1, "half": 0.5, "dozen": 12, "hundred": 100, "thousand": 1000}

_ONE = "|".join(sorted(VALUES, key=len, reverse=True))
WORDS = rf"(?:{_ONE})(?:[ -](?:and )?(?:{_ONE})){{0,5}}"
FIGURES = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,5}(?:\.\d+)?"


def value_of(written: str) -> float | None:
    """Return what a number means; None where the words are no number."""
    if written[:1].isdigit():
        return float(written.replace(",", ""))
    total, current = 0.0, 0.0
    for word in re.split(r"[ -]+", written.lower()):
        if word == "and":
            continue
        value = VALUES[word]
        if value >= 12 and word in ("dozen", "hundred", "thousand"):
            current = (current or 1) * value
        elif word in ("a", "an") and current:
            continue  # "half a"
        else:
            current += value
        if word == "thousand":
            total, current = total + current, 0.0
    return total + current or None


def rounding(value: float) -> float:
    """By how much a number may have been rounded, to either side: 45 by 2.5, 70 by 5, 12 by 0.5, 2.3 by 0.05."""
    if value <= 0:
        return 0.0
    step = 10.0 ** floor(log10(value))
    while step > 0.01:
        for part in (step, step / 2):
            if abs(value / part - round(value / part)) < 1e-6 and part <= value / 2:
                return part / 2
        step /= 10
    return 0.05
