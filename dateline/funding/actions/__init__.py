"""The verbs of funding. Every one takes the time as ``now`` and is safe to call again."""

from .asking_to_move import NowhereToGo, ask_to_move, request_to_move
from .booking import Movement, book
from .checking import complaints
from .drives import books_digest, close_drive, currency_at, drive_at, open_drive, seals, turn_month
from .events import process_event, process_waiting, record_event
from .expenses import Doubt, StillToCome, doubts_about_expense, record_expense, take_back
from .forgetting import forget_daily
from .fulfilling import fulfil, fulfil_checkout
from .givers import end_promises, forget_giver, gift_of, gifts_of, promises_of, receipt_of, show_as
from .giving import TooManyGifts, TooManyPages, WayClosed, Wish, admit, begin_gift, open_checkout
from .halting import halt_if_declined, lift_halt
from .looking import latest_looks, look_at_words, undo_look, waiting_words
from .matching import AlreadyDecided, NotThisLine, book_line, book_return, look_at_lines, set_aside
from .offline import record_gift
from .promising import NoChange, change, end, follow, pause
from .reconciling import apart, reconcile, reconcile_hourly
from .refunding import TooMuchBack, refund
from .reminding import remind_yearly
from .returning import Returned, end_by_newsroom, give_back_and_end
from .statements import AnotherAccount, bring_statement
from .supporters import erase_supporter, erase_supporters, own_gifts, unname, visible_supporters
from .switching import begin_move
from .ticking import tick
from .transferring import tell_transfer
from .undoing import Letter, letters_of_undoing, undo_line
from .watching import check_daily

__all__ = [
    "AlreadyDecided",
    "AnotherAccount",
    "Doubt",
    "Letter",
    "Movement",
    "NoChange",
    "NotThisLine",
    "NowhereToGo",
    "Returned",
    "StillToCome",
    "TooManyGifts",
    "TooManyPages",
    "TooMuchBack",
    "WayClosed",
    "Wish",
    "admit",
    "apart",
    "ask_to_move",
    "begin_gift",
    "begin_move",
    "book",
    "book_line",
    "book_return",
    "books_digest",
    "bring_statement",
    "change",
    "check_daily",
    "close_drive",
    "complaints",
    "currency_at",
    "doubts_about_expense",
    "drive_at",
    "end",
    "end_by_newsroom",
    "end_promises",
    "erase_supporter",
    "erase_supporters",
    "follow",
    "forget_daily",
    "forget_giver",
    "fulfil",
    "fulfil_checkout",
    "gift_of",
    "gifts_of",
    "give_back_and_end",
    "halt_if_declined",
    "latest_looks",
    "letters_of_undoing",
    "lift_halt",
    "look_at_lines",
    "look_at_words",
    "open_checkout",
    "open_drive",
    "own_gifts",
    "pause",
    "process_event",
    "process_waiting",
    "promises_of",
    "receipt_of",
    "reconcile",
    "reconcile_hourly",
    "record_event",
    "record_expense",
    "record_gift",
    "refund",
    "remind_yearly",
    "request_to_move",
    "seals",
    "set_aside",
    "show_as",
    "take_back",
    "tell_transfer",
    "tick",
    "turn_month",
    "undo_line",
    "undo_look",
    "unname",
    "visible_supporters",
    "waiting_words",
]
