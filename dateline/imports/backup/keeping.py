"""Where backups lie and what they are called; older ones of ours go when there are enough."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

OURS = re.compile(r"dateline-\d{8}-\d{6}\.tar")
WORKPLACE = ".dateline-backup-"
DAY = 24 * 3600


def name_at(now: datetime) -> str:
    """Return the name of a backup of ``now``, by universal time, so that names sort as moments do."""
    return f"dateline-{now.astimezone(UTC):%Y%m%d-%H%M%S}.tar"


def place_for(words: str, default: Path, now: datetime) -> Path:
    """Return where a backup goes for what was typed: a folder, which is made if it ends in a slash, or a file."""
    if not words:
        return default / name_at(now)
    path = Path(words)
    return path / name_at(now) if path.is_dir() or words.endswith("/") else path


def remove_older(folder: Path, keep: int) -> list[Path]:
    """Remove all but the newest ``keep`` backups that have names of ours; return those removed."""
    ours = sorted(path for path in folder.iterdir() if OURS.fullmatch(path.name) and path.is_file())
    gone = ours[:-keep]
    for path in gone:
        path.unlink()
    return gone


@contextmanager
def workplace(folder: Path, now: datetime) -> Iterator[Path]:
    """A folder in ``folder`` for what is half made; it goes however the work ends.

    What a power cut left of an earlier one goes once it is a day old.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob(f"{WORKPLACE}*"):
        if old.stat().st_mtime < now.timestamp() - DAY:
            shutil.rmtree(old, ignore_errors=True)
    with TemporaryDirectory(prefix=WORKPLACE, dir=folder) as name:
        yield Path(name)
