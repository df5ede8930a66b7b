"""The verbs of the discussion."""

from ..grounds import NotWelcome, TooDeep
from ..restraints import Barred
from .edit import NotChangeable, edit, may_edit, may_withdraw, withdraw
from .flag import flag
from .forget import forget_contacts
from .mute import mute, unmute
from .own_data import erase_own_data, own_comments, own_data, own_sums
from .place import Placed
from .post import Entry, post_comment, post_comments, post_one
from .record import record_comment
from .recount import adrift, miscounted, misplaced
from .restrict import NotRestrictable, lift, restrict
from .standing import set_status
from .thread import set_mode, thread_of
from .unbadge import take_badge
from .visit import forget_visits, visit
from .vote import vote

__all__ = [
    "Barred",
    "Entry",
    "NotChangeable",
    "NotRestrictable",
    "NotWelcome",
    "Placed",
    "TooDeep",
    "adrift",
    "edit",
    "erase_own_data",
    "flag",
    "forget_contacts",
    "forget_visits",
    "lift",
    "may_edit",
    "may_withdraw",
    "miscounted",
    "misplaced",
    "mute",
    "own_comments",
    "own_data",
    "own_sums",
    "post_comment",
    "post_comments",
    "post_one",
    "record_comment",
    "restrict",
    "set_mode",
    "set_status",
    "take_badge",
    "thread_of",
    "unmute",
    "visit",
    "vote",
    "withdraw",
]
