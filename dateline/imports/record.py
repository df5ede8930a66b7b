"""What an archive holds, in nobody's format: posts, their comments, and what a funding meter showed.

Every importer reads its source into these and nothing else; plan and apply know no format. ``line`` is where a thing
begins in its source (1-based) and, with the source's digest, its name for ever: a second run finds it again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum


@dataclass(frozen=True, slots=True)
class Meter:
    """What the meter showed: ``ticks`` and ``raised`` in minor units of ``currency`` (ISO 4217).

    ``month`` is (year, month) of the drive. It says when the page was copied and nothing about when it was written.
    """

    line: int
    ticks: tuple[int, ...]
    raised: int
    currency: str
    month: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture or map that stood after ``after`` paragraphs. Its words are here; the picture itself is not."""

    line: int
    caption: str
    after: int


@dataclass(slots=True)
class Comment:
    """Somebody's words and the answers to them. ``text`` keeps its line breaks; paragraphs are a blank line apart."""

    line: int
    author: str
    text: str
    replies: list[Comment] = field(default_factory=list)

    def walk(self, depth: int = 1) -> Iterator[tuple[Comment, int]]:
        """Yield this comment and all below it in reading order, with their depth (a root has 1)."""
        pending = [(self, depth)]
        while pending:
            comment, at = pending.pop()
            yield comment, at
            pending += [(reply, at + 1) for reply in reversed(comment.replies)]


@dataclass(slots=True)
class Post:
    """A report as it was published."""

    line: int
    headline: str
    category: str = ""
    paragraphs: list[str] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)

    def walk(self) -> Iterator[tuple[Comment, int]]:
        """Yield every comment in reading order with its depth."""
        for root in self.comments:
            yield from root.walk()


class Fate(Enum):
    """What became of a line."""

    BLANK = "blank"
    PLACED = "placed"
    DROPPED = "dropped"
    UNPLACED = "unplaced"


@dataclass(frozen=True, slots=True)
class LineFate:
    """Line ``number`` and what became of it: as what it was placed, or why not."""

    number: int
    fate: Fate
    why: str
    text: str


@dataclass(slots=True)
class Record:
    """All that was read from one source. ``fates`` names every line of it exactly once, in order."""

    digest: str
    post: Post | None
    meter: Meter | None
    fates: list[LineFate]
    doubts: list[tuple[int, str]] = field(default_factory=list)

    def lines_with(self, fate: Fate) -> list[LineFate]:
        """Return the lines that met ``fate``."""
        return [line for line in self.fates if line.fate is fate]
