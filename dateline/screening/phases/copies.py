"""Somebody else's words, sent again: to look like a reader, most often with a link added."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.lib.later import gettext_noop as _

from ..likeness import shared
from ..own_words import own_words
from ..verdict import Reason, Submission
from ..view import View

ALIKE = 0.7  # of all runs of three words in either
ALIKE_BUT_FOR_A_LINK = 0.5  # a link rarely comes without a word or two
SHORTEST = 12  # words; many a sentence that is shorter is said by more than one
COPY = _("Nearly the words of comment %(comment)s, by somebody else.")
WITH_LINK = _("Nearly the words of comment %(comment)s, by somebody else, with a link added.")


def examine(submission: Submission, view: View) -> Iterator[Reason]:
    """Compare the author's own words with those of the others that may be alike; names the likest."""
    if submission.trusted or not submission.others:
        return
    own = own_words(submission.text)
    runs = set(own.runs)
    found: tuple[float, int, str] = (0.0, 0, "")
    for other in submission.others:
        theirs = own_words(other.text)
        is_linked = not own.links <= theirs.links
        least = ALIKE_BUT_FOR_A_LINK if is_linked else ALIKE
        alike = shared(runs, set(theirs.runs)) if is_linked or own.number >= SHORTEST else 0.0
        if own.ends and alike >= least:
            found = max(found, (alike, other.number, WITH_LINK if is_linked else COPY))
    if found[1]:
        yield Reason("copy", found[2], 1.0, "spam", facts={"comment": found[1]})
