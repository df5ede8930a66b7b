"""Reads one page at a fixed rate and notes how long each answer took, counted from when it was due.

Told ``port``, ``path``, ``rate``, optionally ``seconds``; tells ``milliseconds``, sorted, and ``failed``.
"""

from __future__ import annotations

from time import perf_counter

from .program import is_over, spec, tell
from .wire import Wire

OK = 200


def main() -> None:
    told = spec()
    wire = Wire(told["port"])
    took: list[float] = []
    failed = turn = 0
    begun = perf_counter()
    until = begun + told.get("seconds", 1e9)
    while True:
        due = begun + turn / told["rate"]
        turn += 1
        if due > until or is_over(max(due - perf_counter(), 0.0)):
            break
        try:
            failed += wire.get(told["path"], "Accept-Encoding: gzip")[0] != OK
        except OSError:
            failed += 1
        took.append((perf_counter() - due) * 1000)
    tell({"milliseconds": sorted(took), "failed": failed})


if __name__ == "__main__":
    main()
