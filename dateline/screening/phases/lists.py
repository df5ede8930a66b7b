"""What the newsroom's own lists name: words, phrases, domains."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.lib.later import gettext_noop as _

from ..lists import Found
from ..verdict import Reason, Submission
from ..view import View, view_of

NAMED = 5  # entries that a reason spells out
ALL = _("On the list “%(list)s”: %(entries)s.")
MORE = _("On the list “%(list)s”: %(entries)s, and others: %(more)s.")
IN_NAME = _("In the author's name, on the list “%(list)s”: %(entries)s.")


def examine(submission: Submission, view: View) -> Iterator[Reason]:
    """One reason for each list that finds anything, with the entries and every place; who works here is not asked."""
    if not submission.lists or submission.trusted:
        return
    for found in submission.lists.found_in(view):
        yield _reason(found, MORE if _left_out(found) else ALL)
    for found in submission.lists.found_in(view_of(submission.author_name)):
        name = found._replace(spans=())
        yield _reason(name, IN_NAME)


def _reason(found: Found, words: str) -> Reason:
    """A list that only marks weighs nothing."""
    source = (found.listing.number, found.listing.version)
    facts: dict[str, str | int] = {"list": found.listing.name, "entries": ", ".join(found.lines[:NAMED])}
    if words == MORE:
        facts["more"] = _left_out(found)
    return Reason("list", words, 1.0 if found.listing.holds else 0.0, "policy", found.spans, source, facts)


def _left_out(found: Found) -> int:
    return max(len(found.lines) - NAMED, 0)
