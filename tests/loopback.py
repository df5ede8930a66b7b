"""A small server on this machine, for as long as a test wants one."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@contextmanager
def listening(handler: type[BaseHTTPRequestHandler], **attributes: object) -> Iterator[str]:
    """Serve on a free port while the block runs; gives the address. ``attributes`` are those of every handler."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), type(f"Our{handler.__name__}", (handler,), attributes))
    thread = threading.Thread(target=server.serve_forever, args=[0.05], daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
