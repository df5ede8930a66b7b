"""How well advertising is told below a video of which nothing was learned: a head is fitted without each of three.

Takes a minute a video on two processors.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..measure.figures import Scores, Truth
from ..train.build import readings_of
from ..train.examples import examples
from ..train.manifest import Unusable, plans, sources
from ..train.shipping import fitted

Told = Callable[[str], None]
VIDEOS = {"youtube-1": "first", "youtube-2": "second", "youtube-3": "third"}
HEAD = "spam"


@dataclass(frozen=True, slots=True)
class Video:
    """What a head that has not seen the comments of ``source`` says of them, and what they are."""

    source: str
    truth: Truth
    scores: Scores


def unseen_videos(folder: Path, told: Told) -> Iterator[Video]:
    """Yield each video; none where a source is missing of which the head is made."""
    plan = next(plan for plan in plans() if plan.name == HEAD)
    try:
        found = [each for each in examples(sources(), folder, lambda _name: None) if plan.learns in each.lessons]
    except Unusable as problem:
        told(f"No video is left out: {problem}")
        return
    told(f"reading {len(found):,} texts for the head of advertising")
    read = list(zip(found, readings_of([each.text for each in found]), strict=True))
    for source in VIDEOS:
        others = [pair for pair in read if pair[0].source != source]
        head = fitted(plan, [each for each, _read in others], [reading for _each, reading in others], told)
        own = [pair for pair in read if pair[0].source == source]
        logits = [head.logit_of(*reading.judged(with_quotations=plan.reads_quotations)) for _each, reading in own]
        yield Video(source, np.array([each.lessons[plan.learns][0] > 0.5 for each, _read in own]), np.array(logits))
