"""What a comment quotes: somebody else's words, which are not its author's.

A reader who reports an insult does not insult. But quotation marks are cheap, so a quotation counts as one only in a
sentence of its own words, and a short one only where somebody is said to have said it.
"""

from __future__ import annotations

import re

from .view import Span, View

# What opens or closes is not in between: a row of it takes no longer than other letters.
QUOTED = re.compile(r"[\"“„«][^\"“”„«»\n]{1,300}[\"”“»]")
SINGLE = re.compile(r"['‘‚](?<![\w']['‘‚])[^'‘’‚\n]{2,200}['’](?!\w)")
LINE = re.compile(r"(?m)^ ?>[^\n]*$")
REPORTING = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|call(?:s|ed|ing)?|wr(?:ote|ites?|iting|itten)|tweet(?:s|ed)?|post(?:s|ed)?|shout(?:s|ed|ing)?"
    r"|yell(?:s|ed|ing)?|scream(?:s|ed|ing)?|chant(?:s|ed|ing)?|nam(?:ed|es)|label(?:s|l?ed)|described?|words?|terms?|phrase"
    r"|quot(?:e|es|ed|ing)|accus(?:ed?|ing)|insult(?:s|ed|ing)?|banner|sign|headline|told|tells|read|title|slogan|nickname[ds]?"
    r"|sprayed|painted|muttered|hissed|spat|claim(?:s|ed)?|refer(?:s|red|ring)?|heard|answered|replied|asked|court"
    r"|sagte?|nannte|nennt|schrieb|schreibt|rief|ruft|bezeichnete?|beschimpfte?|wort|worte|zitat|begriff|schild|titel|genannt)\b"
)
SHORT = 3  # words; fewer may be scorn in quotation marks
OWN = 4  # words that must be left


def quotations(view: View) -> list[Span]:
    """Return the quotations in the view's text, in order and apart from each other; in time linear in its length."""
    found = sorted(match.span() for pattern in _patterns(view.text) for match in pattern.finditer(view.text))
    apart: list[Span] = []
    for start, end in found:
        if not apart or start >= apart[-1][1]:
            apart.append((start, end))
    return apart if apart and _is_quotation(view.text, apart) else []


def _patterns(text: str) -> list[re.Pattern[str]]:
    return [QUOTED, SINGLE, LINE] if ">" in text else [QUOTED, SINGLE]


def _is_quotation(text: str, quoted: list[Span]) -> bool:
    """Whether there is enough beside them, and somebody is said to have said it or they are more than a word or two."""
    inside = sum(len(text[start:end].split()) for start, end in quoted)
    if len(text.split()) - inside < OWN:
        return False
    return inside >= SHORT * len(quoted) or REPORTING.search(text) is not None
