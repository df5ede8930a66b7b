"""When it happened: a time that the sentence names, or the one that it goes on from."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from ..dates import Mention, ranges
from ..proposal import When
from .read import Part, Read

FINE = {"hour": 2.0, "day": 2.0, "week": 1.5, "month": 1.0, "quarter": 0.5, "season": 0.5, "year": 0.5}
IN_CONTENT = 0.5  # what was said happened then; beside it stands when it was said
FARTHEST = 3  # sentences that a time carries in its paragraph
SECOND = timedelta(seconds=1)
LINK = re.compile(
    r"^\W*(?:(?:with|after|before|since|following|despite|by|in|on|at|during) (?:this|that|these|those|the same)\b"
    r"|(?:then|later|meanwhile|furthermore|moreover|additionally|also|in addition|afterwards?|subsequently|since then"
    r"|this|these|that|those|as a result|as a consequence|consequently|hours later|if|should)\b)"
    r"|\b(?:back then|at (?:the|that) time|by then|at that point)\b",
    re.IGNORECASE,
)
NOW = re.compile(r"\b(?:now|currently|at present|presently)\b", re.IGNORECASE)


@dataclass(slots=True)
class Clock:
    """The time that the text has come to, for sentences that name none."""

    published: datetime
    when: When | None = None
    paragraph: int = 0
    sentences: int = 0

    def of(self, part: Part, read: Read) -> When | None:
        """When what the sentence tells happened; None where that cannot be told."""
        self.sentences += 1
        named = stated(part, read)
        if named is not None:
            self.when, self.paragraph, self.sentences = named, part.sentence.paragraph, 0
            return named
        return self.carried(part) or self.now(part)

    def carried(self, part: Part) -> When | None:
        """The time before, where the sentence goes on from it: in its paragraph, or by a link in the next."""
        away = part.sentence.paragraph - self.paragraph
        if self.when is None or self.sentences > FARTHEST:
            return None
        linked = LINK.search(part.text)
        if away and not (linked and away == 1):
            return None
        text = linked.group().strip() if linked else self.when.text
        return replace(self.when, basis="inherited", text=text)

    def now(self, part: Part) -> When | None:
        """The day of publication, where the sentence says "now"."""
        found = NOW.search(part.text)
        if not found:
            return None
        day = datetime.combine(self.published.date(), time())
        return When(day, day + timedelta(days=1) - SECOND, False, "day", "relative", found.group())


def stated(part: Part, read: Read) -> When | None:
    """The time that the sentence names: the finest, and rather of what was said than of the saying."""
    contents = [one.content for one in part.attributions if one.content]
    known = [
        one for one in part.dates if one.begins and one.ends and one.kind in ("DATE", "TIME") and one.precision in FINE
    ]
    if not known:
        return None
    best = max(known, key=lambda one: (fitness(one, contents), -one.start))
    for first, last in ranges(read.words.text, part.dates):
        if best in (first, last):
            return spanning(first, last, read.words.text)
    return spanning(best, best, read.words.text)


def fitness(mention: Mention, contents: Iterable[tuple[int, int]]) -> float:
    """How well a time fits what the sentence tells."""
    inside = any(start <= mention.start < end for start, end in contents)
    return FINE[mention.precision] + (IN_CONTENT if inside else 0)


def spanning(first: Mention, last: Mention, text: str) -> When | None:
    """From the beginning of one time to the end of another, or of the same."""
    if first.begins is None or last.ends is None:
        return None
    told = text[first.start : last.end]
    return When(first.begins, last.ends - SECOND, first is not last, last.precision, last.basis, told)
