"""Published words of the last days that new ones may be a copy of, found under the numbers by which both are filed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from dateline.screening import Other, Reason, own_words

from .models.comment import writer_key
from .statements import ask, listed, tell_each

KEPT = timedelta(days=14)
FILING = "INSERT INTO discussion_echo (comment_id, low, high) VALUES (%s, %s, %s)"
# Of those that share a number the newest only, so that a number which many share costs no more than another.
NEAR = """
    SELECT 0, asked.value, (SELECT MAX(e.comment_id) FROM discussion_echo e WHERE e.low = CAST(asked.value AS bigint))
    FROM EACH(%s) AS asked
    UNION ALL
    SELECT 1, asked.value, (SELECT MAX(e.comment_id) FROM discussion_echo e WHERE e.high = CAST(asked.value AS bigint))
    FROM EACH(%s) AS asked
"""
PUBLISHED = """
    SELECT c.id, c.text, c.account_id, c.device FROM discussion_comment c
    WHERE c.id IN (SELECT CAST(asked.value AS bigint) FROM EACH(%s) AS asked) AND c.status = 'published'
"""

Ends = tuple[int, int]


def ends_of(text: str) -> Ends | None:
    """Return the numbers under which ``text`` is filed once it is published; None where it is too short."""
    return own_words(text).ends


def file_published(comments: Iterable[tuple[int, Ends | None]]) -> None:
    """File newly published comments, each given by its id and its numbers."""
    tell_each(FILING, [(comment, *ends) for comment, ends in comments if ends])


@dataclass(slots=True)
class Echoes:
    """The newest published comment under each number that a batch is filed under, and whose it is (``Writer.key``).

    What the batch itself publishes is newer. It has no number yet: the first of the batch is called -1, then -2.
    """

    low: dict[int, tuple[str, Other]]
    high: dict[int, tuple[str, Other]]

    def others_like(self, key: str, ends: Ends | None) -> tuple[Other, ...]:
        """Return what others than ``key`` have published that what is filed under ``ends`` may be a copy of."""
        if ends is None:
            return ()
        found = {each for each in (self.low.get(ends[0]), self.high.get(ends[1])) if each}
        return tuple(sorted(other for author, other in found if not key or author != key))

    def add(self, place: int, key: str, text: str, ends: Ends | None) -> None:
        """Note that the comment at ``place`` of the batch is published."""
        if ends:
            self.low[ends[0]] = self.high[ends[1]] = (key, Other(-1 - place, text))


def echoes_of(filed: Iterable[Ends | None]) -> Echoes:
    """Return what is filed under the same numbers: one small question, and one more where that is anything."""
    ends = [each for each in filed if each]
    rows = ask(NEAR, listed([low for low, _ in ends]), listed([high for _, high in ends])) if ends else []
    near = [(is_high, int(number), comment) for is_high, number, comment in rows if comment is not None]
    said = _published({comment for _, _, comment in near})
    low, high = (
        {number: said[comment] for side, number, comment in near if side == wanted and comment in said}
        for wanted in (0, 1)
    )
    return Echoes(low, high)


def _published(comments: set[int]) -> dict[int, tuple[str, Other]]:
    rows = ask(PUBLISHED, listed(comments)) if comments else []
    return {row[0]: (writer_key(row[2], row[3]), Other(row[0], row[1])) for row in rows}


def with_numbers(reasons: Sequence[Reason], ids: Sequence[int]) -> list[Reason]:
    """Return ``reasons`` with comments of the batch under the numbers that they have got meanwhile."""
    return [
        replace(reason, facts={**reason.facts, "comment": ids[-1 - number]})
        if isinstance(number := reason.facts.get("comment"), int) and number < 0
        else reason
        for reason in reasons
    ]
