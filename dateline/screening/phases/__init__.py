"""The policy is this list: what is asked of every comment, in the order in which a moderator reads the answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ..verdict import Reason, Submission
from ..view import View
from . import first_comment, insults, length, links, money_scam, repeats, trap

Phase = Callable[[Submission, View], Iterable[Reason]]

PHASES: tuple[tuple[str, Phase], ...] = (
    ("trap", trap.examine),
    ("length", length.examine),
    ("money-scam", money_scam.examine),
    ("insults", insults.examine),
    ("links", links.examine),
    ("repeats", repeats.examine),
    ("first-comment", first_comment.examine),
)
VERSION = "2"  # changes whenever the list or a phase does, so that an old verdict can be told from a new one
