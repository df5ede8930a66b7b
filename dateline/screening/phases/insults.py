"""Insults thrown at somebody in the discussion. Short on purpose: a list that is long holds news, not abuse.

Whole words only (Scunthorpe is a town), nothing inside quotation marks or quoted lines (a reader reports what was
said), and most words count fully only when they are thrown at "you".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..phrase import Phrase, phrase
from ..verdict import Reason, Span, Submission
from ..view import View

AT_YOU = phrase(
    r"\b(?:(?:fuck|screw) (?:you|u|off)|go to hell|shut (?:the fuck|the hell) up|drop dead|kill yourself|kys"
    r"|(?:kiss|lick) (?:my|the|your) (?:[a-z]{1,10} ){0,2}(?:ass|arse)|piece of (?:shit|crap|garbage)|son of a bitch"
    r"|(?:you|u|ur|youre|you're) (?:(?:are|all|just|such|an?|bunch|of|little|dirty|filthy|fucking) ){0,5}"
    r"(?:pigs?|rats?|vermin|cockroach(?:es)?|trash|scum|nazis?|bitch(?:es)?))\b",
    words="fuck screw hell drop yourself kys ass arse shit crap garbage bitch bitches pig pigs rat rats vermin"
    " cockroach cockroaches trash scum nazi nazis",
)
ALWAYS = phrase(
    r"\b(?:retard(?:s|ed)?|subhumans?|untermensch(?:en)?|scumbags?|dickheads?|assholes?|arseholes?|cunts?)\b",
    words="retard retards retarded subhuman subhumans untermensch untermenschen scumbag scumbags dickhead dickheads"
    " asshole assholes arsehole arseholes cunt cunts",
)
SOMETIMES = phrase(
    r"\b(?:idiots?|idiotic|morons?|moronic|imbeciles?|stupid|dumb|clowns?|losers?|bastards?|trolls?|pathetic|brainless"
    r"|braindead)\b",
    words="idiot idiots idiotic moron morons moronic imbecile imbeciles stupid dumb clown clowns loser losers bastard"
    " bastards troll trolls pathetic brainless braindead",
)
YOU = re.compile(r"\b(?:you|u|your|you're|youre|ur|yourself)\b")
NEAR = 24  # characters between "you" and the word, the length of "you are such a complete"
QUOTED = re.compile(r"[\"“„«][^\"”“»\n]{1,300}[\"”“»]|(?m:^ ?>[^\n]*$)")


def examine(submission: Submission, view: View) -> Iterator[Reason]:
    """Yield one reason per strength, with every place it was found."""
    if not any(sought.may_be_in(view) for sought in (AT_YOU, ALWAYS, SOMETIMES)):
        return
    quoted = [match.span() for match in QUOTED.finditer(view.text)]
    you = [match.span() for match in YOU.finditer(view.text)]
    plain = [*_outside(quoted, AT_YOU, view), *_outside(quoted, ALWAYS, view)]
    thrown: list[Span] = []
    loose: list[Span] = []
    for span in _outside(quoted, SOMETIMES, view):
        (thrown if _near(span, you, view.text) else loose).append(span)
    if plain or thrown:
        spans = tuple(view.span(*span) for span in sorted([*plain, *thrown]))
        yield Reason("insult", "An insult thrown at somebody.", 1.0, "abuse", spans)
    elif loose:
        yield Reason(
            "rough", "Rough words, not clearly aimed at a reader.", 0.3, "abuse", tuple(view.span(*s) for s in loose)
        )


def _outside(quoted: list[Span], sought: Phrase, view: View) -> list[Span]:
    """Matches that do not lie in a quotation. Both lists are in order, so one walk is enough."""
    spans: list[Span] = []
    quotes = iter([*quoted, (len(view.text) + 1, len(view.text) + 1)])
    start, end = next(quotes)
    for match in sought.found_in(view):
        while end <= match.start():
            start, end = next(quotes)
        if match.start() < start:
            spans.append(match.span())
    return spans


def _near(span: Span, you: list[Span], text: str) -> bool:
    """Return whether "you" stands close by in the same sentence."""
    window = range(span[0] - NEAR, span[1] + NEAR)
    for start, end in you:
        if start in window and not _sentence_ends(text[min(end, span[1]) : max(start, span[0])]):
            return True
    return False


def _sentence_ends(between: str) -> bool:
    return any(mark in between for mark in ".!?\n;")
