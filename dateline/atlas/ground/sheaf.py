"""The file of lines: how it is laid out, how it is written.

A line, or the ring of a polygon, is cut into chunks of up to ``CHUNK`` steps, each with the box that it lies in. Chunks
that lie near one another share a block, which is packed by zlib as a whole. Coordinates are whole quanta of a degree;
a block holds the steps from each point to the next as 16-bit numbers, low bytes before high bytes, which packs best.
"""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

MAGIC = b"dateline ground 1\n"
LAYERS = ("land", "lake", "river", "border", "disputed", "claim", "state", "country", "town")
RINGS = frozenset({"land", "lake", "country"})
CHUNK = 192  # steps
BLOCK = 6_000  # steps, about; smaller ones pack worse, larger ones make a small map read too much
FARTHEST = 30_000  # quanta that one step may go
SQUARE = 10.0  # degrees; chunks of one square lie side by side in the file

PARTS = np.dtype([("layer", "u1"), ("rank", "u1"), ("name", "<u2")])
CHUNKS = np.dtype(
    [
        ("part", "<u2"),
        ("block", "<u2"),
        ("start", "<u2"),
        ("steps", "<u2"),
        ("x", "<i4"),
        ("y", "<i4"),
        ("west", "<i4"),
        ("south", "<i4"),
        ("east", "<i4"),
        ("north", "<i4"),
    ]
)

Point = tuple[int, int]


@dataclass(frozen=True)
class Part:
    """One line or ring in degrees. ``rank`` says from which zoom on it is worth drawing, in tenths."""

    layer: str
    line: Sequence[tuple[float, float]]
    rank: int = 0
    name: str = ""


@dataclass(frozen=True)
class Piece:
    """A chunk before it is written."""

    part: int
    order: int
    points: list[Point]

    @property
    def box(self) -> tuple[int, int, int, int]:
        """West, south, east, north in quanta."""
        xs, ys = [x for x, _ in self.points], [y for _, y in self.points]
        return min(xs), min(ys), max(xs), max(ys)


def write(path: Path, parts: Iterable[Part], quantum: float) -> int:
    """Write the file and return its size. The same parts always make the same bytes."""
    kept, pieces = cut_up(parts, quantum)
    names = sorted({part.name for part in kept})
    table = np.array([(LAYERS.index(p.layer), p.rank, names.index(p.name)) for p in kept], PARTS)
    pieces.sort(key=lambda piece: square_of(piece, quantum))
    rows, blocks = packed(pieces)
    rows.sort(key=lambda row: (row[0], row[-1]))
    chunks = np.array([row[:-1] for row in rows], CHUNKS)
    index = zlib.compress(in_columns(table) + in_columns(chunks), 9)
    head = {"quantum": quantum, "names": names, "parts": len(table), "chunks": len(chunks), "index": len(index)}
    told = zlib.compress(json.dumps({**head, "blocks": [len(block) for block in blocks]}).encode(), 9)
    path.write_bytes(b"".join((MAGIC, struct.pack("<I", len(told)), told, index, *blocks)))
    return path.stat().st_size


def cut_up(parts: Iterable[Part], quantum: float) -> tuple[list[Part], list[Piece]]:
    """Parts that are more than a point once they are in quanta, and the chunks of each in order."""
    kept: list[Part] = []
    pieces: list[Piece] = []
    for part in parts:
        points = in_quanta(part, quantum)
        least = 4 if part.layer in RINGS else 2
        if part.layer != "town" and len(points) < least:
            continue
        for start in range(0, max(1, len(points) - 1), CHUNK):
            pieces.append(Piece(len(kept), start, points[start : start + CHUNK + 1]))
        kept.append(part)
    return kept, pieces


def in_quanta(part: Part, quantum: float) -> list[Point]:
    """The line in whole quanta: no point twice in a row, no step longer than a number holds."""
    points = [(round(x / quantum), round(y / quantum)) for x, y in part.line]
    result = points[:1]
    for (x1, y1), (x2, y2) in pairwise(points):
        count = max(abs(x2 - x1), abs(y2 - y1)) // FARTHEST + 1
        result += [(x1 + (x2 - x1) * i // count, y1 + (y2 - y1) * i // count) for i in range(1, count + 1)]
    return result[:1] + [after for before, after in pairwise(result) if before != after]


def square_of(piece: Piece, quantum: float) -> tuple[int, int, int]:
    """By what chunks are sorted, so that those of one region share blocks."""
    west, south, east, north = piece.box
    side = SQUARE / quantum
    return int((south + north) / 2 // side), int((west + east) / 2 // side), piece.part


def packed(pieces: Iterable[Piece]) -> tuple[list[tuple[Any, ...]], list[bytes]]:
    """Rows of the index, each with its place in its part at the end, and the packed blocks."""
    rows: list[tuple[Any, ...]] = []
    blocks: list[bytes] = []
    steps: list[Point] = []
    for piece in pieces:
        if len(steps) > BLOCK:
            blocks.append(in_bytes(steps))
            steps = []
        (x, y), count = piece.points[0], len(piece.points) - 1
        rows.append((piece.part, len(blocks), len(steps), count, x, y, *piece.box, piece.order))
        steps += [(x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in pairwise(piece.points)]
    return rows, [*blocks, in_bytes(steps)]


def in_bytes(steps: list[Point]) -> bytes:
    """A block: the low bytes of all steps, then their high bytes."""
    numbers = np.array(steps, "<i2").reshape(-1, 2)
    planes = numbers.T.copy().view("u1").reshape(-1, 2).T
    return zlib.compress(planes.tobytes(), 9)


def out_of_bytes(block: bytes) -> np.ndarray[Any, np.dtype[np.int16]]:
    """Two rows, the steps east and the steps north."""
    planes = np.frombuffer(zlib.decompress(block), "u1").reshape(2, -1)
    return planes.T.copy().view("<i2").reshape(2, -1)


def in_columns(table: np.ndarray[Any, Any]) -> bytes:
    """A table column by column, which packs better than row by row."""
    return b"".join(np.ascontiguousarray(table[name]).tobytes() for name in table.dtype.names or ())


def out_of_columns(data: bytes, dtype: np.dtype[Any], rows: int) -> np.ndarray[Any, Any]:
    """The table that ``in_columns`` wrote."""
    table = np.empty(rows, dtype)
    at = 0
    for name in dtype.names or ():
        column = dtype[name]
        table[name] = np.frombuffer(data, column, rows, at)
        at += column.itemsize * rows
    return table
