"""One memory for several processes and machines, in one line: ``redis://host:6379/0``."""

from __future__ import annotations

from typing import Any
from urllib.parse import SplitResult, parse_qsl, urlencode, urlsplit, urlunsplit

from .env import BadSetting

ANSWER_SECONDS = 1  # longer than that, and making the thing anew is quicker


def cache_settings(url: str, shared: str, own: str, counts: list[str]) -> dict[str, Any]:
    """Return Django's settings of the cache at ``url``; of each process's own memory without. Raises BadSetting.

    ``shared`` and ``own`` are dotted names of backends; ``counts``, beginnings of keys, is what both always count.
    ``?prefix=courier`` keeps two newsrooms apart in one Redis.
    """
    if not url:
        return {"BACKEND": own, "OPTIONS": {"counts": counts}}
    parts, asked = _parts(url), dict(parse_qsl(urlsplit(url).query))
    prefix = asked.pop("prefix", "dateline")
    return {
        "BACKEND": shared,
        "LOCATION": [urlunsplit(parts._replace(query=urlencode(asked)))],
        "KEY_PREFIX": prefix,
        "OPTIONS": {"counts": counts, "socket_timeout": ANSWER_SECONDS, "socket_connect_timeout": ANSWER_SECONDS},
    }


def _parts(url: str) -> SplitResult:
    """Take ``url`` apart. Raises BadSetting, without repeating what may hold a password."""
    try:
        parts = urlsplit(url)
        if (parts.scheme in {"redis", "rediss"} and parts.hostname and parts.port != 0) or (
            parts.scheme == "unix" and parts.path
        ):
            return parts
    except ValueError:
        pass
    raise BadSetting("REDIS_URL cannot be read. Write it as redis://:password@host:6379/0, or rediss:// with TLS.")
