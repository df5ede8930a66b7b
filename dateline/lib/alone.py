"""One server to a home: two would each publish, turn the month and send the mails of the same database."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class NotAlone(Exception):
    """Another server has this home, and a sentence which. Trying again helps once it has been stopped.

    ``who`` is its process, as far as it said so.
    """

    def __init__(self, home: Path, who: str) -> None:
        self.who = who
        super().__init__(
            f"Another `dateline serve` (process {who}) runs on {home}. Nothing was started; use that one, stop it, "
            "or set DATELINE_HOME to another folder."
        )


@contextmanager
def alone_in(home: Path) -> Iterator[None]:
    """Hold ``home`` for this process. Raises NotAlone. The kernel lets go when the process ends, however it ends.

    A POSIX record lock, because a fork does not inherit it: a worker that still answers its last request does not keep
    a new server from starting.
    """
    path = home / "serve.lock"
    with os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), "r+", encoding="ascii") as file:
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError) as error:
            raise NotAlone(home, file.read().strip() or "?") from error
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        yield
