"""Gifts as they are kept in a file, and the months before it, spread over the same people."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

PRESETS = (10, 15, 20, 25, 25, 30, 40, 50, 50, 75, 100, 150)


@dataclass(frozen=True)
class Given:
    """One gift: day of the month, clock, whole units of money, what may be shown of it."""

    day: int
    clock: str
    amount: int
    visibility: str
    name: str
    message: str

    def moment(self, year: int, month: int, zone: ZoneInfo) -> datetime:
        """When it came, in that month."""
        hour, minute = (int(part) for part in self.clock.split(":"))
        return datetime(year, month, self.day, hour, minute, tzinfo=zone)


def read_gifts(source: str) -> list[Given]:
    """The gifts of one file in their order."""
    gifts = []
    for line in source.splitlines():
        if line.strip() and not line.startswith("#"):
            when, amount, visibility, name, message = (part.strip() for part in line.split("|"))
            day, clock = when.split()
            gifts.append(Given(int(day), clock, int(amount), visibility, name, message))
    return gifts


def spread(total: int, people: list[Given], seed: int) -> list[Given]:
    """A past month of exactly ``total``: those who give monthly, then others until it is full, all without messages."""
    chance = random.Random(seed)  # noqa: S311 (a story, not a secret)
    monthly = [replace(one, message="") for one in people if one.day == 1]
    gifts = [one for one in monthly if one.clock == "00:02"]
    left = total - sum(one.amount for one in gifts)
    others = [one for one in people if one.day > 1]
    while left > 0:
        giver = chance.choice(others)
        amount = min(left, chance.choice(PRESETS))
        clock = f"{chance.randrange(7, 23):02}:{chance.randrange(60):02}"
        gifts.append(replace(giver, day=chance.randrange(1, 29), clock=clock, amount=amount, message=""))
        left -= amount
    return sorted(gifts, key=lambda one: (one.day, one.clock))
