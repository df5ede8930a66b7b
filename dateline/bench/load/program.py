"""What every program of load does: it is told a specification, stops when told or alone, and says what it saw."""

from __future__ import annotations

import json
import os
import select
import sys
from typing import Any


def spec() -> dict[str, Any]:
    """Read what to do: the first line that comes in."""
    line = b""
    while not line.endswith(b"\n"):
        block = os.read(0, 1)  # not through a buffer: that would hide the end that ``is_over`` waits for
        if not block:
            break
        line += block
    told: dict[str, Any] = json.loads(line)
    return told


def is_over(wait: float = 0.0) -> bool:
    """Return whether whoever started us has told us to stop, or is gone."""
    ready, _, _ = select.select([0], [], [], wait)
    return bool(ready) and not os.read(0, 1)


def tell(seen: dict[str, Any]) -> None:
    """Say what was seen."""
    sys.stdout.write(json.dumps(seen) + "\n")
    sys.stdout.flush()
