"""Two dates that name the ends of one time: "from 2 to 4 November", "1939-45"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from .mention import Mention

_BETWEEN = {"-", "–", "—", "to", "until", "till", "through", "bis"}
_FRAMED = {"and": ("between",), "und": ("zwischen",)}
_REACH = 12  # code points before the first date that may say "between"


def ranges(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Each pair of neighbours that are the first and the last day, month or year of one time."""
    for first, last in pairwise(mentions):
        if first.begins is None or last.ends is None or first.begins >= last.ends:
            continue
        link = text[first.end : last.start].strip().lower()
        before = text[max(0, first.start - _REACH) : first.start].lower().split()[-1:]
        if link in _BETWEEN or (link in _FRAMED and before == list(_FRAMED[link])):
            yield first, last
