"""A crowd of open pages on loopback, to measure what telling them costs; the door does not know that it is one.

One thread and one epoll hold all of them.
"""

from __future__ import annotations

import resource
import selectors
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

WAVE = 200  # streams that are being opened at once; more than a door's backlog would be refused
BESIDE = 200  # file descriptors for all else


class NoRoom(OSError):
    """This process may not open so many sockets. Trying again does not help; a higher limit does."""


class NotOpened(OSError):
    """The server did not answer a stream with 200. Its first line is in the message."""


@dataclass
class Crowd:
    """Open streams of one server, and when each has read a word that it waited for."""

    address: tuple[str, int]
    host: str
    streams: list[socket.socket] = field(default_factory=list)
    selector: selectors.BaseSelector = field(default_factory=selectors.DefaultSelector)

    def open(self, count: int, channels: tuple[str, ...], *, patience: float = 60.0) -> float:
        """Open ``count`` streams on ``channels`` and return how many seconds it took.

        Raises NoRoom, NotOpened, or TimeoutError after ``patience`` seconds.
        """
        make_room(count)
        query = "&".join(f"on={channel}" for channel in channels)
        request = f"GET /live/?{query} HTTP/1.1\r\nHost: {self.host}\r\nAccept: text/event-stream\r\n\r\n".encode()
        begun = perf_counter()
        for start in range(0, count, WAVE):
            wave = [self.connect(request) for _each in range(min(WAVE, count - start))]
            for sent in self.read_until(wave, b"retry: ", begun + patience).values():
                if not sent.startswith(b"HTTP/1.1 200 "):
                    raise NotOpened(sent.partition(b"\r\n")[0].decode("latin-1"))
        return perf_counter() - begun

    def connect(self, request: bytes) -> socket.socket:
        """Connect and ask."""
        one = socket.create_connection(self.address, timeout=30)
        self.streams.append(one)
        one.sendall(request)
        one.setblocking(False)
        self.selector.register(one, selectors.EVENT_READ)
        return one

    def read_until(self, streams: list[socket.socket], word: bytes, deadline: float) -> dict[socket.socket, bytes]:
        """Read until ``word`` has come on each of ``streams``; return what came. Raises TimeoutError."""
        waiting = dict.fromkeys(streams, b"")
        done: dict[socket.socket, bytes] = {}
        while waiting:
            if perf_counter() > deadline:
                raise TimeoutError(f"{len(waiting)} of {len(streams)} streams have not had {word.decode()!r}")
            for key, _events in self.selector.select(0.5):
                one = key.fileobj
                if not isinstance(one, socket.socket):
                    continue
                data = one.recv(65_536)
                if not data:
                    raise NotOpened(f"a stream was closed: {waiting.get(one, b'')[:80]!r}")
                if one in waiting:
                    waiting[one] += data
                    if word in waiting[one]:
                        done[one] = waiting.pop(one)
        return done

    def listen(self, word: bytes, *, patience: float = 20.0) -> Listening:
        """Begin to wait, in a thread, for ``word`` on every stream."""
        return Listening(self, word, patience)

    def close(self) -> None:
        """Close them all."""
        self.selector.close()
        for one in self.streams:
            one.close()


class Listening(threading.Thread):
    """Waits for a word on all streams of a crowd; ``at`` is when the last of them had it."""

    def __init__(self, crowd: Crowd, word: bytes, patience: float) -> None:
        super().__init__(daemon=True)
        self.crowd = crowd
        self.word = word
        self.patience = patience
        self.at = 0.0
        self.error: OSError | None = None
        self.start()

    def run(self) -> None:
        """Read."""
        try:
            self.crowd.read_until(self.crowd.streams, self.word, perf_counter() + self.patience)
        except OSError as error:
            self.error = error
        self.at = perf_counter()

    def heard_at(self) -> float:
        """Wait; return when the last stream had it (``perf_counter``). Raises what went wrong."""
        self.join()
        if self.error:
            raise self.error
        return self.at


@dataclass(frozen=True)
class Told:
    """What telling a crowd took.

    Seconds to open all streams, and from the answer to the post until the last stream had the word; the door's memory
    in bytes before the streams and with them.
    """

    streams: int
    opening: float
    after_post: float
    memory_before: int
    memory_with: int


def tell_crowd(
    crowd: Crowd, channels: tuple[str, ...], *, count: int, door: int, word: bytes, post: Callable[[], object]
) -> Told:
    """Open ``count`` streams at the process ``door``, then ``post``, and wait until each stream has had ``word``.

    ``post`` returns when the server has answered. Raises NoRoom, NotOpened or TimeoutError.
    """
    before = memory_of(door)
    opening = crowd.open(count, channels)
    held = memory_of(door)
    listening = crowd.listen(word)
    post()
    posted = perf_counter()
    return Told(len(crowd.streams), opening, listening.heard_at() - posted, before, held)


@contextmanager
def crowd(address: tuple[str, int], host: str) -> Iterator[Crowd]:
    """Hold a crowd in front of the server at ``address``; it goes away at the end."""
    one = Crowd(address, host)
    try:
        yield one
    finally:
        one.close()


def make_room(count: int) -> None:
    """Let this process open ``count`` sockets. Raises NoRoom."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = count + BESIDE
    if soft != resource.RLIM_INFINITY and soft < wanted:
        if hard != resource.RLIM_INFINITY and hard < wanted:
            raise NoRoom(f"{wanted} open files are needed and {hard} are allowed here")
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def memory_of(process: int) -> int:
    """Return how many bytes of memory are a process's own (its share of what it shares: PSS), on Linux."""
    for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024
    raise OSError(f"/proc/{process}/smaps_rollup tells no Pss")
