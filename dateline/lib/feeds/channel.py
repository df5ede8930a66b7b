"""What a feed says, before any form is chosen. Every address is a whole one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Spot:
    """A place that an entry is about, in degrees of WGS84, and how far from there it may be."""

    latitude: float
    longitude: float
    radius_km: float = 0.0
    name: str = ""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One thing that was published. ``key`` is its name for good; an author is a name and, perhaps, an address."""

    key: str
    url: str
    title: str
    summary: str
    html: str
    published: datetime
    updated: datetime
    authors: tuple[tuple[str, str], ...] = ()
    tags: tuple[str, ...] = ()
    image: str = ""
    spots: tuple[Spot, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Channel:
    """A feed: where people read the same, where it lies itself, who publishes it, and its entries, the newest first."""

    title: str
    home_url: str
    own_url: str
    language: str
    publisher: str
    publisher_url: str
    description: str = ""
    icon: str = ""
    entries: tuple[Entry, ...] = ()

    @property
    def updated(self) -> datetime | None:
        """The latest stated change of any entry."""
        return max((entry.updated for entry in self.entries), default=None)


def stamp(at: datetime) -> str:
    """``2026-11-07T12:30:00-04:00`` (RFC 3339), to the second."""
    return at.isoformat(timespec="seconds")
