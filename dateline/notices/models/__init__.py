"""Who is told, of what, how far we have read, and the newsroom's own programs."""

from .arrival import Arrival
from .asking import Asking, Refusal
from .call import Call
from .carried import Carried
from .follow import Follow
from .hook import Event, Hook
from .notice import Kind, Notice
from .reading import Reading
from .recipient import Pace, Recipient

__all__ = [
    "Arrival",
    "Asking",
    "Call",
    "Carried",
    "Event",
    "Follow",
    "Hook",
    "Kind",
    "Notice",
    "Pace",
    "Reading",
    "Recipient",
    "Refusal",
]
