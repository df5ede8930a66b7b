"""What the journeys find: a report with a thread seven deep, a drive, a section, a reader with an account.

Run as a program in the home of the newsroom that is about to be served; prints as JSON where things are.
"""

from __future__ import annotations

import json
import os
import sys
from datetime import timedelta

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dateline.project.settings")
django.setup()

from allauth.account.models import EmailAddress  # noqa: E402
from django.utils import timezone  # noqa: E402

from dateline.atlas.models import DrawnMap  # noqa: E402
from dateline.discussion.actions import (  # noqa: E402
    record_comment,
    set_mode,
    thread_of,
)
from dateline.discussion.models import Mode  # noqa: E402
from dateline.funding.actions import drive_at, open_drive  # noqa: E402
from dateline.lib.money import whole  # noqa: E402
from dateline.people.models import User  # noqa: E402
from dateline.reports.actions import Story, add_live_entry, open_section, record_report  # noqa: E402
from dateline.reports.models import Author  # noqa: E402

from .elbe import add_report, add_situation  # noqa: E402

BODY = (
    "<p>The river Lenn stood at 4.1 m on Tuesday evening. The dyke at the old mill was dry on its landward side, and "
    "the water board kept two pumps in reserve.</p><p>On Wednesday the level fell by 20 cm within six hours.</p>"
)
WORDS = "The water stood at the third step of the mill yesterday, and this morning the second one was dry again."
ROOTS = 30  # on the second report, where a page shows 25


def record_map() -> DrawnMap:
    """A map of three claims on three days, one of which holds no longer on the last; its extent is found by itself."""
    rows = [
        (kind, at, {"note": note, "from": since, "until": until})
        for kind, at, note, since, until in (
            ("confirmed", [7.1, 50.7], "The dyke is dry.", "2026-03-01", ""),
            ("claimed", [7.4, 50.9], "Water in cellars, a neighbour says.", "2026-03-02", "2026-03-02"),
            ("disputed", [6.9, 51.1], "The gate was open; the board denies it.", "2026-03-03", ""),
        )
    ]
    features = [
        {"type": "Feature", "properties": {"kind": kind, **said}, "geometry": {"type": "Point", "coordinates": at}}
        for kind, at, said in rows
    ]
    collection = {"type": "FeatureCollection", "features": features}
    return DrawnMap.objects.create(
        slug="lenn", title="Along the Lenn", description="Three claims.", features=collection
    )


def main() -> None:
    now = timezone.now()
    if drive_at(now=now) is None:
        open_drive(year=now.year, month=now.month, goal=whole(3000, "USD"), purpose="Two reporters on the river.")
    ada = Author.objects.create(name="Ada Lindqvist", slug="ada-lindqvist")
    section = open_section(title="River desk", slug="river-desk", intro="All about the Lenn.")
    story = Story(
        headline="The dyke at the old mill held",
        standfirst="Two pumps stood by; none was needed.",
        kicker="High water",
        place="Lennbruck",
        body=[("text", BODY)],
        tags=["dyke"],
        authors=[ada],
    )
    report = record_report(section=section, story=story, now=now, published_at=now - timedelta(hours=2))
    live = Story(headline="The night at the mill, live", coverage={"start": now - timedelta(hours=5)}, authors=[ada])
    night = record_report(section=section, story=live, now=now, published_at=now - timedelta(hours=4))
    night.lead_map = record_map()
    night.save()
    for words in ("Both pumps start", "The water turns"):
        add_live_entry(report=night, headline=words, text="<p>Seen from the weir.</p>", author=ada, by=None, now=now)
    thread = set_mode(page=report, mode=Mode.OPEN, now=now)
    parent = None
    for depth, name in enumerate(["Ben", "Dee", "Ben", "عليّ", "Ben", "Dee", "Ben"]):
        parent = record_comment(
            thread=thread_of(page=report, now=now),
            author_name=name,
            text=f"{WORDS} ({depth})",
            created_at=now - timedelta(minutes=60 - depth),
            now=now,
            parent=parent,
        )
    record_comment(thread=thread, author_name="Dee", text="Who paid for the pumps?", created_at=now, now=now)
    meadow = record_report(section=section, story=Story(headline="What the water left"), now=now, published_at=now)
    below = set_mode(page=meadow, mode=Mode.OPEN, now=now)
    for number in range(ROOTS):
        said = f"Field {number} lies under sand."
        record_comment(
            thread=below, author_name="Dee", text=said, created_at=now - timedelta(seconds=99 - number), now=now
        )
    ben = User.objects.create_user("reader-journey", email="ben@example.org", display_name="Ben of the Mill")
    EmailAddress.objects.create(user=ben, email=ben.email, verified=True, primary=True)
    ada.user = User.objects.create_user("reader-ada", email="ada@example.org", display_name="Ada at the weir")
    ada.save()
    EmailAddress.objects.create(user=ada.user, email=ada.user.email, verified=True, primary=True)
    unread = add_report("The Elbe, unread")
    places = {
        **add_situation("High water on the Elbe"),
        "unread": unread["url"],
        "unread_id": unread["id"],
        "report": report.url,
        "report_id": report.pk,
        "section": section.url,
        "section_id": section.pk,
        "live": night.url,
        "meadow": meadow.url,
        "meadow_id": meadow.pk,
    }
    json.dump({**places, "deepest": parent.get_absolute_url() if parent else ""}, sys.stdout)


main()
