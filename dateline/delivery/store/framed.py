"""Pages that other sites may frame: each says in its head whose, for an editor may change that at any time.

So a page and its policy are one file, replaced together.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

HEAD = 4_096  # bytes, in which it stands
SAID = re.compile(rb'<meta name="frame-ancestors" content="([a-z0-9:/.* -]*)">')
POLICY, OURS = "Content-Security-Policy", "frame-ancestors 'self'"


def ancestors_of(path: Path) -> str:
    """Return whose pages may frame the one at ``path``, as its policy says it. Raises OSError where there is none."""
    with path.open("rb") as file:
        found = SAID.search(file.read(HEAD))
    return found[1].decode("ascii").strip() if found else ""


def framed_by(headers: Mapping[str, str], ancestors: str) -> dict[str, str]:
    """Return the headers of a page of ours for one that ``ancestors`` may frame.

    The older header knows ourselves only, and browsers that obey it would not look at the policy.
    """
    sent = {name: value for name, value in headers.items() if name != "X-Frame-Options"}
    return sent | {POLICY: sent.get(POLICY, "").replace(OURS, f"{OURS} {ancestors}".strip(), 1)}
