"""How many queries a page may cost, and that a longer page costs no more than a short one."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dateline.discussion.actions import record_comment, thread_of
from dateline.funding.actions import open_drive
from dateline.lib.money import whole
from dateline.people.models import User
from dateline.reports.actions import Story, open_front_page, open_section, record_report
from dateline.reports.models import Author, ReportPage, SituationPage
from dateline.reports.tests.claims import confirmed, source

pytestmark = pytest.mark.django_db

BUDGETS = {
    "/": 20,
    "/town/": 18,
    "/town/report-0/": 25,
    "/threads/{page}/": 20,
    "/threads/{page}/feed.rss": 12,
    "/give/": 10,
    "/drives/": 15,
    "/drives/books/": 18,
    "/supporters/": 15,
    "/archive/": 20,
    "/authors/ada/": 25,
    "/tags/water/": 25,
    "/search/?q=report": 25,
    "/corrections/": 20,
    "/discussion/transparency/": 15,
    "/feed.rss": 25,
    "/sitemap.xml": 20,
    "/the-flood/": 25,
    "/the-flood/feed.rss": 10,
    "/the-flood/map-narrow.svg": 10,
    "/embed/situations/the-flood/map/": 12,
}
SLACK = 2  # a part of the page that short ones do not have yet; six more reports would cost six


def fill(now, reports, comments):
    """Make a paper with this many reports, the first of them with this many comments; return that one."""
    if not open_section(title="Town", slug="town").get_children().exists():
        open_drive(year=now.year, month=now.month, goal=whole(5000, "USD"), purpose="Reporting.")
        Author.objects.create(name="Ada Lindqvist", slug="ada")
    section, ada = open_section(title="Town", slug="town"), Author.objects.get()
    made = [
        record_report(
            section=section,
            story=Story(
                headline=f"Report {number}",
                slug=f"report-{number}",
                body=[("text", "<p>Words.</p>")],
                authors=[ada],
                tags=["water"],
            ),
            now=now,
            published_at=now - timedelta(hours=number + 1),
        )
        for number in reports
    ]
    claim_in(made, ada_the_editor(), now)
    thread, parent = thread_of(page=made[0], now=now), None
    for number in range(comments):
        parent = record_comment(
            thread=thread,
            author_name="Ben",
            text="Words.",
            created_at=now,
            now=now,
            parent=parent if number % 4 else None,
        )
    return made[0]


def ada_the_editor():
    """Who confirms."""
    return User.objects.get_or_create(username="ada", defaults={"email": "ada@news.example"})[0]


def claim_in(reports, editor, now):
    """Make one claim in each report, all of one running situation."""
    situation = SituationPage.objects.first() or open_front_page().add_child(
        instance=SituationPage(title="The flood", slug="the-flood")
    )
    ReportPage.objects.filter(pk__in=[report.pk for report in reports]).update(situation=situation)
    for report in reports:
        confirmed(report, editor, now, latitude=50.0, longitude=14.0, place_name="Ostrau", source=source())


def cost(client, path):
    """Return the queries that a second visit takes; the first may fill caches of the process."""
    assert client.get(path).status_code == 200, path
    with CaptureQueriesContext(connection) as queries:
        client.get(path)
    return [query["sql"][:160] for query in queries.captured_queries]


def costs(client, page):
    """Return what every kind of page costs, with the beginnings of its queries."""
    return {path: cost(client, path.format(page=page.pk)) for path in BUDGETS}


def test_pages_stay_within_their_budgets(client, now):
    spent = costs(client, fill(now, range(6), 12))
    over = {path: asked for path, asked in spent.items() if len(asked) > BUDGETS[path]}
    assert not over, over


def test_longer_pages_cost_no_more(client, now):
    page = fill(now, range(4), 8)
    short = costs(client, page)
    fill(now, range(10, 16), 0)
    thread = thread_of(page=page, now=now)
    for _ in range(20):
        record_comment(thread=thread, author_name="Dee", text="More.", created_at=now, now=now)
    longer = costs(client, page)
    more = {path: asked for path, asked in longer.items() if len(asked) > len(short[path]) + SLACK}
    assert not more, more
