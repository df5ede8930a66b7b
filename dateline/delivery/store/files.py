"""The files of the store: written by rename, so that whoever reads one has all of it, the old or the new.

Two versions of a file within one second have different sizes. nginx makes its validators from the second and the
size, and so do we; a version that matched another's would be taken for it.
"""

from __future__ import annotations

import logging
import os
import shutil
from contextlib import suppress
from itertools import islice
from pathlib import Path, PurePosixPath
from time import time, time_ns

from .address import FRAMED, file_of
from .forms import SMALL, SUFFIXES, forms_of
from .gauge import Gauge
from .kinds import is_text

log = logging.getLogger("dateline.store")
Forms = dict[str, bytes]  # by content coding
BLANKS = b" \n\t "
TOPS = ("pages", "queries", FRAMED)
AWAY = "away."


class Files:
    """Pages on disk below ``folder``, and what became of pages whose rows have changed.

    ``aside``, the last good ones.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.gauge = Gauge(folder / "gauge")
        self.sizes: dict[PurePosixPath, tuple[int, set[int]]] = {}

    def packed(self, address: str, content: bytes) -> Forms:
        """Return the forms of a page: what takes long of ``write``, and may be done before anybody has to wait."""
        return forms_of(content, text=is_text(file_of(address)))

    def write(self, address: str, content: bytes, forms: Forms) -> int:
        """Put the page at ``address`` in place in all its forms; return how many bytes they are."""
        place = file_of(address)
        forms = self._distinct(place, content, forms)
        target = self.folder / place
        target.parent.mkdir(parents=True, exist_ok=True)
        for coding, suffix in sorted(SUFFIXES.items(), reverse=True):  # the plain form last: the door goes by it
            path = target.with_name(target.name + suffix)
            if coding in forms:
                _replace(path, forms[coding])
            else:
                path.unlink(missing_ok=True)
        self.gauge.publish()
        return sum(map(len, forms.values()))

    def remove(self, address: str, *, keep_aside: bool = True) -> None:
        """Take a page out of readers' way; its last good version is kept for when nothing else is.

        Whoever removes says so by the gauge once all are away.
        """
        place = file_of(address)
        target = f"{self.folder}/{place}"
        for suffix in filter(None, SUFFIXES.values()):
            with suppress(FileNotFoundError):
                os.unlink(target + suffix)
        with suppress(FileNotFoundError):
            if keep_aside:
                _move_or_remove(target, f"{self.folder}/aside/{place}")
            else:
                os.unlink(target)

    def remove_all(self) -> None:
        """Take all pages out of readers' way at once, however many: their folders are renamed.

        They count as aside once ``tidy`` has put them there.
        """
        away = self.folder / f"{AWAY}{time_ns()}"
        away.mkdir()
        for top in TOPS:
            with suppress(FileNotFoundError):
                os.rename(self.folder / top, away / top)
        self.gauge.publish()

    def tidy(self, most: int) -> bool:
        """Put aside up to ``most`` of the pages that ``remove_all`` took away; return whether there were any."""
        for away in sorted(self.folder.glob(f"{AWAY}*")):
            files = list(islice((path for path in away.rglob("*") if path.is_file()), most))
            for path in files:
                self._put_aside(path, away)
            if not files:
                shutil.rmtree(away)
            return True
        return False

    def _put_aside(self, path: Path, away: Path) -> None:
        to = self.folder / "aside" / path.relative_to(away)
        is_form = path.suffix in set(SUFFIXES.values()) - {""} or path.name.startswith(".")
        if is_form or (to.exists() and to.stat().st_mtime > path.stat().st_mtime):
            path.unlink()
        else:
            _move_or_remove(str(path), str(to))

    def clear(self) -> None:
        """Remove all pages, those aside too."""
        for name in (*TOPS, "aside", *(away.name for away in self.folder.glob(f"{AWAY}*"))):
            shutil.rmtree(self.folder / name, ignore_errors=True)
        self.gauge.publish()

    def aside(self, address: str) -> Path:
        """Return where the last good version of a page lies that is no longer current, if there is one."""
        return self.folder / "aside" / file_of(address)

    def _distinct(self, place: PurePosixPath, content: bytes, forms: Forms) -> Forms:
        """Return ``forms`` of ``content``, or others none of which is as long as another version's of this second."""
        second = int(time())
        at, taken = self.sizes.get(place, (0, set()))
        if at != second:
            taken = self._sizes_on_disk(place, second)
        is_packed = is_text(place) and len(content) >= SMALL  # blanks behind it make no other page of it
        tries = 0
        while is_text(place) and any(len(form) in taken for form in forms.values()):
            tries += 1
            forms = forms_of(content + blanks(tries), text=is_packed)
        if len(self.sizes) > 500:
            self.sizes.clear()
        self.sizes[place] = (second, taken | {len(form) for form in forms.values()})
        return forms

    def _sizes_on_disk(self, place: PurePosixPath, second: int) -> set[int]:
        """Sizes that another process, or we before a restart, gave this file within this second."""
        sizes = set()
        for suffix in SUFFIXES.values():
            try:
                found = os.stat(self.folder / f"{place}{suffix}")
            except OSError:
                continue
            if int(found.st_mtime) == second:
                sizes.add(found.st_size)
        return sizes


def blanks(tries: int) -> bytes:
    """Return white space of which hardly two are alike, the longer the more often it was tried.

    By chance, for what repeats itself is packed into nothing: a page with a thousand empty lines behind it is as long
    as one with two, once it is compressed.
    """
    most = 32 * tries
    return bytes(BLANKS[byte & 3] for byte in os.urandom(1 + int.from_bytes(os.urandom(4)) % most))


def _replace(path: Path, content: bytes) -> None:
    """Write by rename. Not synced: after a power cut the store is made anew."""
    new = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        new.write_bytes(content)
        os.replace(new, path)
    except OSError:
        new.unlink(missing_ok=True)
        raise


def _move_or_remove(path: str, to: str) -> None:
    """Move a file out of the way; on a disk too full for one more folder, remove it. Raises FileNotFoundError."""
    try:
        _move(path, to)
    except FileNotFoundError:
        raise
    except OSError as error:
        log.warning("%s cannot be kept aside (%s).", path, error)
        os.unlink(path)


def _move(path: str, to: str) -> None:
    """Rename, making the folder where there is none yet. Raises FileNotFoundError where there is no such file."""
    try:
        os.replace(path, to)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(to), exist_ok=True)
        os.replace(path, to)
