"""The verbs of the discussion."""

from ..entry import Entry
from ..grounds import MembersOnly, NotWelcome, TooDeep
from ..pace import TooSoon
from ..restraints import Barred
from .duty import begin_duty, end_duty
from .edit import NotChangeable, edit, may_edit, may_withdraw, withdraw
from .embed import post_elsewhere
from .flag import flag
from .forget import forget_contacts, forget_echoes
from .learned import put_in_force
from .mute import mute, unmute
from .own_data import erase_own_data, leave_own_words, own_comments, own_data, own_sums
from .place import Placed
from .policy import WRITING, new_edition, policy_on, set_mode, set_mode_of, set_policy, tell_closings
from .post import post_comment, post_comments, post_one
from .record import record_comment, weigh_archive
from .recount import adrift, miscounted, misplaced
from .restrict import NotRestrictable, lift, restrict
from .revise import WordsGone, revise, unrevise
from .standing import set_status, set_statuses
from .thread import thread_of
from .unbadge import take_badge
from .visit import forget_visits, visit
from .vote import vote

__all__ = [
    "WRITING",
    "Barred",
    "Entry",
    "MembersOnly",
    "NotChangeable",
    "NotRestrictable",
    "NotWelcome",
    "Placed",
    "TooDeep",
    "TooSoon",
    "WordsGone",
    "adrift",
    "begin_duty",
    "edit",
    "end_duty",
    "erase_own_data",
    "flag",
    "forget_contacts",
    "forget_echoes",
    "forget_visits",
    "leave_own_words",
    "lift",
    "may_edit",
    "may_withdraw",
    "miscounted",
    "misplaced",
    "mute",
    "new_edition",
    "own_comments",
    "own_data",
    "own_sums",
    "policy_on",
    "post_comment",
    "post_comments",
    "post_elsewhere",
    "post_one",
    "put_in_force",
    "record_comment",
    "restrict",
    "revise",
    "set_mode",
    "set_mode_of",
    "set_policy",
    "set_status",
    "set_statuses",
    "take_badge",
    "tell_closings",
    "thread_of",
    "unmute",
    "unrevise",
    "visit",
    "vote",
    "weigh_archive",
    "withdraw",
]
