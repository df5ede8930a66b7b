"""Typed readers of environment variables; a value that cannot be read is an error with a sentence, never a default."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import urlsplit


class BadSetting(Exception):
    """A variable is there but does not say what it must say. Trying again without changing it does not help."""


def env_str(name: str, default: str = "") -> str:
    """Return ``name``, or the content of the file that ``name_FILE`` points to, so that secrets stay off the table."""
    file = os.environ.get(f"{name}_FILE")
    if file:
        try:
            return Path(file).read_text(encoding="utf-8").strip()
        except OSError as error:
            raise BadSetting(f"{name}_FILE points to {file}, which cannot be read: {error.strerror}.") from error
    return os.environ.get(name, default)


def env_address(name: str, default: str) -> str:
    """Return ``name`` as the address of a site, without a slash at its end. Empty counts as not set."""
    value = env_str(name).strip() or default
    try:
        parts = urlsplit(value)
        is_address = parts.scheme in {"http", "https"} and parts.hostname and (parts.port or 1)
    except ValueError:
        is_address = False
    if not is_address:
        raise BadSetting(f"{name} is “{value}”; it must look like https://news.example.")
    return value.rstrip("/")


def env_bool(name: str, default: bool = False) -> bool:
    """Return whether ``name`` says yes. Empty counts as not set."""
    value = env_str(name).strip().lower()
    if not value:
        return default
    if value in {"1", "true", "yes", "on"}:
        return True
    if value in {"0", "false", "no", "off"}:
        return False
    raise BadSetting(f"{name} is “{value}”; it must be yes or no.")


def env_int(name: str, default: int, *, least: int = 0) -> int:
    """Return ``name`` as a whole number, ``least`` or more."""
    value = env_str(name).strip()
    if not value:
        return default
    try:
        number = int(value)
    except ValueError as error:
        raise BadSetting(f"{name} is “{value}”; it must be a whole number.") from error
    if number < least:
        raise BadSetting(f"{name} is “{value}”; it must be {least} or more.")
    return number


def env_list(name: str, default: str = "") -> list[str]:
    """Return the comma-separated words of ``name`` without blanks."""
    return [word.strip() for word in env_str(name, default).split(",") if word.strip()]


def env_folder(name: str, default: Path) -> Path:
    """Return the folder that ``name`` says, made if it is not there yet."""
    folder = Path(env_str(name) or default).resolve()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadSetting(f"{folder} cannot be used ({error.strerror}). Set {name} to a folder of yours.") from error
    return folder


def env_choice(name: str, choices: tuple[str, ...]) -> str:
    """Return ``name``, one of ``choices``; the first where it is not set."""
    value = env_str(name).strip().lower() or choices[0]
    if value not in choices:
        raise BadSetting(f"{name} is “{value}”; it must be {' or '.join(choices)}.")
    return value
