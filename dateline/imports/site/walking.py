"""Walking to every page, as a crawler with good manners would: from the front page and the sitemaps, link by link.

``robots.txt`` says which paths are no reading matter, and ``nofollow`` which links are forms; another order or a
further page of something is followed all the same.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Protocol
from urllib.robotparser import RobotFileParser

from .addresses import Target, file_of, target_of
from .links import Link, change_links

SEEDS = ("/", "/sitemap.xml", "/news-sitemap.xml", "/robots.txt")
TEXTS = ("text/html", "text/css", "text/javascript", "application/javascript", "image/svg+xml", "application/xml")
MOVED = (301, 302, 303, 307, 308)


class Visited(Protocol):
    """What a reader is sent at an address."""

    @property
    def status(self) -> int: ...

    @property
    def headers(self) -> dict[str, str]: ...

    @property
    def content(self) -> bytes: ...


Visit = Callable[[str], Visited]


@dataclass(frozen=True, slots=True)
class Dead:
    """A link to a page of ours that is not there."""

    address: str
    status: int
    found_on: str


@dataclass(slots=True)
class Page:
    """A page that was written: its file below the folder, and its media type."""

    file: PurePosixPath
    kind: str


@dataclass
class Walk:
    """What was found so far. ``moved`` are addresses that lead to another."""

    folder: Path
    visit: Visit
    ours: frozenset[str]
    progress: Callable[[int, int], None] = lambda *_: None
    pages: dict[str, Page] = field(default_factory=dict)
    moved: dict[str, str] = field(default_factory=dict)
    dead: list[Dead] = field(default_factory=list)
    seen: dict[str, str] = field(default_factory=dict)
    waiting: deque[str] = field(default_factory=deque)
    robots: RobotFileParser = field(default_factory=RobotFileParser)

    def walk(self) -> Walk:
        """Go everywhere, and write what is there as it is."""
        self.robots.parse(self.visit("/robots.txt").content.decode().splitlines())
        for address in SEEDS:
            self.note(address, "")
        while self.waiting:
            self.take(self.waiting.popleft())
            self.progress(len(self.seen) - len(self.waiting), len(self.seen))
        return self

    def note(self, address: str, found_on: str) -> None:
        """Put an address on the list, once."""
        if address not in self.seen and self.robots.can_fetch("*", address):
            self.seen[address] = found_on
            self.waiting.append(address)

    def take(self, address: str) -> None:
        """Fetch one page, write it down, and note where it leads."""
        answer = self.visit(address)
        if answer.status in MOVED:
            self.follow_move(address, answer.headers.get("Location", ""))
        elif answer.status != 200:
            self.dead.append(Dead(address, answer.status, self.seen[address]))
        else:
            kind = answer.headers.get("Content-Type", "").partition(";")[0].strip().lower()
            page = self.pages[address] = Page(file_of(address, kind), kind)
            path = self.folder / page.file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(answer.content)
            if kind in TEXTS:
                change_links(kind, answer.content.decode(), lambda link: self.look_at(link, address))

    def follow_move(self, address: str, to: str) -> None:
        """Remember where an address has moved to; a move to elsewhere leaves the link as it is."""
        target = target_of(to, address, self.ours)
        if target:
            self.moved[address] = target.address
            self.note(target.address, self.seen[address])

    def look_at(self, link: Link, address: str) -> None:
        """Note where a link leads, if it is to be followed."""
        target = target_of(link.url, address, self.ours)
        if target and not link.form and (link.follow or "?" in target.address):
            self.note(target.address, address)

    def page_at(self, target: Target) -> Page | None:
        """Return the page that a link leads to in the end."""
        address, moves = target.address, 0
        while address in self.moved and moves < 5:
            address, moves = self.moved[address], moves + 1
        return self.pages.get(address)
