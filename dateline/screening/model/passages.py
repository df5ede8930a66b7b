"""What of a comment in another language is in one that a head reads: an insult does not pass for want of a preface."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection

from ..view import Span, view_of
from .language import language_of

# Within one alphabet, and one sentence or line; what is shorter tells no language.
PASSAGE = re.compile(r"[\x20-\x7e\u00a0-\u024f\u2010-\u2027]{16,}")
SENTENCE = re.compile(r"[^.!?…]{1,600}[.!?…]{0,3}")
MOST = 16  # passages at each end: the rest is between what was looked at
LEAST = 16  # letters of all of them together


def passages_in(original: str, languages: Collection[str]) -> tuple[str, list[Span]]:
    """Return in which of ``languages`` most of ``original`` is, and which passages of it; "" where there are none.

    Time is bounded: of a long comment the beginning and the end are looked at.
    """
    spans = [
        (run.start() + sentence.start(), run.start() + sentence.end())
        for run in PASSAGE.finditer(original)
        for sentence in SENTENCE.finditer(run.group())
    ]
    found: dict[str, list[Span]] = defaultdict(list)
    for start, end in spans if len(spans) <= 2 * MOST else spans[:MOST] + spans[-MOST:]:
        language = language_of(view_of(original[start:end]))
        if language in languages:
            found[language].append((start, end))
    language = max(found, key=lambda each: _letters(found[each]), default="")
    return (language, found[language]) if language and _letters(found[language]) >= LEAST else ("", [])


def _letters(spans: list[Span]) -> int:
    return sum(end - start for start, end in spans)
