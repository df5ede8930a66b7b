"""Reports come into the paper."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.test import Client

from dateline.reports.actions import Story, open_front_page, open_section, publish, record_report
from dateline.reports.models import Author, FrontPage, ReportPage, SectionPage


def test_a_recorded_report_stands_at_its_address(client: Client, flood: ReportPage, now: datetime) -> None:
    page = client.get("/region/the-lume-rises/")
    assert page.status_code == 200
    for words in ("The Lume rises", "Water stands in the old town.", "Ostrau", "Ada Vogt", "4.8 m", "the piano first"):
        assert words in page.content.decode()
    assert flood.first_published_at == flood.last_published_at == now - timedelta(days=1)
    assert flood.updated_at is None


def test_a_recorded_draft_is_not_there_for_readers(client: Client, draft: ReportPage) -> None:
    assert not draft.live
    assert client.get(f"/region/{draft.slug}/").status_code == 404


def test_a_report_for_tomorrow_is_scheduled(region: SectionPage) -> None:
    now = datetime.now().astimezone()
    report = record_report(section=region, story=Story(headline="Soon"), now=now, published_at=now + timedelta(days=1))
    assert not report.live
    assert report.first_published_at is None
    assert report.scheduled_revision is not None


def test_a_draft_is_published_as_it_was_last_written(client: Client, draft: ReportPage, now: datetime) -> None:
    draft.title = "The plan"
    draft.save_revision()
    publish(report=draft, by=None, now=now)
    assert b"The plan" in client.get(f"/region/{draft.slug}/").content


def test_sections_and_the_front_page_are_made_once(region: SectionPage) -> None:
    assert open_section(title="Region", slug="region") == region
    assert open_front_page().pk == FrontPage.objects.get().pk


def test_bylines_keep_their_order(client: Client, region: SectionPage, ada: Author, now: datetime) -> None:
    zoe = Author.objects.create(name="Zoe", slug="zoe")
    report = record_report(section=region, story=Story(headline="Two", authors=[zoe, ada]), now=now, published_at=now)
    assert [str(byline) for byline in report.bylines.all()] == ["Zoe", "Ada Vogt"]


def test_right_to_left_words_come_out_as_they_went_in(client: Client, region: SectionPage, now: datetime) -> None:
    words = "الفيضان \u2067يرتفع\u2069 في المدينة"
    record_report(
        section=region,
        story=Story(headline=words, slug="arabic", body=[("text", f"<p>{words}</p>")]),
        now=now,
        published_at=now,
    )
    assert client.get("/region/arabic/").content.decode().count(words) >= 2
    assert words in client.get("/feed.rss").content.decode()


def test_an_author_who_has_written_cannot_be_deleted(flood: ReportPage, ada: Author) -> None:
    with pytest.raises(Exception, match="protected"):
        ada.delete()
