"""What the assistant proposes: claims with their reasons, and questions; plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

Values = Mapping[str, str | float | date]


@dataclass(frozen=True, slots=True)
class Warned:
    """A question about a span. ``message`` has slots for ``values`` and is in the catalogues."""

    code: str
    message: str
    values: Values
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class When:
    """A time on the text's own clock.

    ``ends`` is the last second that is meant, ``is_range`` says that the text names both ends.
    ``basis`` says what the reading hangs on: explicit, year-inferred, inherited (from an earlier sentence) or relative.
    """

    begins: datetime
    ends: datetime
    is_range: bool
    precision: str
    basis: str
    text: str


@dataclass(frozen=True, slots=True)
class Where:
    """A place; without a point nobody knows where. A ``derived`` one follows from the text's own distances."""

    name: str
    key: str = ""
    kind: str = ""
    latitude: float | None = None
    longitude: float | None = None
    radius_km: float | None = None
    derived: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """Who says so: ``kind`` is party, official, media, witness or own, empty where the words do not tell."""

    name: str
    kind: str = ""
    side: str = ""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who takes part: ``role`` is by, target or ally."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """A sentence that may be a claim: what happened, when, where, who says so.

    ``relation`` is what the sentence states of distance and direction: km, bearing, of, qualifier, text.
    ``confidence`` puts proposals in an order; it is no probability.
    """

    start: int
    end: int
    when: When | None
    where: Where | None
    relation: dict[str, Any] | None
    source: Source | None
    actors: tuple[Actor, ...]
    modality: str
    against_interest: bool
    confidence: float
    warnings: tuple[Warned, ...] = field(default=())
