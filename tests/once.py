"""Which tests need no second run: those of rooms that ask neither database nor cache say the same on every one."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOMS = Path(__file__).resolve().parent.parent / "dateline"
ASKING = {"db", "transactional_db", "live_server", "service"}  # fixtures


def is_the_same_everywhere(item: pytest.Item) -> bool:
    """Whether ``item`` is a room's own test without a table. Tests of the whole may start processes that have some."""
    if not item.path.is_relative_to(ROOMS) or item.get_closest_marker("django_db"):
        return False
    return not ASKING & set(getattr(item, "fixturenames", ())) and "cache" not in item.path.read_text("utf-8")
