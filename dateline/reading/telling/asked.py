"""What was read, and as what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Asked:
    """A text and what was said of it. Spans are code points of ``text``."""

    text: str
    published: date
    countries: tuple[str, ...] = ()
    headline: str = ""
    language: str = "en"
