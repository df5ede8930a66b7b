"""The verbs of the discussion."""

from .flag import flag
from .forget import forget_contacts
from .place import TooDeep
from .post import NotWelcome, post_comment
from .record import record_comment
from .standing import set_status
from .thread import set_mode, thread_of
from .vote import vote

__all__ = [
    "NotWelcome",
    "TooDeep",
    "flag",
    "forget_contacts",
    "post_comment",
    "record_comment",
    "set_mode",
    "set_status",
    "thread_of",
    "vote",
]
