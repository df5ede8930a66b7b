"""How fast somebody would have to be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

from dateline.lib.later import gettext_noop as _

from ..proposal import Values, Warned
from .given import Moved, Told, rounded, ways

MOST = 60.0  # kilometres a day; armies on foot and wheels rarely gain more
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
BETWEEN = _("From %(before)s km to %(after)s km from %(of)s in %(days)s days is %(rate)s km a day.")
ALONG = _("%(km)s km in %(hours)s hours is %(rate)s km a day.")


def too_fast(told: Sequence[Told], moved: Iterable[Moved] = ()) -> Iterator[Warned]:
    """Yield what is faster than ``MOST``: between two distances to one place, or along a stated way."""
    for before, after in ways(told):
        days = days_between(before, after)
        rate = abs(after.km - before.km) / days
        if rate > MOST:
            values: Values = {
                "before": rounded(before.km),
                "after": rounded(after.km),
                "of": after.of,
                "days": round(days, 1),
                "rate": round(rate),
            }
            yield Warned("rate", BETWEEN, values, after.start, after.end)
    for one in moved:
        rate = one.km / max(one.hours / 24, 1)  # what takes less than a day is not made longer
        if rate > MOST:
            values = {"km": rounded(one.km), "hours": rounded(one.hours), "rate": round(one.km / one.hours * 24)}
            yield Warned("rate", ALONG, values, one.start, one.end)


def days_between(one: Told, other: Told) -> float:
    """Days from one to the other; what is known to the day only took at least one."""
    least = HOUR if one.by_hour and other.by_hour else DAY
    return max(other.when - one.when, least) / DAY
