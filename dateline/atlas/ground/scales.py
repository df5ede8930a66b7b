"""Three files for three distances: which one a map of some scale is drawn from."""

from __future__ import annotations

from functools import cache
from math import log2
from pathlib import Path

from .atlas import Extent, Sheaf

WRITTEN = Path(__file__).parent / "written"
FAR_FROM, MIDDLE_FROM = 6.5, 1.3  # kilometres across a pixel
LIGHT = 5_000  # steps of lines that any map may hold
PIXEL_AT_ZERO = 156.5  # the same on a map of the world 256 pixels wide, which is zoom 0


def path_of(name: str) -> Path:
    """Where the file of a scale lies."""
    return WRITTEN / f"{name}.ground"


@cache
def sheaf(name: str) -> Sheaf:
    """The file of a scale; once read it stays in memory."""
    return Sheaf(path_of(name))


def sheaf_for(extent: Extent, km_per_pixel: float) -> Sheaf:
    """The file that has the detail for a scale and not much more; where there is little, among islands, a finer one."""
    rank = rank_of(km_per_pixel)
    for name, from_scale in (("near", MIDDLE_FROM), ("middle", FAR_FROM)):
        found = sheaf(name)
        if km_per_pixel <= from_scale or found.steps(extent, rank) < LIGHT:
            return found
    return sheaf("far")


def rank_of(km_per_pixel: float) -> int:
    """The highest rank that is drawn at a scale."""
    return min(99, int(zoom_of(km_per_pixel) * 10))


def zoom_of(km_per_pixel: float) -> float:
    """The scale as zoom levels count, by which rivers, lakes, towns and inner borders come and go."""
    return max(0.0, log2(PIXEL_AT_ZERO / km_per_pixel))
