"""Days that a text names without their year, such as “November 2” or “2 November”."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date

MONTHS = {name.casefold(): number for number, name in enumerate(calendar.month_name) if name}
NAMES = "|".join(MONTHS)
DAY = re.compile(
    rf"\b(?:(?P<month>{NAMES})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month2>{NAMES}))"
    r"\b(?!,?\s+(?:1[89]|20)\d\d\b)",
    re.IGNORECASE,
)


def named_days(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield (words, month, day) for each day named without a year; days that no calendar has are passed over."""
    for match in DAY.finditer(text):
        month = MONTHS[(match["month"] or match["month2"]).casefold()]
        day = int(match["day"] or match["day2"])
        if 1 <= day <= calendar.monthrange(2024, month)[1]:
            yield " ".join(match[0].split()), month, day


def latest(month: int, day: int, published: date) -> date:
    """Return the last such day up to the day after publication: reports tell of what was, but clocks differ."""
    for year in range(published.year + 1, published.year - 9, -1):
        if day > calendar.monthrange(year, month)[1]:
            continue
        then = date(year, month, day)
        if (then - published).days <= 1:
            return then
    raise ValueError(f"No {day}.{month}. in the nine years before {published}.")
