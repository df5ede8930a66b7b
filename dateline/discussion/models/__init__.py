"""Threads, comments and what was said and asked about them."""

from .comment import Comment, Status
from .flag import Flag, FlagReason
from .thread import Mode, Thread
from .verdict import Verdict, latest_verdict
from .vote import Vote

__all__ = ["Comment", "Flag", "FlagReason", "Mode", "Status", "Thread", "Verdict", "Vote", "latest_verdict"]
