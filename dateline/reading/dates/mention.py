"""What is found: a piece of text that names a time, and the time it names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Kind = Literal["DATE", "TIME", "DURATION", "SET"]
Precision = Literal["hour", "day", "week", "month", "quarter", "season", "year", "decade", "unknown"]
Basis = Literal["explicit", "year-inferred", "inherited", "relative"]


@dataclass(frozen=True, slots=True)
class Timex:
    """A normalised time (TIMEX3 of TimeML 1.2.1: ``type``, ``value``, ``mod``) and what its reading hangs on.

    ``anchor`` is the value of the date it was counted from; empty where it was counted from none.
    """

    kind: Kind
    value: str
    mod: str = ""
    basis: Basis = "explicit"
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A time named in a text. ``start`` and ``end`` are code points, ``begins`` and ``ends`` instants.

    Instants have no zone: they are on the clock of the text. ``ends`` is the first that is no longer meant.
    Both are None for what cannot be laid on a calendar: a duration, a repeated time, "recently", a year before Christ.
    """

    start: int
    end: int
    text: str
    kind: Kind
    value: str
    mod: str
    begins: datetime | None
    ends: datetime | None
    precision: Precision
    basis: Basis
    anchor: str
