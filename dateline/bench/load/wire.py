"""A plain HTTP connection, so thin that what is measured through it is the server."""

from __future__ import annotations

import re
import socket

LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.I)
PATIENCE = 10.0


class Wire:
    """One connection, opened anew after an error. Bodies have a Content-Length: what lies ready has."""

    def __init__(self, port: int, host: str = "127.0.0.1") -> None:
        self.port = port
        self.host = host
        self.socket: socket.socket | None = None

    def get(self, path: str, *headers: str) -> tuple[int, bytes, bytes]:
        """Return status, headers and body. Raises OSError where the server is not there, or goes away meanwhile."""
        lines = [f"GET {path} HTTP/1.1", f"Host: {self.host}:{self.port}", *headers]
        try:
            return self.exchange("\r\n".join(lines).encode() + b"\r\n\r\n")
        except OSError:
            self.close()
            raise

    def exchange(self, request: bytes) -> tuple[int, bytes, bytes]:
        """Send a request and read the whole answer."""
        if self.socket is None:
            self.socket = socket.create_connection((self.host, self.port), timeout=PATIENCE)
            self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.socket.sendall(request)
        data = b""
        while (end := data.find(b"\r\n\r\n")) < 0:
            data += self.more()
        head, blocks = data[:end], [data[end + 4 :]]
        status = int(head[9:12])
        announced = LENGTH.search(head)
        missing = (int(announced[1]) if announced and status != 304 else 0) - len(blocks[0])
        while missing > 0:
            blocks.append(self.more())
            missing -= len(blocks[-1])
        return status, head, b"".join(blocks)

    def more(self) -> bytes:
        """Read on. Raises ConnectionResetError at the end."""
        data = self.socket.recv(256 * 1024) if self.socket else b""
        if not data:
            raise ConnectionResetError
        return data

    def close(self) -> None:
        """Hang up."""
        if self.socket is not None:
            self.socket.close()
            self.socket = None


def header(head: bytes, name: bytes) -> str:
    """Return one header of an answer, or nothing."""
    found = re.search(rb"\r\n%b: *([^\r]*)" % re.escape(name), head, re.I)
    return found[1].decode("latin-1") if found else ""
