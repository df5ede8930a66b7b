"""TIMEX3 values: whether one is well formed, and what of the calendar it covers."""

from __future__ import annotations

import re
from datetime import MAXYEAR, datetime, timedelta

from .calendar import add_months, week_start
from .mention import Precision

MONTH_OF_SEASON = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # meteorological, of the northern half
# Hours that a part of the day covers, as news uses the words; the night ends the next morning.
PARTS = {"MO": (6, 12), "MI": (11, 13), "AF": (12, 18), "EV": (18, 22), "NI": (20, 30), "DT": (6, 18)}

_DATE = (
    r"(?P<year>\d{4})(?:-(?:(?P<month>\d\d)(?:-(?P<day>\d\d))?|W(?P<week>\d\d)(?P<weekend>-WE)?"
    r"|Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<season>SP|SU|FA|WI)))?"
)
_CLOCK = r"T(?:(?P<part>MO|MI|AF|EV|NI|DT)|(?P<hour>[01]\d|2[0-4])(?::(?P<minute>[0-5]\d)(?::[0-5]\d)?)?)(?P<zone>Z)?"
_POINT = re.compile(rf"(?:{_DATE}(?:{_CLOCK})?|(?P<decade>\d{{3}})|(?P<century>\d\d))")
_AMOUNT = r"(?:\d+(?:\.\d+)?|X)"
_LENGTH = rf"P(?:(?:{_AMOUNT}(?:Y|Q|M|W|DE|D|CE))+(?:T(?:{_AMOUNT}[HMS])+)?|T(?:{_AMOUNT}[HMS])+|{_AMOUNT}WE|XX)"
_REPEATED = r"XXXX(?:-(?:XX|\d\d)(?:-(?:XX|\d\d))?|-WXX(?:-(?:[1-7]|WE))?|-Q[X1-4]|-(?:SP|SU|FA|WI))?(?:T[A-Z\d:]+)?"
_WELL_FORMED = re.compile(
    rf"{_POINT.pattern}|{_LENGTH}|{_REPEATED}|(?:PRESENT|PAST|FUTURE)_REF|BC(?:\d{{4}}|\d{{2}})".replace("?P<", "?P<v_")
)


def is_well_formed(value: str) -> bool:
    """Whether TIMEX3 knows such a value, and it names no day that is in no calendar."""
    if not _WELL_FORMED.fullmatch(value):
        return False
    point = _POINT.fullmatch(value)
    try:
        return point is None or bool(_bounds(point))
    except OverflowError:
        return True  # the last year that Python can reckon with has no end
    except ValueError:
        return False


def bounds(value: str) -> tuple[datetime | None, datetime | None, Precision]:
    """The first instant, the first that is no longer meant, and how precisely that is said."""
    point = _POINT.fullmatch(value)
    try:
        return _bounds(point) if point else (None, None, "unknown")
    except (OverflowError, ValueError):
        return None, None, "unknown"


def _bounds(point: re.Match[str]) -> tuple[datetime, datetime, Precision]:
    """As ``bounds``. Raises ValueError where the calendar has no such thing, OverflowError where Python has none."""
    if point["decade"] or point["century"]:
        return _years(point)
    return _day_or_hour(point) if point["day"] else _longer(point)


def _years(point: re.Match[str]) -> tuple[datetime, datetime, Precision]:
    """A decade (199) or a century (19, for the nineteen-hundreds)."""
    length = 10 if point["decade"] else 100
    first = int(point[0]) * length
    if first + length > MAXYEAR:
        raise OverflowError("no calendar goes so far")
    return datetime(first, 1, 1), datetime(first + length, 1, 1), "decade" if point["decade"] else "unknown"  # noqa: DTZ001


def _day_or_hour(point: re.Match[str]) -> tuple[datetime, datetime, Precision]:
    """A day, a part of it, or an hour and minute of it."""
    day = datetime(int(point["year"]), int(point["month"]), int(point["day"]))  # noqa: DTZ001
    if point["part"]:
        first, last = PARTS[point["part"]]
        return day + timedelta(hours=first), day + timedelta(hours=last), "hour"
    if point["hour"]:
        begins = day + timedelta(hours=int(point["hour"]), minutes=int(point["minute"] or 0))
        return begins, begins + (timedelta(minutes=1) if point["minute"] else timedelta(hours=1)), "hour"
    return day, day + timedelta(days=1), "day"


def _longer(point: re.Match[str]) -> tuple[datetime, datetime, Precision]:
    """What is longer than a day and at most a year."""
    year = int(point["year"])
    if point["week"]:
        monday = week_start(year, int(point["week"]))
        first = datetime(monday.year, monday.month, monday.day)  # noqa: DTZ001
        saturday = first + timedelta(days=5)
        return (saturday if point["weekend"] else first), first + timedelta(days=7), "week"
    month, length, precision = _months(point)
    begins = datetime(year, month, 1)  # noqa: DTZ001
    return begins, add_months(begins, length), precision


def _months(point: re.Match[str]) -> tuple[int, int, Precision]:
    """The first month, how many there are, and what one calls that."""
    if point["month"]:
        return int(point["month"]), 1, "month"
    if point["quarter"]:
        return 3 * int(point["quarter"]) - 2, 3, "quarter"
    if point["season"]:
        return MONTH_OF_SEASON[point["season"]], 3, "season"
    if point["half"]:
        return 6 * int(point["half"]) - 5, 6, "year"
    return 1, 12, "year"
