"""Readers at as many connections, each asking again as soon as it is answered; for where wrk is not installed.

Told ``port``, ``path``, ``connections``, ``seconds``, ``coding``. Tells ``number``, ``seconds``, ``p50`` and ``p99`` in
milliseconds, and ``failed``: answers that are not 200, and connections that broke.
"""

from __future__ import annotations

import asyncio
import re
from time import perf_counter
from typing import Any

import uvloop

from .program import spec, tell

LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.I)


class Reader(asyncio.Protocol):
    """One connection."""

    def __init__(self, request: bytes, took: list[float], failed: list[str]) -> None:
        self.request = request
        self.took = took
        self.failed = failed
        self.missing = 0
        self.sent = 0.0
        self.head = b""
        self.transport: Any = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = transport
        self.ask()

    def ask(self) -> None:
        """Ask once more."""
        self.head, self.sent = b"", perf_counter()
        self.missing = -1
        self.transport.write(self.request)

    def data_received(self, data: bytes) -> None:
        if self.missing < 0:
            self.head += data
            end = self.head.find(b"\r\n\r\n")
            if end < 0:
                return
            length = LENGTH.search(self.head[:end])
            if not self.head.startswith(b"HTTP/1.1 200") or length is None:
                self.failed.append(self.head[:40].decode("latin-1"))
                self.transport.close()
                return
            self.missing = int(length[1]) + end + 4 - len(self.head)
        else:
            self.missing -= len(data)
        if self.missing == 0:
            self.took.append((perf_counter() - self.sent) * 1000)
            self.ask()


async def main() -> None:
    told = spec()
    coding = f"Accept-Encoding: {told['coding']}\r\n" if told["coding"] else ""
    request = f"GET {told['path']} HTTP/1.1\r\nHost: 127.0.0.1:{told['port']}\r\n{coding}\r\n".encode()
    took: list[float] = []
    failed: list[str] = []
    loop = asyncio.get_running_loop()
    begun = perf_counter()
    for _ in range(told["connections"]):
        await loop.create_connection(lambda: Reader(request, took, failed), "127.0.0.1", told["port"])
    await asyncio.sleep(told["seconds"])
    took.sort()
    half, most = (took[int(len(took) * share)] if took else 0.0 for share in (0.5, 0.99))
    tell({"number": len(took), "seconds": perf_counter() - begun, "p50": half, "p99": most, "failed": len(failed)})


if __name__ == "__main__":
    uvloop.run(main())
