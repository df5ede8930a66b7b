"""Text in, verdict with reasons out; no database, no network, no memory of its own."""

from .entries import Fault, Kind, Unreadable, entries_of
from .likeness import ALIKE, gist_of, likeness
from .lists import Found, Listing, Lists
from .own_words import OwnWords, own_words
from .screen import screen
from .verdict import HOLD_AT, LONGEST, Other, Reason, Submission, Verdict
from .view import view_of

__all__ = [
    "ALIKE",
    "HOLD_AT",
    "LONGEST",
    "Fault",
    "Found",
    "Kind",
    "Listing",
    "Lists",
    "Other",
    "OwnWords",
    "Reason",
    "Submission",
    "Unreadable",
    "Verdict",
    "entries_of",
    "gist_of",
    "likeness",
    "own_words",
    "screen",
    "view_of",
]
