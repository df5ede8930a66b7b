"""A client that sends just the bytes it is told to, and reads answers one by one."""

from __future__ import annotations

import gzip
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import brotli
import zstandard

PATIENCE = 30.0
UNPACK = {
    "": lambda body: body,
    "gzip": gzip.decompress,
    "br": brotli.decompress,
    "zstd": lambda body: zstandard.ZstdDecompressor().decompress(body),
}


class Closed(Exception):
    """The other end hung up before an answer was whole."""


@dataclass
class Answer:
    """An answer as it came; ``pairs`` are its headers, their names in small letters."""

    status: int
    pairs: list[tuple[str, str]]
    body: bytes = b""

    @property
    def headers(self) -> dict[str, str]:
        """The headers by name; one that came twice is a mistake of ours."""
        found = dict(self.pairs)
        assert len(found) == len(self.pairs), self.pairs
        return found

    @property
    def text(self) -> bytes:
        """The body without its coding."""
        return UNPACK[self.headers.get("content-encoding", "")](self.body)


@dataclass
class Wire:
    """One connection."""

    socket: socket.socket
    buffer: bytes = field(default=b"")

    def send(self, data: bytes) -> None:
        self.socket.sendall(data)

    def more(self) -> None:
        """Read some more. Raises Closed."""
        try:
            data = self.socket.recv(65536)
        except ConnectionResetError as error:
            raise Closed from error
        if not data:
            raise Closed
        self.buffer += data

    def until(self, mark: bytes) -> bytes:
        """Read up to a mark, which is left out."""
        while mark not in self.buffer:
            self.more()
        found, _mark, self.buffer = self.buffer.partition(mark)
        return found

    def exactly(self, count: int) -> bytes:
        while len(self.buffer) < count:
            self.more()
        found, self.buffer = self.buffer[:count], self.buffer[count:]
        return found

    def answer(self, *, to: str = "GET") -> Answer:
        """Read the next answer; ``to`` is the method that it answers. Raises Closed where there is none."""
        first, *lines = self.until(b"\r\n\r\n").decode("latin-1").split("\r\n")
        pairs = [(name.lower(), value) for name, _colon, value in (line.partition(": ") for line in lines)]
        answer = Answer(int(first.split(" ")[1]), pairs)
        headers = dict(pairs)
        if to == "HEAD" or answer.status in {100, 204, 304}:
            return answer
        if headers.get("transfer-encoding") == "chunked":
            answer.body = b"".join(self.pieces())
        elif "content-length" in headers:
            answer.body = self.exactly(int(headers["content-length"]))
        return answer

    def pieces(self) -> Iterator[bytes]:
        while size := int(self.until(b"\r\n"), 16):
            yield self.exactly(size)
            self.until(b"\r\n")
        self.until(b"\r\n")

    def ends(self) -> bool:
        """Whether the other end hangs up, saying nothing more."""
        try:
            self.more()
        except Closed:
            return True
        return False


@contextmanager
def connected(port: int) -> Iterator[Wire]:
    """Connect to a port of this machine."""
    with socket.create_connection(("127.0.0.1", port), PATIENCE) as one:
        yield Wire(one)


def request(target: str, *lines: str, method: str = "GET", host: str = "localhost") -> bytes:
    """Return a request without a body."""
    head = [f"{method} {target} HTTP/1.1", f"Host: {host}", *lines]
    return ("\r\n".join(head) + "\r\n\r\n").encode("latin-1")


def ask(port: int, target: str, *lines: str, method: str = "GET", host: str = "localhost") -> Answer:
    """Ask one thing on a connection of its own."""
    with connected(port) as wire:
        wire.send(request(target, *lines, method=method, host=host))
        return wire.answer(to=method)


def say(port: int, data: bytes) -> list[int]:
    """Send bytes as they are, say that there is no more, and return the status of each answer that comes."""
    with connected(port) as wire:
        try:
            wire.send(data)
            wire.socket.shutdown(socket.SHUT_WR)
        except OSError:
            pass  # refused before all of it was sent
        found = []
        try:
            while True:
                found.append(wire.answer().status)
        except Closed:
            return found
