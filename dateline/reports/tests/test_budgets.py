"""How many queries a page may take, whatever the number of reports on it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from dateline.reports.actions import Story, record_report
from dateline.reports.models import Author, SectionPage

BUDGETS = {
    "/": 20,
    "/region/": 18,
    "/region/report-0/": 24,
    "/authors/ada-vogt/": 20,
    "/tags/flood/": 20,
    "/archive/2025/11/": 20,
    "/search/?q=report": 20,
    "/feed.rss": 10,
    "/feed.json": 10,
    "/sitemap.xml": 8,
    "/news-sitemap.xml": 5,
}


@pytest.fixture
def print_run(region: SectionPage, ada: Author, now: datetime) -> Callable[[int, int], None]:
    """Publish reports number ``first`` to ``last``."""

    def run(first: int, last: int) -> None:
        for number in range(first, last):
            story = Story(
                headline=f"Report {number}",
                slug=f"report-{number}",
                authors=[ada],
                tags=["flood"],
                body=[("text", "<p>x</p>")],
            )
            record_report(section=region, story=story, now=now, published_at=now - timedelta(minutes=number))

    return run


def queries(client: Client, address: str) -> int:
    """Queries of a page on a warm cache."""
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def test_pages_keep_their_budget_and_do_not_grow(client: Client, print_run: Callable[[int, int], None]) -> None:
    print_run(0, 6)
    few = {address: queries(client, address) for address in BUDGETS}
    print_run(6, 14)
    many = {address: queries(client, address) for address in BUDGETS}
    assert not {address: taken for address, taken in many.items() if taken > BUDGETS[address]}
    assert not {address: (few[address], many[address]) for address in BUDGETS if many[address] > few[address]}
