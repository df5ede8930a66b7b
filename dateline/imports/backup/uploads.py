"""Uploads, in whatever storage they lie: into the archive and out of it."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import SpooledTemporaryFile

from django.core.files import File
from django.core.files.storage import FileSystemStorage, Storage

from .archive import BLOCK, MEDIA, Archive, Progress, Readable, copy

IN_MEMORY = 16 * BLOCK  # of a file; a larger one waits on disk


def names(storage: Storage, folder: str = "") -> Iterator[str]:
    """The name of every file in ``storage``, in an order that does not change."""
    try:
        folders, files = storage.listdir(folder)
    except FileNotFoundError:  # nobody has uploaded anything yet, or the folder went while we walked
        return
    yield from (f"{folder}{name}" for name in sorted(files) if name)
    for name in sorted(folders):
        yield from names(storage, f"{folder}{name}/")


def add_uploads(archive: Archive, storage: Storage, scratch: Path, progress: Progress) -> set[str]:
    """Put every file of ``storage`` into ``archive``; return their names. One that goes meanwhile is left out."""
    found = list(names(storage))
    added = set()
    for done, name in enumerate(found, 1):
        if _add_one(archive, storage, name, scratch):
            added.add(name)
        progress(done, len(found))
    return added


def _add_one(archive: Archive, storage: Storage, name: str, scratch: Path) -> bool:
    """Add one file by way of a copy: its length must be known first, and it may change while it is read."""
    with SpooledTemporaryFile(max_size=IN_MEMORY, dir=str(scratch)) as still:
        try:
            with storage.open(name, "rb") as file:
                shutil.copyfileobj(file, still, BLOCK)
        except FileNotFoundError:
            return False
        size = still.tell()
        still.seek(0)
        archive.add(MEDIA + name, still, size)
    return True


def is_folder(storage: Storage) -> bool:
    """Return whether the uploads lie in a folder of this machine."""
    return isinstance(storage, FileSystemStorage)


def unpack(name: str, file: Readable, folder: Path) -> None:
    """Write one upload below ``folder`` with the rights that Django would give it."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as to:
        copy(file, to)
        to.flush()
        os.fsync(to.fileno())


def put_into(storage: Storage, folder: Path, aside: str, progress: Progress) -> None:
    """Put everything below ``folder`` into ``storage``. What stood there under the same name goes below ``aside``."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    for done, path in enumerate(paths, 1):
        name = path.relative_to(folder).as_posix()
        if not (storage.exists(name) and _is_same(storage, name, path)):
            _keep_aside(storage, name, aside)
            with path.open("rb") as file:
                storage.save(name, File(file))
        progress(done, len(paths))


def _is_same(storage: Storage, name: str, path: Path) -> bool:
    """Return whether the file is there already."""
    if storage.size(name) != path.stat().st_size:
        return False
    with storage.open(name, "rb") as theirs, path.open("rb") as ours:
        return hashlib.file_digest(theirs, "sha256").digest() == hashlib.file_digest(ours, "sha256").digest()


def _keep_aside(storage: Storage, name: str, aside: str) -> None:
    """Move what has this name out of the way."""
    if storage.exists(name):
        with storage.open(name, "rb") as file:
            storage.save(f"{aside}/{name}", file)
        storage.delete(name)
