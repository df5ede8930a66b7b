"""The newsroom's own streets as features, where it has brought a file of them."""

from __future__ import annotations

import html
import logging
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from math import cos, radians
from pathlib import Path

from dateline.lib.env import env_str

from .drawing.features import Feature, Line
from .drawing.projection import Extent
from .streets.archive import Archive
from .streets.plan import shows, streets

log = logging.getLogger(__name__)
TAG = re.compile(r"<[^>]*>")
LARGEST, KM_PER_DEGREE = 1280, 111.2  # pixels across the largest drawing
NAMED = 40  # roads that are offered with their names
TILED = {"ground": True, "shore": False}


@dataclass(frozen=True)
class Streets:
    """What a file of tiles has for a map. ``stamp`` changes with the file, so that drawings are made anew."""

    archive: Archive
    credit: str
    stamp: str

    def __call__(self, extent: Extent, km_per_pixel: float) -> list[Feature]:
        """Houses, water, railways and roads; nothing on maps of whole regions, or where the file is broken."""
        found: defaultdict[tuple[str, int, str], list[Line]] = defaultdict(list)
        try:
            for street in streets(self.archive, extent, km_per_pixel):
                found[street.kind, street.rank, street.name].append(street.line)
        except (ValueError, OSError) as error:
            log.warning("The streets of %s cannot be read: %s", self.archive.path.name, error)
            return []
        return features(found)

    def may_show(self, extent: Extent) -> bool:
        """Whether a map of an extent is large enough, at its largest, to have streets."""
        west, south, east, north = extent
        across = ((east - west) % 360) * cos(radians((south + north) / 2)) * KM_PER_DEGREE
        return shows(self.archive, extent, max(across, 1e-3) / LARGEST)


def features(found: dict[tuple[str, int, str], list[Line]]) -> list[Feature]:
    """A feature for each road that has a name and matters, one for all others of a rank."""
    roads = [key for key in sorted(found, key=lambda key: (key[1], -len(found[key]), key[2])) if key[2]]
    named = set(roads[:NAMED])
    grouped: defaultdict[tuple[str, int, str], list[Line]] = defaultdict(list)
    for key, lines in found.items():
        grouped[key if key in named else (*key[:2], "")] += lines
    return [
        Feature(
            kind,
            shapes=(tuple(lines),),
            closed=kind in ("building", "water"),
            importance=rank,
            label=name,
            properties=TILED,
        )
        for (kind, rank, name), lines in sorted(grouped.items())
    ]


def own_streets() -> Streets | None:
    """The newsroom's streets, or None where ``DATELINE_PMTILES`` names no file that can be read."""
    told = env_str("DATELINE_PMTILES")
    if not told:
        return None
    try:
        state = Path(told).stat()
        return opened(told, f"{state.st_size}-{state.st_mtime_ns}")
    except (ValueError, OSError) as error:
        log.warning("DATELINE_PMTILES: %s", error)
        return None


@lru_cache(maxsize=2)
def opened(path: str, stamp: str) -> Streets:
    """The file as it is now; one that was replaced is opened anew."""
    archive = Archive(Path(path))
    return Streets(archive, html.unescape(TAG.sub("", archive.credit)).strip(), stamp)
