"""A stated direction against the bearing between the two places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.atlas.geodesy import bearing_deg, distance_km
from dateline.lib.later import gettext_noop as _

from ..distances.compass import opposite
from ..proposal import Values, Warned
from .given import Stated

MOST = 67.5  # degrees; 95 in 100 statements are within 31
NEAREST_KM = 3.0  # nearer, the extent of the two places decides the direction
MESSAGE = _("You wrote “%(said)s” (%(stated)s°); from %(of)s to %(subject)s it is %(measured)s°.")


def wrong_bearings(stated: Iterable[Stated]) -> Iterator[Warned]:
    """Yield directions that are off by more than a right angle less a point of the compass."""
    for one in stated:
        if one.bearing is None or one.of_point is None or one.subject_point is None:
            continue
        measured = bearing_deg(one.of_point, one.subject_point)
        far = distance_km(one.of_point, one.subject_point) >= NEAREST_KM
        if far and opposite(one.bearing, measured) > MOST:
            values: Values = {
                "said": one.text,
                "stated": round(one.bearing),
                "measured": round(measured),
                "of": one.of,
                "subject": one.subject,
            }
            yield Warned("bearing", MESSAGE, values, one.start, one.end)
