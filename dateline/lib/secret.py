"""The signing key of an installation that was given none: made once, kept with its data, for its owner's eyes."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path

from .env import BadSetting
from .landing import land


def kept_secret(path: Path) -> str:
    """Return the key in ``path``; make it (mode 0600) if it is not there. Raises BadSetting where that is refused."""
    try:
        if not path.exists():
            make_secret(path)
        return path.read_text(encoding="ascii").strip()
    except OSError as error:
        raise BadSetting(
            f"{path.parent} cannot be used ({error.strerror}). Set DATELINE_HOME to a folder of yours."
        ) from error


def keep_secret(path: Path, key: str) -> None:
    """Put ``key`` in place of the one in ``path``, for its owner's eyes."""
    draft = write_draft(path, key)
    land(draft, path)


def make_secret(path: Path) -> None:
    """Make a key in ``path``. It appears whole or not at all: of two processes racing, both end up with one key."""
    draft = write_draft(path, secrets.token_urlsafe(50))
    with suppress(FileExistsError):
        os.link(draft, path)
    draft.unlink()


def write_draft(path: Path, key: str) -> Path:
    """Write ``key`` beside ``path`` (mode 0600) and return where."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(key)
    return draft
