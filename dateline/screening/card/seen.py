"""What no head has learned from, judged once: all tables are made of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from ..measure.figures import Scores, Truth
from ..measure.folder import Tally
from ..measure.identities import Mentions
from ..measure.known import NEWS, Folder, Known
from ..measure.opinions import Judged, judged, submission
from ..measure.report import Mark, mark_of
from .bearing import Bearing

Told = Callable[[str], None]
Place = tuple[str, str]  # a set, and the kind of head that is measured on it


@dataclass(slots=True)
class Seen:
    """Marks of comments by set and kind, and at which rates a head holds the clean ones (False) and the others."""

    marks: dict[Place, list[Mark]] = field(default_factory=lambda: defaultdict(list))
    bearings: dict[tuple[str, str, bool], Bearing] = field(default_factory=lambda: defaultdict(Bearing))
    tally: Tally = field(default_factory=Tally)
    left_out: dict[str, str] = field(default_factory=dict)

    @property
    def mentions(self) -> dict[str, Mentions]:
        """Clean comments that name a group, or are written as a dialect is, by what they are."""
        return self.tally.mentions

    def see(self, known: Known, text: str, truths: dict[str, bool], comment: Judged) -> None:
        """Take note of one comment. What is clean below news is so for the head of advertising, too."""
        self.tally.see(known, text, truths, comment)
        beside = {"spam": False} if known.name == NEWS and truths == {"abuse": False} else {}
        for kind, truth in {**truths, **beside}.items():
            mark = mark_of(comment, kind, truth=truth, length=len(text), wanted=any(truths.values()))
            self.marks[known.name, kind].append(mark)
            self.bearings[known.name, kind, truth].see(comment.opinions.get(kind))


def seen(folder: Path, told: Told) -> Seen:
    """Judge all that is known of ``folder``, in the language of the site it could stand on."""
    listed, found = Folder(folder), Seen(left_out={})
    for known in listed.sets():
        told(f"judging {len(known.cases):,} of {known.name}")
        for text, truths in known.cases:
            found.see(known, text, truths, judged(submission(text, language=known.language)))
    found.left_out = listed.skipped
    return found


def ranking_of(marks: list[Mark]) -> tuple[Truth, Scores]:
    """Return truth and scores of marks."""
    return np.array([mark.truth for mark in marks], dtype=bool), np.array([mark.score for mark in marks])
