"""The verbs of funding. Every one takes the time as ``now`` and is safe to call again."""

from .booking import Movement, book
from .checking import complaints
from .drives import close_drive, drive_at, open_drive, seals, turn_month
from .events import process_event, process_waiting, record_event
from .fulfilling import fulfil
from .giving import TooManyGifts, Wish, begin_gift, open_checkout
from .mailing import send_waiting
from .offline import record_gift
from .refunding import TooMuchBack, refund
from .supporters import erase_supporter, unname, visible_supporters
from .ticking import tick

__all__ = [
    "Movement",
    "TooManyGifts",
    "TooMuchBack",
    "Wish",
    "begin_gift",
    "book",
    "close_drive",
    "complaints",
    "drive_at",
    "erase_supporter",
    "fulfil",
    "open_checkout",
    "open_drive",
    "process_event",
    "process_waiting",
    "record_event",
    "record_gift",
    "refund",
    "seals",
    "send_waiting",
    "tick",
    "turn_month",
    "unname",
    "visible_supporters",
]
