"""Which bytes were asked for (RFC 9110, section 14)."""

from __future__ import annotations

import re
from dataclasses import dataclass

SINGLE = re.compile(r"^bytes=(\d*)-(\d*)$", re.ASCII)


class Unsatisfiable(Exception):
    """The range starts after the end. Asking for the same range again does not help."""


@dataclass(frozen=True)
class Span:
    """Bytes ``first`` to ``last``, both included, counted from 0."""

    first: int
    last: int

    @property
    def length(self) -> int:
        """How many bytes the span holds."""
        return self.last - self.first + 1


def asked_span(header: str, size: int) -> Span | None:
    """Return the one span that ``header`` asks of a file of ``size`` bytes; None where the whole file is the answer.

    Several ranges at once, and units other than bytes, are answered with the whole file, as the RFC allows.
    """
    match = SINGLE.match(header.strip())
    if match is None or match.groups() == ("", ""):
        return None
    start, end = match.groups()
    if len(start) > 18 or len(end) > 18:
        raise Unsatisfiable
    if not start:
        return _last_bytes(int(end), size)
    first = int(start)
    last = min(int(end), size - 1) if end else size - 1
    if end and int(end) < first:
        return None
    if first >= size:
        raise Unsatisfiable
    return Span(first, last)


def _last_bytes(count: int, size: int) -> Span:
    if count == 0 or size == 0:
        raise Unsatisfiable
    return Span(max(0, size - count), size - 1)
