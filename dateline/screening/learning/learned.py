"""What a newsroom's decisions come to: a head for each kind where they are worth one, and a report for each."""

from __future__ import annotations

import json
import mmap
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from os import fsync
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

import numpy as np

from ..model.features import BUCKETS
from ..model.heads import Head, heads
from ..model.traits import NAMES
from .authors import AUTHORS
from .decisions import KINDS, Kind
from .head import LearnedHead, anchors_of, reads_quotations
from .report import Report

FORMAT = b"dateline newsroom model 1\n"
ALIGNED = 64


class Unreadable(ValueError):
    """The bytes are no newsroom's model, or one of another edition: learn anew from the decisions."""


@dataclass(frozen=True)
class Learned:
    """The newsroom's own model. ``shipped`` names the edition of the shipped heads on which it stands."""

    learned: Mapping[Kind, LearnedHead]
    reports: Mapping[Kind, Report]
    shipped: str = ""

    def replaces(self, kind: Kind) -> bool:
        """Return whether the newsroom's own head speaks for ``kind``."""
        return kind in self.learned

    def head(self, kind: Kind) -> LearnedHead:
        """Return the newsroom's own head; raises KeyError where it does not replace the shipped one."""
        return self.learned[kind]

    def report(self) -> list[Report]:
        """Return how it stands with each kind, for people."""
        return [self.reports[kind] for kind in KINDS if kind in self.reports]

    def to_bytes(self) -> bytes:
        """Return it for keeping, packed."""
        return zlib.compress(self._plain(), 6)

    def write(self, path: Path) -> None:
        """Write it for mapping; what a running process has mapped stays whole, because the file is replaced.

        Several may write at the same time: each writes a file of its own, and the last has the name.
        """
        with NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as new:
            new.write(self._plain())
            new.flush()
            fsync(new.fileno())
        Path(new.name).replace(path)

    @classmethod
    def from_bytes(cls, kept: bytes, shipped: Mapping[str, Head] | None = None) -> Learned:
        """Return what ``to_bytes`` kept; raises Unreadable."""
        try:
            plain = zlib.decompress(kept)
        except zlib.error as problem:
            raise Unreadable(str(problem)) from problem
        return _checked(plain, shipped)

    @classmethod
    def map(cls, path: Path, shipped: Mapping[str, Head] | None = None) -> Learned:
        """Map what ``write`` wrote: all processes on a machine share its pages; raises Unreadable, OSError."""
        with path.open("rb") as file:
            if not path.stat().st_size:
                raise Unreadable("empty")
            return _checked(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ), shipped)

    def _plain(self) -> bytes:
        card = {
            "shipped": self.shipped,
            "heads": [_card(self.learned[kind]) for kind in KINDS if kind in self.learned],
            "reports": [report.as_dict() for report in self.report()],
        }
        words = json.dumps(card, sort_keys=True).encode()
        start = FORMAT + len(words).to_bytes(4, "little") + words
        weights = (self.learned[kind].own.weights.tobytes() for kind in KINDS if kind in self.learned)
        return b"".join([start, bytes(-len(start) % ALIGNED), *weights])


def edition(shipped: Mapping[str, Head]) -> str:
    """Return the edition of the shipped heads."""
    return ",".join(sorted({head.version for head in shipped.values()}))


def versioned(head: LearnedHead) -> LearnedHead:
    """Return it named by a checksum of what it holds."""
    card = json.dumps(_card(head), sort_keys=True).encode()
    version = sha256(card + head.own.weights.tobytes()).hexdigest()[:8]
    return replace(head, version=version, own=replace(head.own, version=version))


def _card(head: LearnedHead) -> dict[str, Any]:
    return {
        "kind": head.kind,
        "choice": head.choice,
        "version": head.version,
        "unit": head.own.unit,
        "bias": head.own.bias,
        "signals": dict(zip(NAMES, head.own.signals.tolist(), strict=True)),
        "authors": dict(zip(AUTHORS, head.authors, strict=True)),
        "trust": head.trust,
        "language": head.language,
        "languages": sorted(head.languages),
        "operating": head.operating,
        "slope": head.slope,
        "offset": head.offset,
    }


def _checked(plain: bytes | mmap.mmap, shipped: Mapping[str, Head] | None) -> Learned:
    try:
        return _read(plain, shipped)
    except (ValueError, KeyError, TypeError) as problem:
        raise Unreadable(str(problem)) from problem


def _read(plain: bytes | mmap.mmap, shipped: Mapping[str, Head] | None) -> Learned:
    if plain[: len(FORMAT)] != FORMAT:
        raise Unreadable("no newsroom's model, or one of another edition")
    begins = len(FORMAT) + 4
    size = int.from_bytes(plain[len(FORMAT) : begins], "little")
    card = json.loads(plain[begins : begins + size])
    at = begins + size + -(begins + size) % ALIGNED
    if len(plain) != at + BUCKETS * len(card["heads"]):
        raise Unreadable("cut short")
    shipped = heads() if shipped is None else shipped
    found: dict[Kind, LearnedHead] = {}
    for place, each in enumerate(card["heads"]):
        weights = np.frombuffer(plain, np.int8, BUCKETS, at + place * BUCKETS)
        found[each["kind"]] = _head(each, weights, shipped)
    if card["shipped"] != edition(shipped):
        found = {}  # it stands on other heads: the shipped ones speak until it is learned anew
    return Learned(found, {each["kind"]: Report(**each) for each in card["reports"]}, card["shipped"])


def _head(card: Mapping[str, Any], weights: np.ndarray, shipped: Mapping[str, Head]) -> LearnedHead:
    signals = np.array([card["signals"].get(name, 0.0) for name in NAMES])
    own = Head(
        name=f"newsroom-{card['kind']}",
        version=card["version"],
        weights=weights,
        unit=card["unit"],
        bias=card["bias"],
        signals=signals,
        operating=(),
        reads_quotations=reads_quotations(card["kind"]),
    )
    return LearnedHead(
        kind=card["kind"],
        choice=card["choice"],
        version=card["version"],
        own=own,
        authors=tuple(card["authors"].get(name, 0.0) for name in AUTHORS),
        trust=card["trust"],
        anchors=anchors_of(shipped, card["kind"]),
        language=card["language"],
        languages=frozenset(card["languages"]),
        operating=tuple((rate, logit) for rate, logit in card["operating"]),
        slope=card["slope"],
        offset=card["offset"],
    )
