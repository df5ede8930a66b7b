"""Outlines as the sources hold them: GeoPackage (OGC 12-128r18, WKB inside) and TopoJSON 1.0."""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from typing import Any

from .shape import Polygon, Ring

ENVELOPES = (0, 32, 48, 48, 64)  # bytes of the envelope in a GeoPackage header, by its kind


def unpacked(blob: bytes) -> list[Polygon]:
    """The polygons of a GeoPackage geometry; the first ring of each is its outside."""
    start = 8 + ENVELOPES[blob[3] >> 1 & 7]
    reader = _Reader(blob, start)
    return list(reader.polygons())


class _Reader:
    """Little-endian WKB, read once from front to end."""

    def __init__(self, blob: bytes, at: int) -> None:
        self.blob = blob
        self.at = at

    def number(self) -> int:
        """The next unsigned 32 bits."""
        (value,) = struct.unpack_from("<I", self.blob, self.at)
        self.at += 4
        return int(value)

    def polygons(self) -> Iterator[Polygon]:
        """Every polygon of a Polygon (3) or MultiPolygon (6)."""
        self.at += 1
        kind = self.number()
        if kind == 3:
            yield [self.ring() for _ring in range(self.number())]
        elif kind == 6:
            for _part in range(self.number()):
                yield from self.polygons()
        else:
            raise ValueError(f"WKB of kind {kind} is no area.")

    def ring(self) -> Ring:
        """The next ring, as (longitude, latitude)."""
        count = self.number()
        flat = struct.unpack_from(f"<{count * 2}d", self.blob, self.at)
        self.at += count * 16
        return list(zip(flat[::2], flat[1::2], strict=True))


def counties(path: Path) -> Iterator[tuple[str, str, list[Polygon]]]:
    """(FIPS code, short name, polygons) of each county of a TopoJSON file."""
    topology = json.loads(path.read_text(encoding="utf-8"))
    arcs = [_arc(arc, topology["transform"]) for arc in topology["arcs"]]
    for area in topology["objects"]["counties"]["geometries"]:
        parts = {"Polygon": [area.get("arcs")], "MultiPolygon": area.get("arcs")}.get(area["type"], [])
        yield area["id"], area["properties"]["name"], [[_joined(ring, arcs) for ring in part] for part in parts]


def _arc(deltas: list[list[int]], transform: dict[str, Any]) -> Ring:
    """One arc with its steps added up and brought back to degrees."""
    (x_scale, y_scale), (x_start, y_start) = transform["scale"], transform["translate"]
    xs = accumulate(step[0] for step in deltas)
    ys = accumulate(step[1] for step in deltas)
    return [(x * x_scale + x_start, y * y_scale + y_start) for x, y in zip(xs, ys, strict=True)]


def _joined(indexes: list[int], arcs: list[Ring]) -> Ring:
    """A ring of arcs; a negative index is the arc of its complement, backwards."""
    ring: Ring = []
    for index in indexes:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring += arc[1:] if ring else arc
    return ring
