"""What the checks are given: plain values, so that they can be asked about a text, a claims desk or a history alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

Point = tuple[float, float]  # latitude, longitude


@dataclass(frozen=True, slots=True)
class Stated:
    """A distance or direction as written. A point is None where the place has none, or reaches too far to be one."""

    text: str
    start: int
    end: int
    km: float | None
    bearing: float | None
    qualifier: str
    of: str
    of_point: Point | None
    subject: str
    subject_point: Point | None


@dataclass(frozen=True, slots=True)
class Told:
    """How far from a place somebody was, and when. ``aimed``: the place is what the text says they make for."""

    km: float
    of: str
    when: datetime
    by_hour: bool  # known to the hour; else to the day
    start: int
    end: int
    who: frozenset[str] = frozenset()
    aimed: bool = False

    def goes_on_from(self, other: Told) -> bool:
        """Whether both are of one way: to one aim, or of one actor."""
        return self.of == other.of and ((self.aimed and other.aimed) or not self.who.isdisjoint(other.who))


def ways(told: Iterable[Told]) -> Iterator[tuple[Told, Told]]:
    """Yield each distance with the one before it on the same way, in the order of time."""
    known: list[Told] = []
    for after in sorted(told, key=lambda one: one.when):
        before = next((one for one in reversed(known) if after.goes_on_from(one)), None)
        if before is not None:
            yield before, after
        known.append(after)


@dataclass(frozen=True, slots=True)
class Moved:
    """A way and the hours that it took."""

    km: float
    hours: float
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Placed:
    """A name with its point."""

    name: str
    point: Point
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Recorded:
    """A claim as far as another can make it old: about what, where, as of when, and whether it was confirmed."""

    about: str
    place: str
    when: datetime
    said: str
    confirmed: bool = False
    start: int = 0
    end: int = 0


def rounded(km: float) -> float:
    """Kilometres as one says them: whole from ten on, with one decimal below."""
    return round(km) if km >= 10 or km == round(km) else round(km, 1)
