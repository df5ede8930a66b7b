"""The balances beside a table's lines, which tell how it began and ended, and whether a line is missing."""

from __future__ import annotations

from collections.abc import Sequence

from ...sentence import Sentence, bank_says


def told_balances(rows: Sequence[tuple[int, int | None]]) -> tuple[int | None, int | None, list[Sentence]]:
    """Return opening and closing balance, and what is in doubt, of (amount, balance after it) in minor units.

    The oldest may stand first or last.
    """
    pairs = [(amount, balance) for amount, balance in rows if balance is not None]
    if len(pairs) < len(rows) or not pairs:
        return None, None, []
    for ordered in (pairs, pairs[::-1]):
        before = [ordered[0][1] - ordered[0][0], *(balance for _amount, balance in ordered)]
        if all(start + amount == end for start, (amount, end) in zip(before, ordered, strict=False)):
            return before[0], before[-1], []
    return (
        None,
        None,
        [bank_says("The balances beside the lines do not follow from the amounts: a line may be missing.")],
    )
