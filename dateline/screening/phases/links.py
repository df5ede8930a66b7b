"""Links from somebody whose comments nobody has accepted yet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..phrase import Phrase, phrase
from ..verdict import Reason, Submission
from ..view import View

# One pass: every quantifier is bounded or runs over a class that excludes what follows it.
LINK = re.compile(r"(?:https?://|mailto:|www\.)[^\s<>\"'()\[\]]{1,300}", re.IGNORECASE)
LINKED = Phrase(LINK, pieces=("://", "mailto:", "www."))
DOTTED = phrase(r"\b[a-z0-9-]{2,40} ?[(\[] ?dot ?[)\]] ?[a-z]{2,12}\b", pieces=("dot",))
MANY = 4


def examine(submission: Submission, view: View) -> Iterator[Reason]:
    """First-timers may not link; a heap of links is looked at whoever sends it; a spelled-out address hides."""
    if submission.trusted:
        return
    spans = tuple(view.span(*match.span()) for match in LINKED.found_in(view))
    if spans and submission.accepted == 0:
        words = "1 link" if len(spans) == 1 else f"{len(spans)} links"
        yield Reason("links", f"{words}; the author has no accepted comment yet.", 1.0, "policy", spans)
    elif len(spans) >= MANY:
        yield Reason("many-links", f"{len(spans)} links in one comment.", 1.0, "spam", spans)
    hidden = tuple(view.span(*match.span()) for match in DOTTED.found_in(view))
    if hidden:
        yield Reason("hidden-link", "An address spelled out to slip past filters.", 1.0, "spam", hidden)
    if LINK.search(submission.author_name):
        yield Reason("link-in-name", "A link in the author's name.", 1.0, "spam")
