"""How long this process waits for the database."""

from __future__ import annotations

from django.db import connections

from dateline.lib.database_url import hurried


def hurry(seconds: int) -> None:
    """Wait for a lock no longer than ``seconds`` from the next connection on: a person waits behind what we do."""
    ours = connections.settings["default"] = hurried(connections.settings["default"], seconds)
    connections["default"].close()
    connections["default"].settings_dict = ours  # this thread's own was made before us
