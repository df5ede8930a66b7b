"""The sockets of one server: opened before its processes are forked, so that they outlive any of them."""

from __future__ import annotations

import os
import shutil
import socket
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

BACKLOG = 2048
LONGEST = 100  # bytes of a Unix socket's path; the kernel takes 107


@dataclass(frozen=True)
class Sockets:
    """``public`` is where readers come; the others are ours alone."""

    public: socket.socket
    desk: socket.socket
    writer: socket.socket


@contextmanager
def opened(host: str, port: int, home: Path) -> Iterator[Sockets]:
    """Open all of them. Raises OSError where the address cannot be had."""
    with ExitStack() as stack:
        folder = private_folder(home)
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        public = stack.enter_context(socket.socket(family, socket.SOCK_STREAM))
        public.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        public.bind((host, port))
        public.listen(BACKLOG)
        ours = [stack.enter_context(unix_socket(folder / name)) for name in ("desk", "writer")]
        yield Sockets(public, *ours)


def private_folder(home: Path) -> Path:
    """Return a folder that only our user may enter: in the home, or elsewhere where that lies too deep for a socket."""
    folder = home / "run"
    if len(os.fsencode(folder / "writer")) > LONGEST:
        return Path(tempfile.mkdtemp(prefix="dateline-"))
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700)
    return folder


def unix_socket(path: Path) -> socket.socket:
    """Listen at ``path``."""
    one = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    one.bind(str(path))
    one.listen(BACKLOG)
    return one
