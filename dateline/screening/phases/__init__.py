"""The policy is this list: what is asked of every comment, in the order in which a moderator reads the answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ..verdict import Reason, Submission
from ..view import View
from . import (
    copies,
    first_comment,
    haste,
    heads,
    insults,
    length,
    links,
    lists,
    money_scam,
    newsroom,
    proof,
    repeats,
    trap,
)

Phase = Callable[[Submission, View], Iterable[Reason]]

PHASES: tuple[tuple[str, Phase], ...] = (
    ("trap", trap.examine),
    ("haste", haste.examine),
    ("proof", proof.examine),
    ("length", length.examine),
    ("money-scam", money_scam.examine),
    ("insults", insults.examine),
    ("heads", heads.examine),
    ("newsroom", newsroom.examine),
    ("links", links.examine),
    ("lists", lists.examine),
    ("repeats", repeats.examine),
    ("copies", copies.examine),
    ("first-comment", first_comment.examine),
)
VERSION = "8"  # changes whenever the list or a phase does, so that an old verdict can be told from a new one
