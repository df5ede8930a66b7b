"""What the newsroom placed before: the first places that the assistant looks among in the next document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.atlas.gazetteer import Gazetteer, Place
from dateline.atlas.models import Place as OwnPlace
from dateline.reading import Prior

from .models import Claim, ReportPage

MOST = 5_000  # placements; a newsroom's latest ones say the most
COLUMNS = ("report_id", "place_name", "place_key", "latitude", "longitude")

Row = tuple[int, str, str, float, float]


def prior(report: ReportPage, known: Gazetteer) -> Prior:
    """What editors stood by in other reports, and the newsroom's own places.

    A report of a situation is read after those of the same situation: elsewhere a name may mean another place, and what
    lies there says nothing of this one. Any other report is read after all that the newsroom placed.
    """
    found = _confirmed(report, known)
    for ours, names in OwnPlace.objects.shadows():
        for name in (ours.name, *names):
            if not found.knows(name):
                found.remember(name, ours)
    return found


def _confirmed(report: ReportPage, known: Gazetteer) -> Prior:
    rows = Claim.objects.placements().exclude(report=report).order_by("-pk").values_list(*COLUMNS)
    if report.situation_id is None:
        return Prior.of(documents(rows[:MOST], known))
    here = rows.filter(report__situation_id=report.situation_id)
    elsewhere = rows.exclude(report__situation_id=report.situation_id)
    return Prior.of(documents(here[:MOST], known), documents(elsewhere[:MOST], known))


def documents(rows: Iterable[Row], known: Gazetteer) -> Sequence[list[tuple[str, Place]]]:
    """The placements of each report, the oldest first, from rows with the latest first.

    A point of an editor's own is a place, too.
    """
    found: dict[int, list[tuple[str, Place]]] = {}
    for report, name, key, latitude, longitude in rows:
        own = Place(f"own:{name}", name, "other", "", "", latitude, longitude, 0, None)
        place = known.keyed(key) if key else None
        found.setdefault(report, []).insert(0, (name, place or own))
    return list(reversed(found.values()))
