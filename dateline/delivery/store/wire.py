"""The wire: news for open pages, a line each, in a file that the tender appends to and the door reads.

The first line says how many bytes were told before the ones that lie here, and the number of the change up to which
news has been forgotten. ``told`` in the gauge is how many bytes were told in all, so that a look at one number says
whether there is anything to read. The file is cut at its beginning when it grows too long, and what is wrong with it
is mended by starting anew: it is worth no more than a page that offers to load itself again.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from .gauge import Gauge

NAME = "news"
HEAD = b"%020d %020d\n"
HEAD_SIZE = 42
MOST = 1024 * 1024  # bytes; then the older half is forgotten
LONGEST = 400  # bytes of one piece of news


class TooLong(ValueError):
    """News is a figure or a sentence; this is a text. It is a mistake in whoever composed it."""


@dataclass(frozen=True, slots=True)
class Dispatch:
    """One piece of news: for pages that listen on ``channel``, of a ``kind``, with figures and words that are public.

    It says how things stand, not what happened: the last one of a kind on a channel replaces those before it.
    """

    channel: str
    kind: str
    data: Mapping[str, Any] = field(default_factory=dict)

    def packed(self) -> bytes:
        """Return the data as it is sent, with the channel in it. Raises TooLong."""
        data = json.dumps({"on": self.channel, **self.data}, ensure_ascii=False, separators=(",", ":")).encode()
        if len(data) > LONGEST:
            raise TooLong(f"{self.kind} on {self.channel} is {len(data)} bytes; {LONGEST} are the most")
        return data


class Line(NamedTuple):
    """A piece of news on the wire: ``number`` is that of the change which it reflects."""

    number: int
    channel: bytes
    kind: bytes
    data: bytes

    def framed(self) -> bytes:
        """Return it as a server-sent event (WHATWG HTML, 9.2)."""
        return b"event: %b\ndata: %b\nid: %d\n\n" % (self.kind, self.data, self.number)


class Wire:
    """The end that is written to. One process holds it."""

    def __init__(self, folder: Path, gauge: Gauge) -> None:
        self.path = folder / NAME
        self.gauge = gauge

    def begin(self, number: int, *, anew: bool) -> list[Line]:
        """Go on after what was told last and return what lies here.

        With ``anew``, or where what lies here cannot be read, nothing does, and all up to ``number`` is forgotten.
        """
        told = self.gauge.read("told")
        if not anew:
            try:
                base, _floor = read_head(self.path)
                length = HEAD_SIZE + told - base
                if HEAD_SIZE <= length <= self.path.stat().st_size:
                    os.truncate(self.path, length)  # what was written and not told is told again
                    return lines_in(self.path.read_bytes()[HEAD_SIZE:])
            except (OSError, ValueError):
                pass
        self._replace(told + 1, number, b"")  # one more, so that the door looks
        self.gauge.write("told", told + 1)
        return []

    def append(self, number: int, news: Iterable[tuple[Dispatch, bytes]]) -> None:
        """Tell of the change ``number``: each dispatch with its data packed."""
        content = b"".join(
            b"%d %b %b %b\n" % (number, one.channel.encode("ascii"), one.kind.encode("ascii"), data)
            for one, data in news
        )
        if not content:
            return
        with self.path.open("ab") as file:
            file.write(content)
        self.gauge.write("told", self.gauge.read("told") + len(content))
        if self.path.stat().st_size > MOST:
            self._forget_half()

    def _forget_half(self) -> None:
        content = self.path.read_bytes()[HEAD_SIZE:]
        cut = content.find(b"\n", len(content) // 2) + 1
        gone, kept = lines_in(content[:cut]), content[cut:]
        self._replace(self.gauge.read("told") - len(kept), gone[-1].number, kept)

    def _replace(self, base: int, floor: int, content: bytes) -> None:
        new = self.path.with_name(f".{NAME}.{os.getpid()}")
        new.write_bytes(HEAD % (base, floor) + content)
        os.replace(new, self.path)


@dataclass(frozen=True, slots=True)
class Heard:
    """What a look at the wire gave.

    ``fresh`` was not read before; ``known`` is there when the file was cut or began anew, and is all that lies in it.
    ``floor`` is the change up to which news is forgotten; ``is_gap`` says that some of it was never read here.
    """

    fresh: list[Line]
    floor: int
    known: list[Line] | None = None
    is_gap: bool = False


class Ear:
    """The end that is read."""

    def __init__(self, folder: Path, gauge: Gauge) -> None:
        self.path = folder / NAME
        self.gauge = gauge
        self.at = 0
        self.base = -1

    def hear(self) -> Heard | None:
        """Return what is new; None where nothing is. Raises OSError or ValueError where the file cannot be read."""
        told = self.gauge.read("told")
        if told == self.at:
            return None
        with self.path.open("rb") as file:
            base, floor = parse_head(file.read(HEAD_SIZE))
            if base == self.base and told > self.at:
                file.seek(HEAD_SIZE + self.at - base)
                content, old = file.read(told - self.at), 0
            else:
                content, old = file.read(max(told - base, 0)), max(self.at - base, 0)
        fresh = lines_in(content[old:])
        known = lines_in(content) if base != self.base else None
        is_gap = self.base >= 0 and base > self.at
        self.base, self.at = base, told
        return Heard(fresh, floor, known, is_gap)


def lines_in(content: bytes) -> list[Line]:
    """Read lines of news. Raises ValueError for anything else."""
    lines = []
    for line in content.splitlines():
        number, channel, kind, data = line.split(b" ", 3)
        lines.append(Line(int(number), channel, kind, data))
    return lines


def read_head(path: Path) -> tuple[int, int]:
    """Return how many bytes were told before those in the file, and up to which change news is forgotten."""
    with path.open("rb") as file:
        return parse_head(file.read(HEAD_SIZE))


def parse_head(head: bytes) -> tuple[int, int]:
    """Read the first line. Raises ValueError where it is none."""
    if len(head) != HEAD_SIZE:
        raise ValueError("no first line")
    base, floor = head.split()
    return int(base), int(floor)
