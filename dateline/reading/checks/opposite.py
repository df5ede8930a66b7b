"""Two statements that put the same thing on opposite sides of the same place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from dateline.lib.later import gettext_noop as _

from ..distances.compass import opposite
from ..proposal import Warned
from .given import Stated

LEAST = 135.0  # degrees
SAME_KM = 0.1  # share by which two distances of one thing may differ
MESSAGE = _("You wrote “%(said)s” here and “%(other)s” before.")


def opposite_directions(stated: Sequence[Stated]) -> Iterator[Warned]:
    """Yield the later of each two that contradict each other."""
    directed = [one for one in stated if one.bearing is not None]
    told: set[tuple[int, int]] = set()
    for first, second in combinations(directed, 2):
        if first.of == second.of and is_same(first, second) and apart(first, second) >= LEAST:
            span = second.start, second.end
            if span not in told:
                told.add(span)
                yield Warned("opposite", MESSAGE, {"said": second.text, "other": first.text}, *span)


def is_same(one: Stated, other: Stated) -> bool:
    """Whether two statements are of one thing: by its name, or by the number."""
    if one.subject and one.subject == other.subject:
        return True
    return one.km is not None and other.km is not None and abs(one.km - other.km) <= SAME_KM * max(one.km, other.km)


def apart(one: Stated, other: Stated) -> float:
    """By how many degrees the two directions differ."""
    return opposite(one.bearing or 0.0, other.bearing or 0.0)
