"""Vector tiles (Mapbox Vector Tile 2.1): layers of features, each with words and lines in the tile's own units."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from .wire import Broken, Wire, signed

MOVE, LINE, CLOSE = 1, 2, 7
POINT, LINES, POLYGONS = 1, 2, 3
FLOATS = {2: struct.Struct("<f"), 3: struct.Struct("<d")}
Position = tuple[float, float]


@dataclass(frozen=True)
class Shape:
    """A feature: its layer, its words, its lines or rings in units of which ``extent`` are the tile's side."""

    layer: str
    words: dict[str, str]
    closed: bool
    lines: list[list[Position]]
    extent: int


def shapes(tile: bytes, layers: frozenset[str]) -> Iterator[Shape]:
    """The lines and polygons of some layers. Raises Broken."""
    for number, value in Wire(tile).fields():
        if number == 3 and isinstance(value, bytes):
            yield from of_layer(value, layers)


def of_layer(data: bytes, layers: frozenset[str]) -> Iterator[Shape]:
    """The same for one layer."""
    name, extent, keys, values, features = "", 4096, [], [], []
    for number, value in Wire(data).fields():
        if isinstance(value, int):
            extent = value if number == 5 else extent
        elif number == 1:
            name = text(value)
        elif number == 2:
            features.append(value)
        elif number == 3:
            keys.append(text(value))
        elif number == 4:
            values.append(worded(value))
    if name not in layers or extent <= 0:
        return
    for feature in features:
        shape = of_feature(feature, name, keys, values, extent)
        if shape:
            yield shape


def of_feature(data: bytes, layer: str, keys: list[str], values: list[str], extent: int) -> Shape | None:
    """One feature; points are left out."""
    kind, tags, drawn = 0, b"", b""
    for number, value in Wire(data).fields():
        if isinstance(value, int):
            kind = value if number == 3 else kind
        elif number == 2:
            tags = value
        elif number == 4:
            drawn = value
    if kind not in (LINES, POLYGONS):
        return None
    numbers = list(Wire(tags).numbers())
    pairs = zip(numbers[::2], numbers[1::2], strict=False)
    words = {keys[key]: values[value] for key, value in pairs if key < len(keys) and value < len(values)}
    return Shape(layer, words, kind == POLYGONS, list(lines(drawn)), extent)


def lines(drawn: bytes) -> Iterator[list[Position]]:
    """The lines that a pen draws: commands with their counts, then steps."""
    numbers = Wire(drawn).numbers()
    x = y = 0
    line: list[Position] = []
    for command in numbers:
        if command & 7 == CLOSE:
            line = [*line, *line[:1]]
            continue
        for _ in range(command >> 3):
            try:
                x, y = x + signed(next(numbers)), y + signed(next(numbers))
            except StopIteration:
                raise Broken("A line ends too early.") from None
            if command & 7 == MOVE:
                if len(line) > 1:
                    yield line
                line = []
            line.append((x, y))
    if len(line) > 1:
        yield line


def worded(value: bytes) -> str:
    """A value as a word, whatever kind of value it is."""
    for number, found in Wire(value).fields():
        if number == 1 and isinstance(found, bytes):
            return text(found)
        if number in FLOATS and isinstance(found, bytes):
            form = FLOATS[number]
            return f"{form.unpack(found)[0]:g}" if len(found) == form.size else ""
        if isinstance(found, int):
            return str(signed(found) if number == 6 else found)
    return ""


def text(value: bytes) -> str:
    """Text; letters that are none are shown as such."""
    return value.decode("utf-8", "replace")
