"""German words that say whether what a sentence tells is past or to come."""

from __future__ import annotations

from dateline.reading.dates.entries import each

DEADLINE = frozenset(("bis",))
_TO_COME = frozenset(each("wird werden werde soll sollen will wollen plant planen geplant beginnt könnte könnten"))
_PAST = frozenset(
    each(
        "war waren hatte hatten hat haben wurde wurden sagte sagten teilte meldete erklärte kam kamen ging gingen nahm"
        " nahmen gab gaben fiel fielen stieg stiegen starb starben begann begannen griff griffen verließ seit nachdem"
    )
)


def tense_of(word: str) -> int:
    """-1 for past, 1 for to come, 0 where the word says neither."""
    if word in _TO_COME:
        return 1
    return -1 if word in _PAST or word.endswith(("ierte", "ierten")) else 0
