"""What a word looks like that nobody listed: its runs of three letters, held against those of the words of each family.

Families and not languages, because some hundred words of each are listed: together those of a family are enough.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from .affixes import AFFIXES
from .english import ENGLISH
from .german import GERMAN
from .vocabulary import OTHERS

WORDS = {**OTHERS, "en": ENGLISH, "de": GERMAN}
FAMILIES = (
    ("en",),
    ("de",),
    ("fr", "es", "it", "pt", "ca", "ro", "eo"),
    ("nl", "af"),
    ("sv", "da", "no", "is"),
    ("pl", "cs", "sk", "hr", "sl"),
    ("fi", "et"),
    ("lt", "lv"),
    ("id", "tl"),
    ("sw", "so"),
    ("hu",),
    ("tr",),
    ("vi",),
    ("sq",),
    ("eu",),
    ("ga", "cy"),
)
LONGEST = 14  # letters of a word that are looked at
UNSEEN = 0.4  # how often a run is taken to be seen that was not
SURE = 0.8  # neighbouring runs share letters, so each says less than it seems to
AFFIX = 3  # words in which each is taken to be seen
LISTED = 1.0  # thousands of English and German words are: one that is not is e times likelier to be of the others


def _runs(word: str) -> Iterable[str]:
    return map("".join, zip(word, word[1:], word[2:], strict=False))


def _edged(affix: str) -> str:
    return f"{affix[1:]}>" if affix[0] == "-" else f"<{affix[:-1]}"


def _counted(languages: Sequence[str]) -> Counter[str]:
    runs: Counter[str] = Counter()
    for language in languages:
        for word in set(WORDS[language].split()):
            runs.update(_runs(f"<{word}>"))
        for affix in AFFIXES.get(language, "").split():
            for run in _runs(_edged(affix)):
                runs[run] += AFFIX
    return runs


def _table() -> tuple[dict[str, int], NDArray[np.float32]]:
    counts = [_counted(languages) for languages in FAMILIES]
    rows = {run: row for row, run in enumerate(sorted(set().union(*counts)))}
    table = np.full((len(rows) + 1, len(FAMILIES)), UNSEEN, dtype=np.float32)
    for family, count in enumerate(counts):
        table[[rows[run] for run in count], family] += np.fromiter(count.values(), np.float32)
    return rows, np.log(table / table.sum(axis=0)) * np.float32(SURE)


ROWS, TABLE = _table()
NEW = len(ROWS)
BEFOREHAND = np.array([LISTED * (not {"en", "de"} & set(languages)) for languages in FAMILIES], dtype=np.float32)


def families_of(words: Sequence[str]) -> list[float]:
    """Return how many of ``words`` look like words of each family, in time linear in their letters."""
    rows: list[int] = []
    starts = []
    for word in words:
        starts.append(len(rows))
        edged = f"<{word}>" if len(word) <= LONGEST else f"<{word[:LONGEST]}"
        rows += [ROWS.get(run, NEW) for run in _runs(edged)]
    sums = np.add.reduceat(TABLE[rows], starts, axis=0) + BEFOREHAND
    likely = np.exp(sums - sums.max(axis=1, keepdims=True))
    shares: list[float] = (likely / likely.sum(axis=1, keepdims=True)).sum(axis=0).tolist()
    return shares
