"""Readers find reports: by words, by month, by an old address."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from dateline.reports.actions import Story, record_report
from dateline.reports.models import ReportPage, SectionPage
from dateline.reports.searching import MOST_WORDS, search_words


def test_words_find_a_report(client: Client, flood: ReportPage) -> None:
    assert "The Lume rises" in client.get("/search/?q=lume+PIANO").content.decode()


def test_all_the_words_must_be_there(client: Client, flood: ReportPage) -> None:
    assert "The Lume rises" not in client.get("/search/?q=lume+desert").content.decode()


@pytest.mark.parametrize(
    "typed", ['"', "\x00", "lume\x00", "AND", "lume AND", "NOT lume", "a*", "(", "title:lume", "^lume", "-", "{x}", "'"]
)
def test_nothing_one_can_type_is_an_error(client: Client, flood: ReportPage, typed: str) -> None:
    assert client.get("/search/", {"q": typed}).status_code == 200


@given(st.text(max_size=200))
def test_search_words_are_words(typed: str) -> None:
    words = search_words(typed)
    assert len(words.split()) <= MOST_WORDS
    assert not set(words) & set("\"'\x00*():^-+{}")
    assert search_words(words) == words or len(words) > 100


@pytest.mark.parametrize("page", ["0", "-1", "999", "x", "1.5", ""])
def test_a_page_out_of_range_gives_the_nearest(client: Client, flood: ReportPage, page: str) -> None:
    for address in ("/region/", "/search/?q=lume", "/tags/flood/", "/corrections/"):
        joint = "&" if "?" in address else "?"
        assert client.get(f"{address}{joint}page={page}").status_code == 200


def test_the_month_is_the_newsrooms_own(client: Client, region: SectionPage, now: datetime) -> None:
    almost_november = datetime(2025, 10, 31, 23, 30, tzinfo=UTC)  # in Berlin it is 1 November, half past midnight
    record_report(section=region, story=Story(headline="Midnight"), now=now, published_at=almost_november)
    assert "Midnight" in client.get("/archive/2025/11/").content.decode()
    assert "Midnight" not in client.get("/archive/2025/10/").content.decode()
    assert "/archive/2025/11/" in client.get("/archive/").content.decode()


def test_months_lead_to_months_in_which_something_came_out_and_no_further(
    client: Client, region: SectionPage, now: datetime
) -> None:
    for month in (3, 7, 11):
        out = datetime(2025, month, 1, 0, 30, tzinfo=ZoneInfo("Europe/Berlin"))
        record_report(section=region, story=Story(headline=f"Month {month}"), now=now, published_at=out)

    def leads_to(address: str) -> list[tuple[str, str]]:
        page = client.get(address).content.decode()
        return re.findall(r'<a rel="(prev|next)" href="/archive/([\d/]+)/">', page)

    assert leads_to("/archive/2025/7/") == [("prev", "2025/3"), ("next", "2025/11")]
    assert leads_to("/archive/2025/11/") == [("prev", "2025/7")]
    assert leads_to("/archive/1594/2/") == [("next", "2025/3")]


@pytest.mark.parametrize("address", ["/archive/2025/13/", "/archive/2025/0/", "/archive/0/1/", "/archive/99999/1/"])
def test_a_month_that_is_none_is_not_found(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


def test_an_old_address_leads_to_the_new_one(
    client: Client, flood: ReportPage, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        flood.slug = "the-lume-falls"
        flood.save_revision().publish()
    response = client.get("/region/the-lume-rises/")
    assert response.status_code == 301
    assert response["Location"] == "/region/the-lume-falls/"


def test_times_say_their_offset(client: Client, flood: ReportPage) -> None:
    page = client.get("/region/the-lume-rises/").content.decode()
    assert 'datetime="2025-11-13T10:30:00+01:00"' in page
    assert "10:30 (UTC+1)" in page


def test_related_reports_share_a_tag_and_are_out(flood: ReportPage, live_flood: ReportPage, draft: ReportPage) -> None:
    assert flood.related == [live_flood]


def test_the_front_page_leads_with_the_newest_until_told(
    client: Client, flood: ReportPage, live_flood: ReportPage
) -> None:
    front = flood.section.get_parent().specific
    assert front.leading == live_flood
    front.lead = flood
    del front.leading
    assert front.leading == flood
    flood.unpublish()
    del front.leading
    assert front.leading == live_flood
