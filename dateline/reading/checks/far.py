"""A stated distance against the geodesic between the two places.

Measured on statements of an encyclopedia (``measure.stated``): prose often gives the way by road, so the straight line
may be much shorter than what is stated, and hardly longer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.atlas.geodesy import distance_km
from dateline.lib.later import gettext_noop as _

from ..proposal import Values, Warned
from .given import Stated, rounded

NEAREST, BELOW_KM = 0.65, 4.0
FARTHEST, ABOVE_KM = 1.2, 5.0
ASKED_SHARE, ASKED_KM = 0.35, 5.0
WRONG, ASKED = "distance", "distance-asked"
MESSAGE = _("You wrote %(stated)s km; from %(of)s to %(subject)s it is %(measured)s km in a straight line.")


def wrong_distances(stated: Iterable[Stated]) -> Iterator[Warned]:
    """Yield those that are off: as a warning, or as a question where a road or a rounding may explain it."""
    for one in stated:
        if one.km is None or one.of_point is None or one.subject_point is None:
            continue
        measured = distance_km(one.of_point, one.subject_point)
        code = judged(one.km, measured, one.qualifier)
        if code:
            values: Values = {
                "stated": rounded(one.km),
                "measured": rounded(measured),
                "of": one.of,
                "subject": one.subject,
            }
            yield Warned(code, MESSAGE, values, one.start, one.end)


def judged(stated: float, measured: float, qualifier: str = "") -> str:
    """The code of what is odd about a distance; empty where nothing is."""
    short = measured < stated and qualifier == "less than"  # "within 45 km of" is right of all that is nearer
    long = measured > stated and qualifier == "more than"
    if short or long:
        return ""
    if not NEAREST * stated - BELOW_KM <= measured <= FARTHEST * stated + ABOVE_KM:
        return WRONG
    return ASKED if abs(measured - stated) > max(ASKED_SHARE * stated, ASKED_KM) else ""
