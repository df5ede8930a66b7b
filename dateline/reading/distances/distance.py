"""What is found: how far from what somebody or something is said to be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from dateline.atlas.gazetteer.place import Place

Span = tuple[int, int]


class Named(Protocol):
    """A place name in the text; ``place`` is None where it could not be placed."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def text(self) -> str: ...
    @property
    def place(self) -> Place | None: ...


@dataclass(frozen=True, slots=True)
class Derived:
    """Where a stated distance and bearing lead, on the WGS84 ellipsoid, and how far off that may be.

    The ground meant lies between ``near_km`` and ``far_km`` from the reference, across ``spread`` degrees: a ring where
    the spread is 360, and then there is no point.
    """

    latitude: float | None
    longitude: float | None
    near_km: float
    far_km: float
    spread: float
    radius_km: float


@dataclass(frozen=True, slots=True)
class Distance:
    """One statement; spans are code points.

    ``kind``: "distance" (from a place), "direction" (no number: "just west of"), "part" ("the eastern countryside of"),
    "between", "along" (the road from A to B), "outside" ("just outside"), "movement" ("advanced 5 km": from no place).
    ``reference`` and ``second`` are numbers of toponyms as they were given; ``subject_toponym`` as well, where the
    subject is one; ``beside`` is the name to which it is added after a comma ("Northam, 5 km west of Southam").
    ``rounding_km`` is by how much the number may have been rounded.
    """

    start: int
    end: int
    text: str
    kind: str
    km: float | None = None
    bearing: float | None = None
    qualifier: str = ""  # only | about | more than | less than
    rounding_km: float = 0.0
    reference: int | None = None
    second: int | None = None
    subject: str = ""
    subject_span: Span | None = None
    subject_toponym: int | None = None
    derived: Derived | None = None
    beside: int | None = None
