"""A file of tiles: PMTiles, version 3 (Protomaps's public specification), of which only what is asked for is read."""

from __future__ import annotations

import gzip
import json
import os
import struct
from bisect import bisect_right
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

from .wire import Broken, Wire

HEADER = struct.Struct("<7sB11Q6B4iB2i")
MAGIC = b"PMTiles"
NONE, GZIP = 1, 2
VECTOR = 1
DEEPEST = 4  # directories below one another
LARGEST = 20_000_000  # bytes of a piece as it lies in the file
Entry = tuple[int, int, int, int]  # number of the first tile, how many are the same, where it lies, its length


class Archive:
    """An open file of vector tiles. May be used by several threads at once."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.file = os.open(path, os.O_RDONLY)
        try:
            self._read_header()
        except Broken:
            self.close()
            raise
        self.directory = lru_cache(maxsize=256)(self._directory)

    def _read_header(self) -> None:
        """Where everything lies, how it is packed, and what ground it covers."""
        found = HEADER.unpack(self._at(0, HEADER.size))
        if found[0] != MAGIC or found[1] != 3:
            raise Broken(f"{self.path.name} is no PMTiles file of version 3.")
        self.root, self.about, self.leaves, self.tiles = ((found[at], found[at + 1]) for at in (2, 4, 6, 8))
        _clustered, inner, outer, kind, self.least_zoom, self.most_zoom = found[13:19]
        if kind != VECTOR or not {inner, outer} <= {NONE, GZIP}:
            raise Broken(f"{self.path.name} must hold vector tiles, plain or packed by gzip.")
        self.unpack_index, self.unpack_tile = unpacker(inner), unpacker(outer)
        self.west, self.south, self.east, self.north = (edge / 1e7 for edge in found[19:23])

    def close(self) -> None:
        """Let go of the file."""
        os.close(self.file)

    @property
    def credit(self) -> str:
        """Whom the file asks to name, as it asks."""
        told: dict[str, Any] = json.loads(self.unpack_index(self._at(*self.about)) or b"{}")
        return str(told.get("attribution") or "")

    def tile(self, zoom: int, column: int, row: int) -> bytes:
        """The tile, unpacked; empty where there is none."""
        wanted, (offset, length) = tile_number(zoom, column, row), self.root
        for _ in range(DEEPEST):
            found = entry_for(self.directory(offset, length), wanted)
            if found is None:
                return b""
            _first, same, at, size = found
            if same:
                return self.unpack_tile(self._at(self.tiles[0] + at, size))
            offset, length = self.leaves[0] + at, size
        raise Broken("Directories lie too deep.")

    def _at(self, offset: int, length: int) -> bytes:
        if length > LARGEST:
            raise Broken("A piece is too large.")
        data = os.pread(self.file, length, offset)
        if len(data) < length:
            raise Broken("The file ends too early.")
        return data

    def _directory(self, offset: int, length: int) -> list[Entry]:
        """The entries of one directory, by number."""
        wire = Wire(self.unpack_index(self._at(offset, length)))
        count, number = wire.number(), 0
        if count > LARGEST:
            raise Broken("A directory is too large.")
        numbers = []
        for _ in range(count):
            number += wire.number()
            numbers.append(number)
        same = [wire.number() for _ in range(count)]
        sizes = [wire.number() for _ in range(count)]
        places: list[int] = []
        for index in range(count):
            at = wire.number()
            places.append(places[-1] + sizes[index - 1] if at == 0 and index else at - 1)
        return list(zip(numbers, same, places, sizes, strict=True))


def unpacker(packed: int) -> Callable[[bytes], bytes]:
    """What undoes a kind of packing."""
    return gunzip if packed == GZIP else bytes


def gunzip(data: bytes) -> bytes:
    """Unpack; raises Broken for what gzip did not pack."""
    try:
        return gzip.decompress(data) if data else b""
    except (OSError, EOFError) as error:
        raise Broken("A piece is not packed as the file says.") from error


def entry_for(entries: list[Entry], wanted: int) -> Entry | None:
    """The entry that holds a tile, or the directory below in which it may be."""
    index = bisect_right(entries, wanted, key=lambda entry: entry[0]) - 1
    if index < 0:
        return None
    found = entries[index]
    return found if found[1] == 0 or wanted < found[0] + found[1] else None


def tile_number(zoom: int, column: int, row: int) -> int:
    """Where a tile comes along the Hilbert curve, after all tiles of smaller zooms."""
    number, x, y = ((1 << (2 * zoom)) - 1) // 3, column, row
    side = 1 << zoom >> 1
    while side:
        right, below = int(bool(x & side)), int(bool(y & side))
        number += side * side * ((3 * right) ^ below)
        if not below:
            if right:
                x, y = side - 1 - x, side - 1 - y
            x, y = y, x
        side >>= 1
    return number
