"""Threads, comments and what was said and asked about them."""

from .comment import Badge, Comment, Status
from .duty import Duty
from .echo import Echo
from .edit import Edit
from .embedding import Embedding
from .explanation import Explanation
from .flag import Flag, FlagReason
from .learned import Learned
from .likeness import Likeness
from .mute import Mute
from .policy import Clauses, Edition, Mode, Night, Policy
from .restriction import Restraint, Restriction
from .standing import Standing
from .thread import Thread
from .verdict import Verdict, latest_verdict, verdict_as_sent
from .visit import Visit
from .vote import Vote
from .wordlist import Catch, ListKind, WordList

__all__ = [
    "Badge",
    "Catch",
    "Clauses",
    "Comment",
    "Duty",
    "Echo",
    "Edit",
    "Edition",
    "Embedding",
    "Explanation",
    "Flag",
    "FlagReason",
    "Learned",
    "Likeness",
    "ListKind",
    "Mode",
    "Mute",
    "Night",
    "Policy",
    "Restraint",
    "Restriction",
    "Standing",
    "Status",
    "Thread",
    "Verdict",
    "Visit",
    "Vote",
    "WordList",
    "latest_verdict",
    "verdict_as_sent",
]
