"""What the newsroom's say costs and catches: clean comments held, and what is looked for."""

from __future__ import annotations

from collections.abc import Iterator

from ..measure.known import NEWS
from .bearing import RATES
from .seen import Seen
from .writing import percent, table

HEADINGS = ("what the newsroom can bear, of 1,000 clean comments", *(f"{rate:g}" for rate in RATES))
ROWS = (
    (NEWS, "abuse", False, "abuse-en holds, of 1,000 clean news comments"),
    ("jigsaw", "abuse", True, "and catches: attacks on Wikipedia"),
    (NEWS, "abuse", True, "antagonising or hostile news comments"),
    (NEWS, "spam", False, "spam holds, of 1,000 clean news comments"),
    ("sms", "spam", True, "and catches: SMS spam"),
    ("germeval-test", "abuse", False, "abuse-de holds, of 1,000 clean German tweets"),
    ("germeval-test", "abuse", True, "and catches: insults, abuse and profanity there"),
)


def threshold_table(found: Seen) -> str:
    """Return the table of each head by itself."""
    return table(HEADINGS, _rows(found), "l" + "r" * len(RATES))


def _rows(found: Seen) -> Iterator[tuple[str, ...]]:
    for name, kind, truth, words in ROWS:
        if bearing := found.bearings.get((name, kind, truth)):
            yield words, *(percent(share) if truth else f"{1000 * share:.1f}" for share in bearing.shares())


def held_sentence(found: Seen) -> str:
    """Say what the default thresholds do to clean comments below news."""
    clean = [mark for mark in found.marks.get((NEWS, "abuse"), ()) if not mark.truth]
    if not clean:
        return ""
    head, held, flagged = (
        sum(getattr(mark, what) for mark in clean) / len(clean) for what in ("head_holds", "held", "flagged")
    )
    return (
        f"Of {len(clean):,} clean news comments (UCC) the default thresholds hold {percent(head, 2)} by the abuse head "
        f"and **{percent(held, 2)}** by all checks together; {percent(flagged, 1)} are flagged and stay public."
    )
