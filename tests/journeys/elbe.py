"""High water on the Elbe: a situation with all that a claim can become, and a report in which nothing is claimed yet.

``python -m tests.journeys.elbe KIND NAME`` makes one more for a journey that changes it: a ``report`` or a
``situation`` called NAME, or ``news`` in the situation with that slug. Prints as JSON where it is.
"""

from __future__ import annotations

import json
import os
import sys
from datetime import UTC, datetime, timedelta
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dateline.project.settings")
django.setup()

from django.utils import timezone  # noqa: E402

from dateline.people.models import User  # noqa: E402
from dateline.reports.actions import (  # noqa: E402
    Found,
    Story,
    confirm,
    dispute,
    open_front_page,
    open_section,
    propose,
    record_report,
    retract,
    supersede,
)
from dateline.reports.models import Axis, Claim, ReportPage, SituationPage, Source  # noqa: E402

OUT = datetime(2024, 3, 1, 18, tzinfo=UTC)
DAY = timedelta(days=1)
DRESDEN, MEISSEN, RIESA, TORGAU, WITTENBERG = (
    {"place_name": name, "latitude": latitude, "longitude": longitude}
    for name, latitude, longitude in (
        ("Dresden", 51.0509, 13.7383),
        ("Meissen", 51.1616, 13.4737),
        ("Riesa", 51.3078, 13.2917),
        ("Torgau", 51.5602, 12.9962),
        ("Wittenberg", 51.8661, 12.6497),
    )
)
AREA = {"where_precision": "area", "radius_km": 6.0}
STATED = {"km": 80, "of": "Wittenberg"}
SOURCES = {"Water board": "official", "Fire brigade": "official", "The army": "party", "Our reporters": "own"}
# the day of March 2024, who says so, the sentence, the claim's other fields
SAID: list[tuple[int, str, str, dict[str, Any]]] = [
    (1, "Water board", "The Elbe flooded the old town of Dresden.", DRESDEN),
    (2, "Fire brigade", "Two villages near Meissen were evacuated.", MEISSEN | AREA),
    (4, "Water board", "The crest stood 80 km from Wittenberg.", {"place_name": "Wittenberg", "relation": STATED}),
    (4, "The army", "The army repaired the dyke at Riesa.", RIESA),
    (5, "Our reporters", "Water ran through the dyke at Riesa all night.", RIESA),
    (5, "Our reporters", "The bridge at Torgau was closed.", TORGAU),
    (6, "Water board", "The gauge at Torgau showed 7.1 m.", TORGAU),
    (7, "Our reporters", "The crest passed Torgau at noon.", TORGAU),
    (9, "Water board", "The crest is expected in Wittenberg.", WITTENBERG | {"modality": "forecast"}),
]
MEASURED = {0, 2, 7}  # steps of the axis
TO_BE_READ = (
    "<p>On 1 March 2024 the Elbe flooded the old town of Dresden, the water board said.</p>"
    "<p>On 2 March 2024 soldiers evacuated two villages near Meissen, according to the fire brigade.</p>"
    "<p>The beds in the gym were warm. 🛏 Nobody slept.</p>"
    "<p>The army claims that it repaired the dyke at Riesa on 4 March 2024.</p>"
    "<p>On 5 March 2024 the water flooded Torgau, the district said. Torgau lies 12 km north of Meissen.</p>"
)


def editor() -> User:
    """Return who stands by these claims."""
    otto = {"email": "otto@example.org", "display_name": "Otto"}
    return User.objects.get_or_create(username="otto", defaults=otto)[0]


def voice(name: str) -> Source:
    """Return the source of that name."""
    return Source.objects.get_or_create(name=name, defaults={"kind": SOURCES[name]})[0]


def stated(report: ReportPage, number: int, axis: Axis | None) -> Claim:
    """Return one of the claims above, said a day after it happened."""
    day, name, sentence, fields = SAID[number]
    at = OUT + (day - 1) * DAY
    words = {"statement": sentence, "begins": at, "source": voice(name), "axis": axis} | fields
    if words.get("modality") == "forecast":
        at = OUT + 6 * DAY
    start = sum(len(one[2]) + 1 for one in SAID[:number])
    claim = propose(report=report, found=Found(quote=sentence, quote_start=start, fields=words), by=None, now=at)
    confirm(claim=claim, by=editor(), now=at + timedelta(hours=2))
    return claim


def add_situation(title: str) -> dict[str, Any]:
    """Make a situation whose claims became known from 1 to 9 March 2024; say where it is."""
    page = SituationPage(title=title, standfirst="What the water did between Dresden and Wittenberg.", countries="DE")
    page.axes = [Axis(name="Crest to Wittenberg", **WITTENBERG)]
    situation = open_front_page().add_child(instance=page)
    body = "".join(f"<p>{sentence}</p>" for _day, _name, sentence, _fields in SAID)
    story = Story(headline=f"{title}, day by day", standfirst="All that is known so far.", body=[("text", body)])
    section = open_section(title="River desk", slug="river-desk")
    report = record_report(section=section, story=story, now=OUT, published_at=OUT)
    ReportPage.objects.among([report.pk]).update(situation=situation)
    report.refresh_from_db()
    axis = situation.axes.get()
    flooded, _, _, repaired, leaks, bridge, high, passed, _ = (
        stated(report, number, axis if number in MEASURED else None) for number in range(len(SAID))
    )
    dispute(claim=repaired, by=editor(), now=OUT + 5 * DAY, why="Our reporters saw the water.", against=[leaks])
    retract(claim=bridge, by=editor(), now=OUT + 6 * DAY, correction="The bridge at Torgau was open all the time.")
    supersede(claim=high, later=passed, by=editor(), now=OUT + 6 * DAY + timedelta(hours=3))
    places = {"situation": situation.url, "claimed": report.url, "claimed_id": report.pk}
    return places | {"first": flooded.anchor, "slug": situation.slug}


def add_report(headline: str) -> dict[str, Any]:
    """Make a report in which the assistant reads five claims, one of which gives a distance that cannot be."""
    story = Story(headline=headline, body=[("text", TO_BE_READ)])
    section = open_section(title="River desk", slug="river-desk")
    report = record_report(section=section, story=story, now=OUT + 5 * DAY, published_at=OUT + 5 * DAY)
    return {"id": report.pk, "url": report.url}


def add_news(slug: str) -> dict[str, Any]:
    """Add one claim, now, to the situation with that slug."""
    situation = SituationPage.objects.get(slug=slug)
    report = ReportPage.objects.filter(situation=situation).first()
    assert report
    words = {
        "statement": "The water falls in Torgau.",
        "begins": OUT + 9 * DAY,
        "source": voice("Water board"),
    }
    now = timezone.now()
    claim = propose(report=report, found=Found(quote="", quote_start=None, fields=words | TORGAU), by=None, now=now)
    confirm(claim=claim, by=editor(), now=now)
    return {"anchor": claim.anchor}


if __name__ == "__main__":
    made = {"report": add_report, "situation": add_situation, "news": add_news}[sys.argv[1]](sys.argv[2])
    json.dump(made, sys.stdout)
