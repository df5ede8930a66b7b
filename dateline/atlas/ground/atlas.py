"""Reading the file of lines: what lies in an extent, at the detail that a scale can show."""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from . import sheaf

Extent = tuple[float, float, float, float]
Numbers = np.ndarray[Any, np.dtype[np.float64]]
BLOCKS_KEPT = 256  # some 24 KB each
AROUND = (-360.0, 0.0, 360.0)


@dataclass(frozen=True)
class Outline:
    """One line, or one ring, in degrees; longitudes run on past 180 where the extent does."""

    layer: str
    rank: int
    name: str
    line: Numbers


class Sheaf:
    """One file of lines, open. May be used by several threads at once."""

    def __init__(self, path: Path) -> None:
        self.data = path.read_bytes()
        start = len(sheaf.MAGIC) + 4
        if not self.data.startswith(sheaf.MAGIC):
            raise ValueError(f"{path.name} is no file of lines")
        (told,) = struct.unpack_from("<I", self.data, len(sheaf.MAGIC))
        head = json.loads(zlib.decompress(self.data[start : start + told]))
        self.quantum: float = head["quantum"]
        self.names: list[str] = head["names"]
        index = zlib.decompress(self.data[start + told : start + told + head["index"]])
        split = sheaf.PARTS.itemsize * head["parts"]
        self.parts = sheaf.out_of_columns(index[:split], sheaf.PARTS, head["parts"])
        self.chunks = sheaf.out_of_columns(index[split:], sheaf.CHUNKS, head["chunks"])
        self.sizes = np.array(head["blocks"])
        self.starts = start + told + head["index"] + np.concatenate(([0], np.cumsum(self.sizes)[:-1]))
        self.first = np.searchsorted(self.chunks["part"], np.arange(head["parts"] + 1))
        self.boxes = self._boxes()
        self.block = lru_cache(maxsize=BLOCKS_KEPT)(self._block)

    def _boxes(self) -> np.ndarray[Any, Any]:
        """West, south, east, north of each part."""
        starts = self.first[:-1]
        lows = [np.minimum.reduceat(self.chunks[edge], starts) for edge in ("west", "south")]
        highs = [np.maximum.reduceat(self.chunks[edge], starts) for edge in ("east", "north")]
        return np.array([*lows, *highs])

    def _block(self, number: int) -> np.ndarray[Any, Any]:
        """The steps of one block."""
        at = int(self.starts[number])
        return sheaf.out_of_bytes(self.data[at : at + int(self.sizes[number])])

    def within(self, extent: Extent, layer: str, rank: int = 255) -> Iterator[Outline]:
        """Lines and rings of a layer that may touch an extent, up to a rank. Nothing is cut at its edge."""
        wanted = (self.parts["layer"] == sheaf.LAYERS.index(layer)) & (self.parts["rank"] <= rank)
        for shift in AROUND:
            west, south, east, north = self._in_quanta(extent, shift)
            w, s, e, n = self.boxes
            for part in np.flatnonzero(wanted & (w <= east) & (e >= west) & (s <= north) & (n >= south)):
                yield from self._outlines(int(part), (west, south, east, north), shift)

    def steps(self, extent: Extent, rank: int) -> int:
        """How many steps of lines there are in an extent, up to a rank; names of countries and towns do not count."""
        drawn = (self.parts["rank"] <= rank) & (self.parts["layer"] < sheaf.LAYERS.index("country"))
        total = 0
        for shift in AROUND:
            west, south, east, north = self._in_quanta(extent, shift)
            c = self.chunks
            here = (c["west"] <= east) & (c["east"] >= west) & (c["south"] <= north) & (c["north"] >= south)
            total += int(c["steps"][here & drawn[c["part"]]].sum())
        return total

    def points(
        self, extent: Extent, layer: str, ranks: Sequence[int] = range(256)
    ) -> Iterator[tuple[float, float, int, str]]:
        """(longitude, latitude, rank, name) of what has one of the ranks, in a layer of single points, in an extent."""
        wanted = (self.parts["layer"] == sheaf.LAYERS.index(layer)) & np.isin(self.parts["rank"], ranks)
        of_layer = wanted[self.chunks["part"]]
        x, y = self.chunks["x"], self.chunks["y"]
        for shift in AROUND:
            west, south, east, north = self._in_quanta(extent, shift)
            for chunk in self.chunks[of_layer & (x >= west) & (x < east) & (y >= south) & (y <= north)]:
                rank, name = self.parts[chunk["part"]][["rank", "name"]]
                yield chunk["x"] * self.quantum + shift, chunk["y"] * self.quantum, int(rank), self.names[name]

    def _in_quanta(self, extent: Extent, shift: float) -> tuple[float, float, float, float]:
        """The extent as the file counts, moved by full turns."""
        west, south, east, north = extent
        east = east if east > west else east + 360
        return (west - shift) / self.quantum, south / self.quantum, (east - shift) / self.quantum, north / self.quantum

    def _outlines(self, part: int, box: tuple[float, float, float, float], shift: float) -> Iterator[Outline]:
        """One part: of a line the chunks here; a ring whole, with only the first point of each chunk elsewhere.

        A chunk and the chord across it lie in one box. Where that does not touch the extent, the chord can stand for
        the chunk: what is inside and what is outside stays the same, for every point of the extent.
        """
        row = self.parts[part]
        layer, name = sheaf.LAYERS[row["layer"]], self.names[row["name"]]
        chunks = self.chunks[self.first[part] : self.first[part + 1]]
        if len(chunks) == 1:
            line = self._points(chunks[0]).T * self.quantum
            yield Outline(layer, int(row["rank"]), name, line + np.array((shift, 0.0)))
            return
        here = (
            (chunks["west"] <= box[2])
            & (chunks["east"] >= box[0])
            & (chunks["south"] <= box[3])
            & (chunks["north"] >= box[1])
        )
        if layer in sheaf.RINGS:
            runs = [list(zip(chunks, here, strict=True))]
        else:
            runs = [[(chunk, True) for chunk in chunks[run]] for run in runs_of(here)]
        for run in runs:
            points = [self._points(chunk) if near else chunk_start(chunk) for chunk, near in run]
            line = np.concatenate(points, axis=1).T * self.quantum
            yield Outline(layer, int(row["rank"]), name, line + np.array((shift, 0.0)))

    def _points(self, chunk: Any) -> np.ndarray[Any, Any]:
        """All points of a chunk, in quanta."""
        start, steps = int(chunk["start"]), int(chunk["steps"])
        moved = np.cumsum(self.block(int(chunk["block"]))[:, start : start + steps], axis=1, dtype=np.int64)
        return np.concatenate((chunk_start(chunk), moved + chunk_start(chunk)), axis=1)


def chunk_start(chunk: Any) -> np.ndarray[Any, Any]:
    """The first point of a chunk, as a column."""
    return np.array([[chunk["x"]], [chunk["y"]]], np.int64)


def runs_of(flags: np.ndarray[Any, Any]) -> list[slice]:
    """Stretches of flags that are set."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], flags.astype(np.int8), [0]))))
    return [slice(int(start), int(end)) for start, end in zip(edges[::2], edges[1::2], strict=True)]
