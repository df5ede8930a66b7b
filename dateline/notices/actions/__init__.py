"""The verbs of being told."""

from .asking import Refused, ask, confirm, refuse, try_to_ask
from .choosing import choose, forget_feed, make_feed, see, see_news, stop
from .following import follow, unfollow
from .forgetting import forget
from .hooking import Emptied, empty_taken_back, redeliver, try_hook
from .mailing import send_due
from .recalling import recall_outdated
from .telling import tell

__all__ = [
    "Emptied",
    "Refused",
    "ask",
    "choose",
    "confirm",
    "empty_taken_back",
    "follow",
    "forget",
    "forget_feed",
    "make_feed",
    "recall_outdated",
    "redeliver",
    "refuse",
    "see",
    "see_news",
    "send_due",
    "stop",
    "tell",
    "try_hook",
    "try_to_ask",
    "unfollow",
]
