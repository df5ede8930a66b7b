"""Threads, comments and what was said and asked about them."""

from .comment import Badge, Comment, Status
from .flag import Flag, FlagReason
from .restriction import Restraint, Restriction
from .thread import Mode, Thread
from .verdict import Verdict, latest_verdict
from .vote import Vote

__all__ = [
    "Badge",
    "Comment",
    "Flag",
    "FlagReason",
    "Mode",
    "Restraint",
    "Restriction",
    "Status",
    "Thread",
    "Verdict",
    "Vote",
    "latest_verdict",
]
