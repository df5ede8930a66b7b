"""Whether it costs a clean comment anything to name a group of people."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from .opinions import HELD, Judged

TERMS = (
    "muslims? islam islamic jews? jewish christians? catholics? protestants? hindus? sikhs? buddhists? atheists? "
    "blacks? whites? asians? africans? latinos? latinas? latinx hispanics? mexicans? chinese japanese indians? arabs? "
    "natives? indigenous aboriginals? gays? lesbians? bisexuals? transgender trans queers? lgbtq? homosexuals? "
    "heterosexuals? nonbinary wom[ae]n females? males? girls? immigrants? migrants? refugees? foreigners? disabled "
    "deaf blind elderly paralyzed feminists? americans? canadians? europeans? middle.eastern african.american"
)
TERM = re.compile(rf"\b(?:{'|'.join(TERMS.split())})\b", re.I)
# What is written so in African American English, among others, and seldom elsewhere.
DIALECT = re.compile(
    r"\b(?:finna|tryna|ain'?t|y'?all|bruh|bruv|dawg|homies?|dat|dis|dem|dey|da|wit|fam|lil|ima|imma|boutta|bout|shawty|hella"
    r"|deadass|whatchu|talmbout|yo|gon|ion|errbody|erbody|nun|sum1|tho|doe|cuz|cause)\b",
    re.I,
)
RATES = {"default": HELD["abuse"], "5_percent": 50.0}  # of a thousand clean comments
LISTED = 5


@dataclass(slots=True)
class Mentions:
    """Clean comments, and how many of them the abuse head holds: those that name a group, and those that do not.

    With another ``pattern``, those in which it is found, and the others.
    """

    pattern: re.Pattern[str] = TERM
    counts: dict[bool, int] = field(default_factory=lambda: defaultdict(int))
    held: dict[tuple[bool, str], int] = field(default_factory=lambda: defaultdict(int))
    terms: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))

    def see(self, text: str, comment: Judged) -> None:
        """Count a clean comment."""
        opinion = comment.opinions.get("abuse")
        term = self.pattern.search(text)
        self.counts[bool(term)] += 1
        for name, rate in RATES.items():
            if opinion and opinion.logit >= opinion.head.threshold(rate):
                self.held[bool(term), name] += 1
        if term:
            tally = self.terms[term.group().lower()]
            tally[0] += 1
            tally[1] += bool(opinion and opinion.is_sure)

    def figures(self) -> dict[str, Any]:
        """Return shares and their ratio, and the groups whose mention costs most."""
        rates = {name: self._rates(name) for name in RATES}
        worst = sorted(self.terms.items(), key=lambda each: (-each[1][1] / each[1][0], each[0]))[:LISTED]
        return {
            "with_a_term": self.counts[True],
            "without": self.counts[False],
            **rates,
            "worst_terms": {term: {"clean": clean, "held": held} for term, (clean, held) in worst if held},
        }

    def _rates(self, name: str) -> dict[str, float | None]:
        shares = [self.held[side, name] / self.counts[side] if self.counts[side] else None for side in (True, False)]
        there, absent = shares
        return {
            "held_with_a_term": None if there is None else round(there, 4),
            "held_without": None if absent is None else round(absent, 4),
            "ratio": round(there / absent, 3) if there is not None and absent else None,
        }
