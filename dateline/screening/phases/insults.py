"""Insults and threats thrown at somebody in the discussion. Short on purpose: a long list holds news, not abuse.

Whole words only (Scunthorpe is a town), nothing inside quotation marks or quoted lines (a reader reports what was
said), and most words count fully only when they are thrown at "you".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice

from dateline.lib.later import gettext_noop as _

from ..phrase import Phrase, phrase
from ..quoted import quotations
from ..verdict import Reason, Submission
from ..view import Span, View

AT_YOU = phrase(
    r"\b(?:(?:fuck|screw) (?:you|u|off)|go to hell|shut (?:the fuck|the hell) up|drop dead|kill yourself|kys"
    r"|(?:kiss|lick) (?:my|the|your) (?:[a-z]{1,10} ){0,2}(?:ass|arse)|piece of (?:shit|crap|garbage)|son of a bitch"
    r"|(?:you|u|ur|youre|you're) (?:(?:are|all|just|such|an?|bunch|of|little|dirty|filthy|fucking) ){0,5}"
    r"(?:pigs?|rats?|vermin|cockroach(?:es)?|trash|scum|nazis?|bitch(?:es)?))\b",
    words="fuck screw hell drop yourself kys ass arse shit crap garbage bitch bitches pig pigs rat rats vermin"
    " cockroach cockroaches trash scum nazi nazis",
)
ALWAYS = phrase(
    r"\b(?:subhumans?|untermensch(?:en)?|scumbags?|dickheads?|assholes?|arseholes?|cunts?)\b",
    words="subhuman subhumans untermensch untermenschen scumbag scumbags dickhead dickheads"
    " asshole assholes arsehole arseholes cunt cunts",
)
SOMETIMES = phrase(
    r"\b(?:idiots?|idiotic|retard(?:s|ed)?|morons?|moronic|imbeciles?|stupid|dumb|clowns?|losers?|bastards?|trolls?"
    r"|pathetic|brainless|braindead)\b",
    words="idiot idiots idiotic retard retards retarded moron morons moronic imbecile imbeciles stupid dumb clown"
    " clowns loser losers bastard bastards troll trolls pathetic brainless braindead",
)
WHOSE = r"(?:you|u|your (?:kids|children|family|wife|husband|mother|daughter|son|parents))"
THREAT = phrase(
    r"\b(?:i|we)(?:['’]?ll| will|(?:['’]?m| am|['’]?re| are) (?:gonna|going to))"
    r" (?:kill|shoot|stab|gut|hang|rape|burn) (?:you|ya|u)\b",
    rf"\b(?:i|we) (?:will |gonna )?(?:know|find out|found out) where {WHOSE}"
    r" (?:lives?|sleeps?|works?|go|goes|parks?)\b",
    r"\b(?:you|u) (?:deserve|need|ought) to (?:be (?:shot|hanged|hung|raped|killed|stabbed)|die)\b",
    rf"\b(?:hope|wish) {WHOSE} (?:dies?|burns?|drowns?|gets? (?:raped|shot|cancer))\b",
    r"\bich (?:bringe? (?:dich|euch) um|(?:mache?|steche?|schlage?) (?:dich|euch) (?:kalt|ab|tot))\b",
    r"\b(?:ich weiss|wir wissen),? wo (?:du|ihr|deine (?:kinder|familie|frau)) (?:wohn|arbeite|schlaf|zur schule)",
    words="kill shoot stab gut hang rape burn where deserve need ought hope wish bringe bring mach mache schlag schlage"
    " stech steche wo",
)
YOU = re.compile(r"\b(?:you|u|your|you're|youre|ur|yourself)\b")
NEAR = 24  # characters between "you" and the word, the length of "you are such a complete"
PLAIN, THROWN, LOOSE = 1.0, 0.7, 0.3  # weights; the second holds only with the doubt of a model


def examine(submission: Submission, view: View) -> Iterator[Reason]:
    """Yield one reason per strength, with every place it was found."""
    if not any(sought.may_be_in(view) for sought in (AT_YOU, ALWAYS, SOMETIMES, THREAT)):
        return
    quoted = quotations(view)
    if threats := _outside(quoted, THREAT, view):
        spans = tuple(view.span(*span) for span in threats)
        yield Reason("threat", _("A threat against somebody."), PLAIN, "abuse", spans, alarm=1.0)
    you = [match.span() for match in YOU.finditer(view.text)]
    plain = [*_outside(quoted, AT_YOU, view), *_outside(quoted, ALWAYS, view)]
    thrown: list[Span] = []
    loose: list[Span] = []
    for span in _outside(quoted, SOMETIMES, view):
        (thrown if _near(span, you, view.text) else loose).append(span)
    if plain or thrown:
        spans = tuple(view.span(*span) for span in sorted([*plain, *thrown]))
        yield Reason("insult", _("An insult thrown at somebody."), PLAIN if plain else THROWN, "abuse", spans)
    elif loose:
        yield Reason(
            "rough",
            _("Words that often insult somebody. This check does not see whether they are aimed at a reader."),
            LOOSE,
            "abuse",
            tuple(view.span(*s) for s in loose),
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
    first = bisect_left(you, (span[0] - NEAR, 0))
    for start, end in islice(you, first, None):
        if start >= span[1] + NEAR:
            break
        if not _sentence_ends(text[min(end, span[1]) : max(start, span[0])]):
            return True
    return False


def _sentence_ends(between: str) -> bool:
    return any(mark in between for mark in ".!?\n;")
