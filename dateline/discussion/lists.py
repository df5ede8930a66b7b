"""The newsroom's lists as this process keeps them: made ready once, and anew when a row says that they have changed."""

from __future__ import annotations

from django.db import connection

from dateline.screening import Lists, Verdict

from .models import WordList
from .statements import Row, ask, tell_each

IN_FORCE = "SELECT id, version, digest FROM discussion_wordlist l WHERE in_force ORDER BY id"
CATCH = "INSERT INTO discussion_catch (wordlist_id, comment_id) VALUES (%s, %s) ON CONFLICT DO NOTHING"


class _Ready:
    """The last lists that were made, and the rows that they were made of."""

    rows: tuple[Row, ...] = ()
    lists: Lists = Lists(())


def lists_in_force(*, until_stored: bool = False) -> Lists:
    """Return the lists in force; the same object for as long as they are the same. One small question.

    With ``until_stored`` nobody else changes them before the transaction at hand is over.
    """
    lock = " FOR SHARE" if until_stored and connection.features.has_select_for_update else ""
    rows = tuple(ask(IN_FORCE + lock))
    if rows != _Ready.rows:
        found = list(WordList.objects.in_force().order_by("id"))
        lists = Lists(each.listing for each in found)
        _Ready.rows, _Ready.lists = tuple((each.pk, each.version, each.digest) for each in found), lists
    return _Ready.lists


def lists_behind(verdict: Verdict) -> set[int]:
    """Return the numbers of the lists that found something."""
    return {reason.source[0] for reason in verdict.reasons if reason.source}


def insert_catches(caught: list[tuple[int, int]]) -> None:
    """Store which list (by number) found something in which comment; what is known already stays as it is."""
    tell_each(CATCH, caught)
