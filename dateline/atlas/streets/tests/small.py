"""A small file of tiles, written as the specification says: a road, a house with a court, water and a railway."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable
from pathlib import Path

from dateline.atlas.streets.archive import GZIP, HEADER, MAGIC, VECTOR, tile_number
from dateline.atlas.streets.plan import in_tiles

Shape = tuple[str, int, list[list[tuple[int, int]]], dict[str, str]]
LINES, POLYGONS = 2, 3


def varint(value: int) -> bytes:
    """A number as seven bits a byte."""
    parts = []
    while value > 0x7F:
        parts.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*parts, value])


def message(number: int, data: bytes) -> bytes:
    """A field that holds bytes."""
    return varint(number << 3 | 2) + varint(len(data)) + data


def whole(number: int, value: int) -> bytes:
    """A field that holds a number."""
    return varint(number << 3) + varint(value)


def pen(lines: list[list[tuple[int, int]]], closed: bool) -> bytes:
    """Lines as commands and steps."""
    numbers: list[int] = []
    x = y = 0
    for line in lines:
        for index, (to_x, to_y) in enumerate(line):
            if index == 0:
                numbers.append(1 << 3 | 1)
            elif index == 1:
                numbers.append((len(line) - 1) << 3 | 2)
            numbers += [(step << 1) ^ (step >> 31) for step in (to_x - x, to_y - y)]
            x, y = to_x, to_y
        numbers += [1 << 3 | 7] if closed else []
    return b"".join(map(varint, numbers))


def layer(name: str, shapes: list[Shape]) -> bytes:
    """One layer of a tile."""
    keys = sorted({key for *_, words in shapes for key in words})
    values = sorted({value for *_, words in shapes for value in words.values()})
    body = message(1, name.encode())
    for _, kind, lines, words in shapes:
        tags = b"".join(varint(keys.index(key)) + varint(values.index(value)) for key, value in words.items())
        body += message(2, message(2, tags) + whole(3, kind) + message(4, pen(lines, kind == POLYGONS)))
    body += b"".join(message(3, key.encode()) for key in keys)
    body += b"".join(message(4, message(1, value.encode())) for value in values)
    return body + whole(5, 4096) + whole(15, 2)


def tile(shapes: Iterable[Shape]) -> bytes:
    """A tile of all shapes."""
    by_layer: dict[str, list[Shape]] = {}
    for shape in shapes:
        by_layer.setdefault(shape[0], []).append(shape)
    return b"".join(message(3, layer(name, rows)) for name, rows in by_layer.items())


def directory(entries: list[tuple[int, int, int, int]]) -> bytes:
    """(number, how many are the same, place, length) of each, packed."""
    numbers = [entry[0] for entry in entries]
    steps = [number - before for number, before in zip(numbers, [0, *numbers], strict=False)]
    columns = [steps, [e[1] for e in entries], [e[3] for e in entries], [e[2] + 1 for e in entries]]
    return gzip.compress(varint(len(entries)) + b"".join(varint(value) for column in columns for value in column))


def write(
    path: Path, tiles: dict[tuple[int, int, int], bytes], bounds: tuple[float, float, float, float], leafy: bool = False
) -> Path:
    """The file; with ``leafy`` its root leads to a directory below it."""
    data, entries = b"", []
    for cell in sorted(tiles, key=lambda cell: tile_number(*cell)):
        packed = gzip.compress(tiles[cell])
        entries.append((tile_number(*cell), 1, len(data), len(packed)))
        data += packed
    leaves = directory(entries) if leafy else b""
    root = directory([(entries[0][0], 0, 0, len(leaves))] if leafy else entries)
    about = gzip.compress(json.dumps({"attribution": '<a href="https://example.org">© Mappers</a>'}).encode())
    at, places = HEADER.size, []
    for part in (root, about, leaves, data):
        places += [at, len(part)]
        at += len(part)
    levels = [cell[0] for cell in tiles]
    edges = [round(edge * 1e7) for edge in bounds]
    head = HEADER.pack(
        MAGIC, 3, *places, len(tiles), len(tiles), len(tiles), 1, GZIP, GZIP, VECTOR, min(levels), max(levels), *edges,
        min(levels), 0, 0,
    )  # fmt: skip
    path.write_bytes(head + root + about + leaves + data)
    return path


ZOOM = 15
MIDDLE = (7.1, 50.73)
COLUMN, ROW = (int(part) for part in in_tiles(*MIDDLE, ZOOM))
NEAR = (7.095, 50.7265, 7.11, 50.7365)
SHAPES: list[Shape] = [
    ("roads", LINES, [[(0, 2000), (4096, 2000)]], {"kind": "major_road", "name": "Mill Road"}),
    ("roads", LINES, [[(0, 1000), (4096, 1100)]], {"kind": "minor_road", "name": "Weir Lane"}),
    ("roads", LINES, [[(0, 3000), (4096, 3000)]], {"kind": "rail"}),
    ("roads", LINES, [[(0, 3500), (4096, 3500)]], {"kind": "path"}),
    ("buildings", POLYGONS, [[(100, 100), (900, 100), (900, 900), (100, 900)]], {"kind": "building"}),
    ("water", POLYGONS, [[(-80, 2500), (4176, 2500), (4176, 2800), (-80, 2800)]], {"kind": "river"}),
    ("pois", LINES, [[(0, 0), (10, 10)]], {"kind": "café"}),
]
