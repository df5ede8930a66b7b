"""The cast of these tests: Ada writes about one flood, and a draft of hers that nobody may see."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.contrib.auth.models import Group

from dateline.people.models import Newsroom, User
from dateline.reports.actions import Story, open_section, record_report
from dateline.reports.models import Author, ReportPage, SectionPage

SECRET = "Unsaid-Zyxomma"


@pytest.fixture(autouse=True)
def newsroom(db: None) -> Newsroom:
    """A paper on the river, one hour east of Greenwich in November."""
    room = Newsroom.load()
    room.name, room.tagline, room.time_zone = "The Lume Courier", "News along the river", "Europe/Berlin"
    room.save()
    return room


@pytest.fixture
def region(db: None) -> SectionPage:
    """The section everything here stands in."""
    return open_section(title="Region", slug="region", intro="Along the river.")


@pytest.fixture
def ada(db: None) -> Author:
    """Ada the editor, as a byline."""
    return Author.objects.create(name="Ada Vogt", slug="ada-vogt", role="Editor")


@pytest.fixture
def ada_the_editor(ada: Author) -> User:
    """Ada as an account."""
    user = User.objects.create_user("ada", "ada@example.org", "water", display_name="Ada Vogt")
    user.groups.add(Group.objects.get(name="Editor"))
    Author.objects.filter(pk=ada.pk).update(user=user)
    return user


@pytest.fixture
def ben_the_reporter(db: None) -> User:
    """Ben, who writes and hands in."""
    user = User.objects.create_user("ben", "ben@example.org", "water", display_name="Ben")
    user.groups.add(Group.objects.get(name="Reporter"))
    return user


@pytest.fixture
def flood(region: SectionPage, ada: Author, now: datetime) -> ReportPage:
    """The report on the flood, out since yesterday."""
    story = Story(
        headline="The Lume rises",
        standfirst="Water stands in the old town.",
        kicker="Flood",
        place="Ostrau",
        body=[
            ("text", '<p>The river <b>rose</b> overnight. <a href="/corrections/">More</a></p>'),
            ("heading", "At the bridge"),
            ("quote", {"text": "We carried the piano first.", "source": "Dee, a resident"}),
            ("pull_fact", {"figure": "4.8 m", "text": "at the old bridge"}),
        ],
        authors=[ada],
        tags=["flood", "Lume"],
    )
    return record_report(section=region, story=story, now=now, published_at=now - timedelta(days=1))


@pytest.fixture
def live_flood(region: SectionPage, ada: Author, now: datetime) -> ReportPage:
    """Live coverage, begun two hours ago."""
    story = Story(
        headline="Live: the flood",
        standfirst="What we know.",
        authors=[ada],
        tags=["flood"],
        coverage={"start": now - timedelta(hours=2)},
        body=[("text", "<p>It goes on.</p>")],
    )
    return record_report(section=region, story=story, now=now, published_at=now - timedelta(hours=2))


@pytest.fixture
def draft(region: SectionPage, now: datetime) -> ReportPage:
    """What nobody may see yet, by an author who has published nothing."""
    author = Author.objects.create(name=f"{SECRET} Author", slug="unsaid")
    story = Story(headline=f"{SECRET} plan", standfirst=SECRET, authors=[author], tags=[SECRET, "flood"])
    return record_report(section=region, story=story, now=now)
