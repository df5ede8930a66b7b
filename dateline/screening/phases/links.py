"""Links from somebody whose comments nobody has accepted yet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.lib.later import gettext_noop as _

from ..model.addresses import standing_for
from ..phrase import Phrase, phrase
from ..verdict import Reason, Submission
from ..view import View, view_of

# One pass: every quantifier is bounded or runs over a class that excludes what follows it.
LINK = re.compile(r"(?:https?://|mailto:|www\.)[^\s<>\"'()\[\]]{1,300}", re.IGNORECASE)
LINKED = Phrase(LINK, pieces=("://", "mailto:", "www."))
DOTTED = phrase(r"\b[a-z0-9-]{2,40} ?[(\[] ?dot ?[)\]] ?[a-z]{2,12}\b", pieces=("dot",))
HOST = 4  # letters: "Dr.Me" is a name
MANY = 4
UNKNOWN = _("Links: %(number)s. The author has no accepted comment yet.")
HEAP = _("Links in one comment: %(number)s.")


def is_linked(name: str) -> bool:
    """Return whether a name is, or holds, the address of a site, with or without a scheme."""
    words = view_of(name).text.split()
    return LINK.search(name) is not None or any(len(word) > HOST and "http" in standing_for(word) for word in words)


def examine(submission: Submission, view: View) -> Iterator[Reason]:
    """First-timers may not link; a heap of links is looked at whoever sends it; a spelled-out address hides."""
    if submission.trusted:
        return
    spans = tuple(view.span(*match.span()) for match in LINKED.found_in(view))
    if spans and submission.accepted == 0:
        yield Reason("links", UNKNOWN, 1.0, "policy", spans, facts={"number": len(spans)})
    elif len(spans) >= MANY:
        yield Reason("many-links", HEAP, 1.0, "spam", spans, facts={"number": len(spans)})
    hidden = tuple(view.span(*match.span()) for match in DOTTED.found_in(view))
    if hidden:
        yield Reason("hidden-link", _("An address spelled out to slip past filters."), 1.0, "spam", hidden)
    if is_linked(submission.author_name):
        yield Reason("link-in-name", _("A link in the author's name."), 1.0, "spam")
