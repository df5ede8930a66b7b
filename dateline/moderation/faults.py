"""What is wrong with the lines of a list, as sentences to whoever wrote them."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dateline.screening import Fault, Unreadable

SHOWN = 20
WORDS = {
    "long": gettext_lazy("it is longer than 120 characters"),
    "words": gettext_lazy("a phrase has twelve words at most"),
    "short": gettext_lazy("at least two letters stand before a star"),
    "star": gettext_lazy("a star stands at the end of a word only"),
    "empty": gettext_lazy("there is no word in it"),
    "domain": gettext_lazy("it is no domain, such as example.com"),
}


def sentences(unreadable: Unreadable) -> list[str]:
    """Return a sentence for each of the first lines that cannot be read."""
    return [_sentence(fault) for fault in unreadable.faults[:SHOWN]]


def _sentence(fault: Fault) -> str:
    if fault.what == "many":
        return _("A list holds 50,000 entries at most. Make a second one for the rest.")
    return _("Line %(number)d, “%(line)s”: %(what)s.") % {
        "number": fault.number,
        "line": fault.line,
        "what": WORDS[fault.what],
    }
