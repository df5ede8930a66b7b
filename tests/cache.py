"""A cache on the loopback address: keeps what it is allowed to, drops what it is told to, and can be ill."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

KEEPS = re.compile(r"s-maxage=(\d+)")


@dataclass
class Cache:
    """``origin`` is the port that it fetches pages from; ``says`` and ``waits`` are its answer to a purge."""

    origin: int = 0
    says: int = 200
    waits: float = 0.0
    port: int = 0
    purged: list[tuple[float, str, str]] = field(default_factory=list)  # when, of which host, which target
    posted: list[tuple[str, str, bytes]] = field(default_factory=list)
    answer: bytes = b'{"success": true, "errors": []}'
    held: dict[str, tuple[int, list[tuple[str, str]], bytes]] = field(default_factory=dict)
    hits: int = 0
    refused: set[str] = field(default_factory=set)  # targets that it cannot purge
    on_purge: Any = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def targets(self) -> list[str]:
        return [target for _at, _host, target in self.purged]


class Handler(BaseHTTPRequestHandler):
    """One connection."""

    cache: Cache
    protocol_version = "HTTP/1.1"

    def do_PURGE(self) -> None:
        cache = self.cache
        time.sleep(cache.waits)
        cache.purged.append((time.monotonic(), self.headers["Host"], self.path))
        if cache.on_purge:
            cache.on_purge(self.path)
        cache.held.pop(self.path, None)
        self.reply(500 if self.path in cache.refused else cache.says, [], b"")

    def do_GET(self) -> None:
        cache = self.cache
        if self.path in cache.held:
            cache.hits += 1
        else:
            upstream = HTTPConnection("127.0.0.1", cache.origin, timeout=60)
            upstream.request("GET", self.path, headers={"Host": self.headers["Host"]})
            found = upstream.getresponse()
            page = (found.status, found.getheaders(), found.read())
            upstream.close()
            if not KEEPS.search(found.headers.get("Cache-Control", "")):
                self.reply(*page)
                return
            cache.held[self.path] = page
        self.reply(*cache.held[self.path])

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.cache.posted.append((self.path, self.headers["Authorization"], body))
        self.reply(self.cache.says, [], self.cache.answer)

    def reply(self, status: int, headers: list[tuple[str, str]], body: bytes) -> None:
        self.send_response_only(status)
        for name, value in headers:
            if name.lower() not in {"content-length", "connection", "transfer-encoding"}:
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Connection", "close")
        self.end_headers()
        with suppress(OSError):
            self.wfile.write(body)

    def log_message(self, *_words: object) -> None:
        """Say nothing."""


@contextmanager
def cache(port: int = 0, **words: Any) -> Iterator[Cache]:
    """Have a cache while the block runs."""
    one = Cache(**words)
    server = ThreadingHTTPServer(("127.0.0.1", port), type("Its", (Handler,), {"cache": one}))
    server.daemon_threads = True
    one.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, args=[0.02], daemon=True)
    thread.start()
    try:
        yield one
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
