"""The verbs of the discussion."""

from ..grounds import NotWelcome, TooDeep
from ..restraints import Barred
from .flag import flag
from .forget import forget_contacts
from .place import Placed
from .post import Entry, post_comment, post_comments, post_one
from .record import record_comment
from .recount import adrift, miscounted, misplaced
from .restrict import NotRestrictable, lift, restrict
from .standing import set_status
from .thread import set_mode, thread_of
from .unbadge import take_badge
from .vote import vote

__all__ = [
    "Barred",
    "Entry",
    "NotRestrictable",
    "NotWelcome",
    "Placed",
    "TooDeep",
    "adrift",
    "flag",
    "forget_contacts",
    "lift",
    "miscounted",
    "misplaced",
    "post_comment",
    "post_comments",
    "post_one",
    "record_comment",
    "restrict",
    "set_mode",
    "set_status",
    "take_badge",
    "thread_of",
    "vote",
]
