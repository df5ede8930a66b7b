"""The file itself: a plain tar whose last two members are the manifest and the sum of the manifest.

So an archive that was cut off, wherever, has no manifest; and a flipped byte is found whether it lies in a member, in
its header (tar has a sum of its own there) or in the manifest.
"""

from __future__ import annotations

import hashlib
import tarfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import IO, Protocol

from .manifest import Broken, Manifest, Member, read_manifest

MANIFEST, SEAL = "manifest.json", "manifest.sha256"
MEDIA = "media/"
BLOCK = 1024 * 1024
Progress = Callable[[int, int], None]


class Readable(Protocol):
    """Whatever can be read in blocks."""

    def read(self, size: int = -1, /) -> bytes: ...


class Tally:
    """A file that knows the sum of what was read from it."""

    def __init__(self, file: Readable) -> None:
        self.file = file
        self.sum = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        """Read as the file would."""
        block = self.file.read(size)
        self.sum.update(block)
        return block


class Archive:
    """An archive that is being written."""

    def __init__(self, tar: tarfile.TarFile, now: datetime) -> None:
        self.tar = tar
        self.moment = int(now.timestamp())
        self.members: dict[str, Member] = {}

    def add(self, name: str, file: Readable, size: int) -> None:
        """Add ``size`` bytes of ``file`` under ``name``."""
        tally = Tally(file)
        info = tarfile.TarInfo(name)
        info.size, info.mtime, info.mode = size, self.moment, 0o600
        self.tar.addfile(info, tally)
        self.members[name] = Member(size, tally.sum.hexdigest())

    def add_file(self, name: str, path: Path) -> None:
        """Add the file at ``path``."""
        with path.open("rb") as file:
            self.add(name, file, path.stat().st_size)

    def close(self, manifest: Manifest) -> None:
        """Write down what is in it, as the last act."""
        manifest.members = dict(self.members)
        content = manifest.to_bytes()
        self.add(MANIFEST, BytesIO(content), len(content))
        seal = f"{hashlib.sha256(content).hexdigest()}  {MANIFEST}\n".encode()
        self.add(SEAL, BytesIO(seal), len(seal))


@contextmanager
def new_archive(path: Path, now: datetime) -> Iterator[Archive]:
    """Write an archive at ``path``; ``now`` is the time that its members carry."""
    with tarfile.open(path, "w", format=tarfile.PAX_FORMAT) as tar:
        yield Archive(tar, now)


@contextmanager
def unpacked(path: Path) -> Iterator[Iterator[tuple[str, Tally, int]]]:
    """Give (name, content, length) of each member, to be read in this order. Raises Broken, or OSError."""
    try:
        with tarfile.open(path, "r:") as tar:
            yield _members(tar)
    except (tarfile.TarError, EOFError) as error:
        raise Broken("It is no backup of Dateline, or it is cut off.") from error


def _members(tar: tarfile.TarFile) -> Iterator[tuple[str, Tally, int]]:
    for info in tar:
        file = tar.extractfile(info) if info.isreg() else None
        parts = info.name.split("/")
        if file is None or info.name.startswith("/") or ".." in parts or "\\" in info.name or "\x00" in info.name:
            raise Broken(f"It holds {info.name!r}, which no backup of ours would.")
        yield info.name, Tally(file), info.size


def verify(path: Path, progress: Progress = lambda *_: None) -> Manifest:
    """Read all of the archive and return its manifest if every sum is right. Raises Broken, or OSError."""
    found: dict[str, Member] = {}
    kept = {MANIFEST: b"", SEAL: b""}
    whole = path.stat().st_size
    with unpacked(path) as members:
        for name, file, size in members:
            if name in found:
                raise Broken(f"It holds {name} twice.")
            found[name] = Member(size, _read_through(file, kept if name in kept else None, name))
            progress(sum(member.size for member in found.values()) // BLOCK, whole // BLOCK)
    progress(whole // BLOCK, whole // BLOCK)
    return _judged(found, kept[MANIFEST], kept[SEAL])


def _read_through(file: Tally, kept: dict[str, bytes] | None, name: str) -> str:
    """Read a member to its end and return its sum; keep what it says where somebody wants to know."""
    while block := file.read(BLOCK):
        if kept is not None:
            kept[name] += block
    return file.sum.hexdigest()


def _judged(found: dict[str, Member], content: bytes, seal: bytes) -> Manifest:
    """Compare what was found with what the manifest says."""
    if MANIFEST not in found or SEAL not in found:
        raise Broken("It has no manifest: it is cut off or damaged.")
    if seal.split()[:1] != [found.pop(MANIFEST).sha256.encode()]:
        raise Broken("Its manifest is damaged.")
    del found[SEAL]
    manifest = read_manifest(content)
    for name, member in manifest.members.items():
        if found.pop(name, None) != member:
            raise Broken(f"{name} is damaged or missing in it.")
    if found:
        raise Broken(f"It holds {min(found)}, of which its manifest does not know.")
    return manifest


def copy(file: Readable, to: IO[bytes]) -> None:
    """Copy what is left of ``file``."""
    while block := file.read(BLOCK):
        to.write(block)
