"""Asking a cache over HTTP, with patience that ends."""

from __future__ import annotations

from collections.abc import Collection
from http.client import HTTPException
from urllib.error import HTTPError
from urllib.request import Request, urlopen

SECONDS = 10  # that it may be silent
LONGEST = 64 * 1024  # bytes of an answer that we read


class CdnAway(Exception):
    """The cache does not answer, or refuses. Trying again later helps, or its keeper must look."""


def answer_to(request: Request, *, also: Collection[int] = ()) -> bytes:
    """Return what it answers to ``request``; ``also`` are statuses that are as good as 200. Raises CdnAway."""
    try:
        with urlopen(request, timeout=SECONDS) as answer:  # noqa: S310 - its scheme is checked where settings are read
            words: bytes = answer.read(LONGEST)
            return words
    except HTTPError as error:
        with error:
            if error.code in also:
                return b""
            said = error.read(200).decode("utf-8", "replace") if error.code < 500 else ""
        raise CdnAway(f"it says {error.code} {error.reason} {said}".strip()) from error
    except (OSError, HTTPException) as error:
        raise CdnAway(str(getattr(error, "reason", "") or error or type(error).__name__)) from error
