"""A wire between a program and a server, which a test can cut and mend: how a server that stops looks from outside."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress


class Relay:
    """Passes bytes on between whoever connects to ``port`` on the loopback address and the server at ``to``."""

    def __init__(self, to: tuple[str, int]) -> None:
        self.to = to
        self.open: set[socket.socket] = set()
        self.lock = threading.Lock()
        self.silent = False
        self.door = self._listen(0)
        self.port: int = self.door.getsockname()[1]

    def __enter__(self) -> Relay:
        return self

    def __exit__(self, *_exc: object) -> None:
        self.cut()

    def cut(self) -> None:
        """Hang up on everybody and refuse whoever calls: the server has stopped."""
        with suppress(OSError):
            self.door.shutdown(socket.SHUT_RDWR)
        self.door.close()
        self.hang_up()

    def hang_up(self) -> None:
        """End what is open; whoever calls again is served: the server was started anew."""
        with self.lock:
            ended, self.open = self.open, set()
        for one in ended:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()

    def mend(self) -> None:
        """Be there again, at the same port."""
        self.silent = False
        self.door = self._listen(self.port)

    def fall_silent(self) -> None:
        """Take calls and say nothing: the machine hangs."""
        self.hang_up()
        self.silent = True

    def _listen(self, port: int) -> socket.socket:
        door = socket.create_server(("127.0.0.1", port))
        threading.Thread(target=self._take_calls, args=[door], daemon=True).start()
        return door

    def _take_calls(self, door: socket.socket) -> None:
        while True:
            try:
                caller, _ = door.accept()
                server = socket.create_connection(self.to, timeout=5)
            except OSError:
                return
            server.settimeout(None)
            with self.lock:
                self.open |= {caller, server}
            for source, sink in ((caller, server), (server, caller)):
                threading.Thread(target=self._pass_on, args=[source, sink], daemon=True).start()

    def _pass_on(self, source: socket.socket, sink: socket.socket) -> None:
        with suppress(OSError):
            while block := source.recv(65536):
                if not self.silent:
                    sink.sendall(block)
        with suppress(OSError):
            sink.shutdown(socket.SHUT_WR)
