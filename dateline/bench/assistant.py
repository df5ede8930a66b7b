"""How long the reading assistant takes, and what it holds, in a process that does nothing else.

Texts come as JSON on the standard input: in the newsroom's own process all else of it would be counted as well.
"""

from __future__ import annotations

import json
import sys
from datetime import date
from time import process_time

from dateline.atlas.gazetteer import Gazetteer
from dateline.reading import read
from dateline.reading.measure.whole import grown

PUBLISHED = date(2025, 3, 31)  # of all texts; any will do for the time that it takes


def assistant(least: int) -> None:
    """Read the texts once, then as often as makes ``least`` words; print, as JSON, what that took."""
    texts: list[str] = json.load(sys.stdin)
    gazetteer = Gazetteer.open()
    for text in texts:
        read(text, PUBLISHED, gazetteer)
    words = seconds = 0.0
    while words < least:
        begun = process_time()
        claims = sum(len(read(text, PUBLISHED, gazetteer).proposals) for text in texts)
        seconds += process_time() - begun
        words += sum(len(text.split()) for text in texts)
    told = {"ms": 1e6 * seconds / words, "words": words, "claims": claims, "MiB": grown() or 0.0}
    sys.stdout.write(json.dumps(told) + "\n")
