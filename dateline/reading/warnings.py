"""Everything that the checks ask about a text, in one form and in the order of the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.atlas.gazetteer.place import Extent
from dateline.lib.later import gettext_noop as _

from . import checks
from .claims.repeats import repeated
from .dates import Check, Dates, check_dates
from .distances import Distance
from .places.find import Toponym
from .proposal import Proposal, Warned
from .stated import moved, placed, stated, told

SPELLING = _("%(said)s is spelled %(written)s elsewhere in this text.")


@dataclass(frozen=True, slots=True)
class Asked:
    """What the checks look at: a text, its headline, what was found in it, and where the story is, if that is known."""

    text: str
    headline: str
    dates: Dates
    toponyms: Sequence[Toponym]
    distances: Sequence[Distance]
    proposals: Sequence[Proposal]
    extent: Extent | None = None


def warnings(asked: Asked) -> tuple[Warned, ...]:
    """All of them."""
    found = [*map(of_date, check_dates(asked.dates)), *spelling(asked.toponyms), *repeated(asked.text)]
    found += of_distances(asked)
    if asked.headline:
        found += checks.other_numbers(asked.headline, asked.text)
    if asked.extent:
        found += checks.outside_extent(placed(asked.toponyms), asked.extent)
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


def of_distances(asked: Asked) -> Iterator[Warned]:
    """Yield what is odd about distances and directions."""
    if not asked.distances:
        return
    statements = list(stated(asked.distances, asked.toponyms))
    yield from checks.wrong_distances(statements)
    yield from checks.wrong_bearings(statements)
    yield from checks.opposite_directions(statements)
    dated = list(told(asked.proposals, asked.text))
    yield from checks.too_fast(dated, moved(asked.distances, asked.text))
    yield from checks.out_of_order(dated, asked.text)


def of_date(check: Check) -> Warned:
    """A question about a date, with days as days and counts as numbers."""
    values = {name: plain(value) for name, value in check.values.items()}
    return Warned(check.code, check.message, values, *check.span)


def plain(value: str) -> str | int | date:
    """A value as what it is."""
    if value.isdecimal():
        return int(value)
    try:
        return date.fromisoformat(value)
    except ValueError:
        return value


def spelling(toponyms: Iterable[Toponym]) -> Iterator[Warned]:
    """Yield names that the text writes otherwise elsewhere."""
    for name in toponyms:
        if name.spelled_like:
            yield Warned("spelling", SPELLING, {"said": name.text, "written": name.spelled_like}, name.start, name.end)
