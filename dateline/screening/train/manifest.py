"""What the weights are made of: the sources, who may use them, and what each of their roles teaches a head."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from .sources import READERS, news_comments

HERE = Path(__file__).parent
MANIFEST = HERE / "manifest.toml"
WRITTEN = HERE / "written"
Lessons = dict[str, tuple[float, float]]  # by what is looked for: the label, and the weight


class Unusable(Exception):
    """A source is not there, or not what the manifest says. Trying again does not help; its words say what does."""


@dataclass(frozen=True, slots=True)
class Source:
    """One data set. ``held`` of a hundred of its texts are kept for validation."""

    name: str
    about: str
    licence: str
    reader: str
    held: int
    ours: bool
    files: tuple[tuple[str, str], ...]
    roles: dict[str, Lessons]

    def pairs(self, folder: Path) -> Iterator[tuple[str, str]]:
        """Yield (role, text) of every row; raises Unusable where a file is missing or another than was listed."""
        root = WRITTEN if self.ours else folder
        for path, digest in self.files:
            _check(root / path, digest)
        return READERS[self.reader]([root / path for path, _digest in self.files])


@dataclass(frozen=True, slots=True)
class Plan:
    """What one head learns, how freely (``strength`` and ``floor``, see ``build``), and on whose clean comments it is
    measured how many it holds."""

    name: str
    learns: str
    language: str
    strength: float
    floor: float
    clean: str
    reads_quotations: bool


def plans() -> list[Plan]:
    """Return what heads there are to be."""
    return [Plan(**each) for each in _manifest()["head"]]


def news(folder: Path) -> list[tuple[str, bool]]:
    """Return comments below news, and whether people found each antagonising or hostile; see ``Source.pairs``."""
    listed = _manifest()["news"]
    _check(folder / listed["path"], listed["sha256"])
    return list(news_comments(folder / listed["path"]))


def sources() -> list[Source]:
    """Return the sources in the manifest's order."""
    listed = _manifest()["source"]
    return [
        Source(
            name=each["name"],
            about=each["about"],
            licence=each["licence"],
            reader=each["reader"],
            held=each["held"],
            ours=each.get("ours", False),
            files=tuple((file["path"], file.get("sha256", "")) for file in each["files"]),
            roles={
                role: {head: (label, weight) for head, (label, weight) in lessons.items()}
                for role, lessons in each["roles"].items()
            },
        )
        for each in listed
    ]


def _manifest() -> dict[str, Any]:
    return tomllib.loads(MANIFEST.read_text(encoding="utf-8"))


def _check(path: Path, digest: str) -> None:
    if not path.is_file():
        raise Unusable(f"{path} is not there. Give the folder that holds the data sets of the manifest.")
    if digest and sha256(path.read_bytes()).hexdigest() != digest:
        raise Unusable(f"{path} is not the file that the manifest lists: its checksum differs.")
