"""What the weights take of memory: a process that has read with all of them says so, and waits to be weighed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from ..model.heads import WEIGHTS, heads

KIB = 1024
READY = "ready\n"


def weights_of(pid: int | str) -> dict[str, int]:
    """Return the bytes of mapped weights in a process: ``rss``, and ``pss`` with shared pages divided (proc(5))."""
    sizes, is_ours = {"rss": 0, "pss": 0}, False
    for line in Path(f"/proc/{pid}/smaps").read_text(encoding="utf-8").splitlines():
        name, _colon, rest = line.partition(":")
        if " " in name:
            is_ours = str(WEIGHTS) in line
        elif is_ours and name.lower() in sizes:
            sizes[name.lower()] += int(rest.split()[0]) * KIB
    return sizes


def together(number: int = 2) -> list[dict[str, int]]:
    """Return what the weights take in each of so many processes that have all of them read at once."""
    command = [sys.executable, "-m", __spec__.name]
    processes = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)  # noqa: S603 - ourselves
        for _ in range(number)
    ]
    try:
        for process in processes:
            if not process.stdout or process.stdout.readline() != READY:
                raise OSError("A process that was to read the weights ended.")
        return [weights_of(process.pid) for process in processes]
    finally:
        for process in processes:
            process.communicate("\n")


def main() -> None:
    """Touch every weight, say so, and wait for a line."""
    for head in heads().values():
        head.weights.sum()
    sys.stdout.write(READY)
    sys.stdout.flush()
    sys.stdin.readline()


if __name__ == "__main__":
    main()
