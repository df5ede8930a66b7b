"""What the clock does for notices; ``serve`` calls it every few seconds."""

from __future__ import annotations

from datetime import datetime

from .actions import empty_taken_back, forget, recall_outdated, send_due, tell


def tick(*, now: datetime) -> None:
    """Read what happened, write the mails that are due, forget what was taken back or is over."""
    tell(now=now)
    recall_outdated(now=now)
    send_due(now=now)
    empty_taken_back()
    if now.minute % 10 == 0 and now.second < 10:
        forget(now=now)
