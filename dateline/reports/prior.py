"""What the newsroom placed before: the first places that the assistant looks among in the next document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .models import Claim, ReportPage

MOST = 5_000  # placements; a newsroom's latest ones say the most


def placements(report: ReportPage) -> Iterator[tuple[str, str, Any, Any]]:
    """Yield (name, gazetteer key or "", latitude, longitude) of places that an editor stood by.

    Those of the same situation come first, then the newsroom's latest.
    """
    confirmed = Claim.objects.placements().exclude(report=report)
    rows = confirmed.order_by("-pk").values_list("place_name", "place_key", "latitude", "longitude")
    if report.situation_id:
        yield from rows.filter(report__situation_id=report.situation_id)[:MOST]
        rows = rows.exclude(report__situation_id=report.situation_id)
    yield from rows[:MOST]
