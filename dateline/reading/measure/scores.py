"""The figures by which geoparsers are compared: precision, recall, F1, accuracy at 161 km, mean error, AUC,
end-to-end F1.

As in Gritta, Pilehvar and Collier, "A Pragmatic Guide to Geoparsing Evaluation" (2019). A name counts as recognised
where both ends are right to the character; as located where it is recognised and placed within 161 km (100 miles).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from math import asin, cos, log, pi, radians, sin, sqrt
from typing import Protocol

RIGHT_KM = 161.0
RADIUS_KM = 6371.0
FARTHEST_KM = pi * RADIUS_KM


class Point(Protocol):
    """Anything with degrees."""

    @property
    def latitude(self) -> float: ...

    @property
    def longitude(self) -> float: ...


class Spot(Protocol):
    """A marked place."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...

    @property
    def latitude(self) -> float: ...

    @property
    def longitude(self) -> float: ...


class Guess(Protocol):
    """A place that was found."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...

    @property
    def place(self) -> Point | None: ...


def away_km(one: Point, other: Point) -> float:
    """The great-circle distance on a sphere, as the corpora are scored by."""
    north, south = radians(one.latitude), radians(other.latitude)
    half = sin((north - south) / 2) ** 2
    half += cos(north) * cos(south) * sin(radians(one.longitude - other.longitude) / 2) ** 2
    return 2 * RADIUS_KM * asin(min(1.0, sqrt(half)))


@dataclass(slots=True)
class Score:
    """Counts over the documents of a corpus."""

    marked: int = 0
    found: int = 0
    recognised: int = 0
    errors_km: list[float] = field(default_factory=list)

    def add(self, marks: Iterable[Spot], guesses: Iterable[Guess]) -> None:
        """Count one document."""
        known = {(one.start, one.end): one for one in marks}
        self.marked += len(known)
        for guess in guesses:
            self.found += 1
            mark = known.get((guess.start, guess.end))
            if mark is None:
                continue
            self.recognised += 1
            if guess.place is not None:
                self.errors_km.append(away_km(guess.place, mark))

    @property
    def located(self) -> int:
        """Names that were recognised and placed right."""
        return sum(error <= RIGHT_KM for error in self.errors_km)

    @property
    def precision(self) -> float:
        """How many of those found are marked."""
        return self.recognised / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """How many of those marked were found."""
        return self.recognised / self.marked if self.marked else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        return harmonic(self.recognised, self.found, self.marked)

    @property
    def end_to_end(self) -> float:
        """The same, where only what was also placed right counts as right."""
        return harmonic(self.located, self.found, self.marked)

    @property
    def accuracy(self) -> float:
        """How many of those recognised and placed are placed right."""
        return self.located / len(self.errors_km) if self.errors_km else 0.0

    @property
    def mean_km(self) -> float:
        """The mean error of those recognised and placed."""
        return sum(self.errors_km) / len(self.errors_km) if self.errors_km else 0.0

    @property
    def auc(self) -> float:
        """The area below the curve of sorted log errors, of the largest possible; 0 is best."""
        if not self.errors_km:
            return 0.0
        logs = sorted(log(error + 1) for error in self.errors_km)
        if len(logs) == 1:
            return logs[0] / log(FARTHEST_KM + 1)
        area = sum((one + other) / 2 for one, other in pairwise(logs))
        return area / (log(FARTHEST_KM + 1) * (len(logs) - 1))


def harmonic(right: int, found: int, marked: int) -> float:
    """F1 from counts."""
    return 2 * right / (found + marked) if found + marked else 0.0
