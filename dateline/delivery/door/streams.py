"""Open pages that want to be told: server-sent events, with nothing per page but its socket and its place in the news.

The tender writes news to a file, each with a number; this process reads what is new and sends each page what is on
its channels. A page that was away says which number it heard last (Last-Event-ID) and is sent what it missed.
"""

from __future__ import annotations

from typing import Any

STREAM = b"GET /live/"


class Streams:
    """All open streams of one door."""

    def takes(self, data: bytes) -> bool:
        """Return whether a request opens a stream."""
        return data.startswith(STREAM)

    def open(self, protocol: Any, data: bytes) -> bool:
        """Open one; False where the request is not a plain one."""
        return False

    def close(self, protocol: Any) -> None:
        """Forget one."""
