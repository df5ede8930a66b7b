"""One POST to a program: to the very address that was found to lie outside, and given up when its time is over.

No redirect is followed and no proxy of the environment asked. Of the answer we read the head alone. A program that
sends it byte by byte gets no more time than one that is silent.
"""

from __future__ import annotations

import io
import ssl
from collections.abc import Mapping
from contextlib import closing
from functools import partial
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from socket import SocketIO, socket
from time import monotonic
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings

from .private_addresses import outside_addresses

TROUBLE = (OSError, HTTPException, ValueError)


def post(url: str, body: bytes, headers: Mapping[str, str], *, ends_at: float) -> int:
    """Send ``body`` and return the status, until ``monotonic()`` is ``ends_at``.

    Raises NotOutside; and of TROUBLE what came, a TimeoutError where it took too long.
    """
    where = urlsplit(url)
    target = (where.path or "/") + (f"?{where.query}" if where.query else "")
    with closing(_connection(where.scheme, where.hostname or "", where.port, ends_at)) as connection:
        connection.request("POST", target, body=body, headers=dict(headers))
        return connection.getresponse().status


def _left(ends_at: float) -> float:
    """Seconds that are left. Raises TimeoutError where there are none."""
    left = ends_at - monotonic()
    if left <= 0:
        raise TimeoutError("No answer in time.")
    return left


def _connection(scheme: str, host: str, port: int | None, ends_at: float) -> HTTPConnection:
    """Return a connection to one of the addresses that ``host`` has now, under its name. Raises NotOutside, OSError."""
    secure = scheme == "https"
    port = port or (443 if secure else 80)
    [address, *_others] = outside_addresses(host, port, may_be_private=settings.WEBHOOKS_INSIDE)
    return (_Secure if secure else _Plain)(host, port, address, ends_at)


class _Head(io.RawIOBase):
    """What a program answers; each piece may take what is left of the time."""

    def __init__(self, line: SocketIO, sock: socket, ends_at: float) -> None:
        self.line, self.sock, self.ends_at = line, sock, ends_at

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: Any) -> int | None:
        """Read what is there by then."""
        self.sock.settimeout(_left(self.ends_at))
        return self.line.readinto(buffer)

    def close(self) -> None:
        """Let go of the socket."""
        self.line.close()
        super().close()


class _Answer(HTTPResponse):
    """An answer that is read in time or not at all."""

    def __init__(self, sock: socket, *args: Any, ends_at: float, **more: Any) -> None:
        super().__init__(sock, *args, **more)
        line: Any = self.fp
        self.fp = io.BufferedReader(_Head(line.detach(), sock, ends_at))


class _Plain(HTTPConnection):
    """HTTP to an address that was looked up before; the name is only said."""

    def __init__(self, host: str, port: int, address: str, ends_at: float, **more: Any) -> None:
        super().__init__(host, port, timeout=_left(ends_at), **more)
        self.address, self.ends_at = address, ends_at
        self.response_class: Any = partial(_Answer, ends_at=ends_at)

    def connect(self) -> None:
        """Connect to the address."""
        name, self.host = self.host, self.address
        try:
            super().connect()
        finally:
            self.host = name

    def send(self, data: Any) -> None:
        """Send it while there is time."""
        if self.sock is None:
            self.connect()
        self.sock.settimeout(_left(self.ends_at))
        super().send(data)


class _Secure(_Plain, HTTPSConnection):
    """The same with TLS, which asks for the name's certificate."""

    default_port = HTTPSConnection.default_port

    def __init__(self, host: str, port: int, address: str, ends_at: float) -> None:
        self.shown = ssl.create_default_context()
        super().__init__(host, port, address, ends_at, context=self.shown)

    def connect(self) -> None:
        """Connect to the address, and hold its certificate against the name."""
        name, self.host = self.host, self.address
        try:
            HTTPConnection.connect(self)
        finally:
            self.host = name
        self.sock.settimeout(_left(self.ends_at))
        self.sock = self.shown.wrap_socket(self.sock, server_hostname=name)
