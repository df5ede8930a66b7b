"""Looks at one page again and again, as a reader who asks whether it has changed, and notes what it shows and when.

Told ``port``, ``path``, ``every`` (seconds between two looks), optionally ``seconds``. Tells ``seen``: for each version
that it came across, the time and the comments that stand on it; and ``failed``, looks that brought no page.
"""

from __future__ import annotations

import re
from time import time

from .program import is_over, spec, tell
from .wire import Wire, header

ANCHOR = re.compile(rb'id="c(\d+)"')
OK, UNCHANGED = 200, 304


def main() -> None:
    told = spec()
    wire = Wire(told["port"])
    seen: list[tuple[float, list[int]]] = []
    failed = looks = 0
    tag = ""
    until = time() + told.get("seconds", 1e9)
    while not is_over(told["every"]) and time() < until:
        looks += 1
        try:
            status, head, body = wire.get(told["path"], *([f"If-None-Match: {tag}"] if tag else []))
        except OSError:
            failed += 1
            continue
        if status == OK:
            tag = header(head, b"etag")
            seen.append((time(), [int(number) for number in ANCHOR.findall(body)]))
        elif status != UNCHANGED:
            failed += 1
    tell({"seen": seen, "failed": failed, "looks": looks})


if __name__ == "__main__":
    main()
