"""English words that say whether what a sentence tells is past or to come."""

from __future__ import annotations

from dateline.reading.dates.entries import each

DEADLINE = frozenset(("by", "until", "till"))
_TO_COME = frozenset(
    each(
        "will ll shall would wo expected expects expect scheduled due plans plan planned planning intends upcoming may"
        " might should could can effective matures maturing payable starting beginning set"
    )
)
_PAST = frozenset(
    each(
        "was were had did been said told made came went took gave got saw found left held kept began became ran sold"
        " bought fell rose grew lost won met led paid spent sent built thought brought felt heard wrote spoke stood sat"
        " broke drove chose flew drew knew threw shot hit cut put read struck fought caught taught sought"
        " since ago after"
    )
)
_NO_VERBS = frozenset(each("need feed speed seed indeed exceed proceed succeed hundred"))


def tense_of(word: str) -> int:
    """-1 for past, 1 for to come, 0 where the word says neither."""
    if word in _TO_COME:
        return 1
    is_past = word.endswith("ed") and len(word) > 3 and not word.startswith("un") and word not in _NO_VERBS
    return -1 if is_past or word in _PAST else 0
