"""What a text says twice: captions that repeat the headline, a sentence that was pasted again."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from datetime import date

from rapidfuzz import fuzz, utils

from dateline.lib.later import gettext_noop as _

from ..proposal import Warned

ALIKE = 92  # of a hundred letters
LATEST = 40  # sentences in which one is looked for that is only alike
SHORTEST = 4  # words of a line that is worth telling of
TWICE = _("“%(said)s” stands here %(times)s times. It is proposed once.")


def plain(text: str) -> str:
    """Words without case, marks and the space between them."""
    return " ".join(utils.default_process(text).split())


class Repeats:
    """What was there before, the headline first."""

    def __init__(self, headline: str):
        self.headline = plain(headline)
        self.seen: set[str] = set()
        self.latest: deque[str] = deque(maxlen=LATEST)

    def is_new(self, text: str) -> bool:
        """Whether nothing like it was there before; from now on it was."""
        told = plain(text)
        near = (self.headline, *self.latest) if self.headline else tuple(self.latest)
        if told in self.seen or any(fuzz.ratio(told, other, score_cutoff=ALIKE) for other in near):
            return False
        self.seen.add(told)
        self.latest.append(told)
        return True


def repeated(text: str) -> Iterator[Warned]:
    """Yield each line that stands in the text more than once, at its second place."""
    places: dict[str, list[tuple[int, int]]] = {}
    start = 0
    for line in text.split("\n"):
        told = plain(line)
        if told.count(" ") + 1 >= SHORTEST:
            places.setdefault(told, []).append((start, start + len(line)))
        start += len(line) + 1
    for spans in places.values():
        if len(spans) > 1:
            values: dict[str, str | float | date] = {
                "said": " ".join(text[slice(*spans[0])].split()),
                "times": len(spans),
            }
            yield Warned("repeated", TWICE, values, *spans[1])
