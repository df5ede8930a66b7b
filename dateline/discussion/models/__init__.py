"""Threads, comments and what was said and asked about them."""

from .comment import Badge, Comment, Status
from .edit import Edit
from .flag import Flag, FlagReason
from .mute import Mute
from .restriction import Restraint, Restriction
from .thread import Mode, Thread
from .verdict import Verdict, latest_verdict
from .visit import Visit
from .vote import Vote

__all__ = [
    "Badge",
    "Comment",
    "Edit",
    "Flag",
    "FlagReason",
    "Mode",
    "Mute",
    "Restraint",
    "Restriction",
    "Status",
    "Thread",
    "Verdict",
    "Visit",
    "Vote",
    "latest_verdict",
]
