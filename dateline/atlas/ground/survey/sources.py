"""Outlines as the sources hold them: shapefiles (ESRI, 1998), their tables (dBASE III), GeoPackage, TopoJSON 1.0."""

from __future__ import annotations

import json
import sqlite3
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise
from pathlib import Path

Line = list[tuple[float, float]]
ENVELOPES = (0, 32, 48, 48, 64)  # bytes of the envelope in a GeoPackage header, by its kind
POINT = 1  # the shapefile's word for a single point


class Missing(Exception):
    """A source is not in the folder. Trying again does not help; docs/decisions names the packages that hold it."""


@dataclass(frozen=True)
class Row:
    """A record: what its table says about it, and its lines or rings."""

    said: dict[str, str]
    lines: list[Line]


def found(folder: Path, name: str) -> Path:
    """The file of that name, wherever in the folder it lies; raises Missing."""
    paths = sorted(folder.rglob(name))
    if not paths:
        raise Missing(f"{name} is not in {folder}.")
    return paths[0]


def shapefile(folder: Path, name: str) -> Iterator[Row]:
    """The records of a shapefile, where its index says that they are; without a table, they say nothing."""
    data = found(folder, f"{name}.shp").read_bytes()
    index = found(folder, f"{name}.shx").read_bytes()
    said = table(folder, name)
    for words, _ in struct.iter_unpack(">2i", index[100:]):
        yield Row(next(said, {}), record(data, words * 2 + 8))


def record(data: bytes, at: int) -> list[Line]:
    """The lines of one record; a point is a line of one position."""
    (kind,) = struct.unpack_from("<i", data, at)
    if kind == 0:
        return []
    if kind == POINT:
        return [[struct.unpack_from("<2d", data, at + 4)]]
    parts, count = struct.unpack_from("<2i", data, at + 36)
    starts = [*struct.unpack_from(f"<{parts}i", data, at + 44), count]
    numbers = struct.unpack_from(f"<{count * 2}d", data, at + 44 + parts * 4)
    positions = list(zip(numbers[::2], numbers[1::2], strict=True))
    return [positions[start:end] for start, end in pairwise(starts)]


def table(folder: Path, name: str) -> Iterator[dict[str, str]]:
    """The rows of the table beside a shapefile."""
    paths = sorted(folder.rglob(f"{name}.dbf"))
    if not paths:
        return
    data = paths[0].read_bytes()
    count, head, width = struct.unpack_from("<IHH", data, 4)
    fields = [data[at : at + 32] for at in range(32, head - 1, 32) if data[at] != 0x0D]
    names = [(field[:11].split(b"\0")[0].decode().lower(), field[16]) for field in fields]
    for index in range(count):
        at = head + index * width + 1
        row = {}
        for heading, length in names:
            row[heading] = decoded(data[at : at + length])
            at += length
        yield row


def decoded(value: bytes) -> str:
    """Text of a table: UTF-8 in newer files, Latin-1 in older ones."""
    try:
        return value.decode().strip(" \0")
    except UnicodeDecodeError:
        return value.decode("latin-1").strip(" \0")


def geopackage(folder: Path, name: str, query: str) -> Iterator[tuple[str, list[Line]]]:
    """(a word, lines) for each row of a query that asks for just those."""
    database = sqlite3.connect(f"{found(folder, name).resolve().as_uri()}?mode=ro", uri=True)
    try:
        for word, blob in database.execute(query):
            yield str(word), Binary(blob, 8 + ENVELOPES[blob[3] >> 1 & 7]).lines()
    finally:
        database.close()


class Binary:
    """Well-known binary (OGC 06-103r4), little-endian, read once from front to end."""

    def __init__(self, blob: bytes, at: int) -> None:
        self.blob, self.at = blob, at

    def number(self) -> int:
        """A count."""
        (value,) = struct.unpack_from("<I", self.blob, self.at)
        self.at += 4
        return int(value)

    def lines(self) -> list[Line]:
        """The lines or rings of a geometry, however it nests them."""
        self.at += 1
        kind = self.number() % 1000
        if kind == 2:
            return [self.line()]
        if kind == 3:
            return [self.line() for _ in range(self.number())]
        return [line for _ in range(self.number()) for line in self.lines()]

    def line(self) -> Line:
        """A count and so many positions."""
        count = self.number()
        numbers = struct.unpack_from(f"<{count * 2}d", self.blob, self.at)
        self.at += count * 16
        return list(zip(numbers[::2], numbers[1::2], strict=True))


def shared_borders(folder: Path, name: str, one: str, other: str) -> Iterator[Line]:
    """Arcs of a TopoJSON of countries that bound two of them, both told by their ids."""
    topology = json.loads(found(folder, name).read_text(encoding="utf-8"))
    arcs_of = {
        geometry.get("id"): set(numbers(geometry["arcs"]))
        for geometry in topology["objects"]["countries"]["geometries"]
        if geometry.get("id") in (one, other)
    }
    (wide, tall), (west, south) = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in sorted(arcs_of[one] & arcs_of[other]):
        steps = topology["arcs"][arc]
        xs, ys = accumulate(step[0] for step in steps), accumulate(step[1] for step in steps)
        yield [(x * wide + west, y * tall + south) for x, y in zip(xs, ys, strict=True)]


def numbers(arcs: list[object]) -> Iterator[int]:
    """The numbers of arcs in nested rings, whichever way they are walked."""
    for arc in arcs:
        if isinstance(arc, int):
            yield arc if arc >= 0 else ~arc
        elif isinstance(arc, list):
            yield from numbers(arc)
