"""Translations as the program reads them: each ``django.po``, which people write, becomes a ``django.mo`` beside it.

``python -m dateline.lib.catalogues`` does it for whatever is older than its source.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import NamedTemporaryFile

import polib

FOLDER = Path(__file__).resolve().parent.parent / "locale"


class CannotCompile(Exception):
    """A catalogue cannot be read, or nothing can be written beside it. The interface stays English in its language."""


def sources(folder: Path = FOLDER) -> Iterator[Path]:
    """Every catalogue that people write."""
    yield from sorted(folder.glob("*/LC_MESSAGES/*.po"))


def compile_stale(folder: Path = FOLDER) -> list[Path]:
    """Compile what is missing or older than its source; return what was written. Raises CannotCompile."""
    return [compile_one(source) for source in sources(folder) if is_stale(source)]


def is_stale(source: Path) -> bool:
    """Whether what the program reads is missing or older than ``source``."""
    compiled = source.with_suffix(".mo")
    return not compiled.exists() or compiled.stat().st_mtime_ns < source.stat().st_mtime_ns


def compile_one(source: Path) -> Path:
    """Write the ``.mo`` of one ``.po``, whole or not at all: another process may be reading it."""
    target = source.with_suffix(".mo")
    try:
        catalogue = polib.pofile(str(source), encoding="utf-8")
        with NamedTemporaryFile(dir=target.parent, prefix=".", suffix=".mo", delete=False) as draft:
            draft.write(catalogue.to_binary())
        os.chmod(draft.name, 0o644)
        os.replace(draft.name, target)
    except (OSError, ValueError) as error:  # polib says with OSError what it cannot parse
        raise CannotCompile(f"{source} could not be compiled: {error}") from error
    return target


def main() -> int:
    """Compile, and name what failed."""
    try:
        compile_stale()
    except CannotCompile as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
