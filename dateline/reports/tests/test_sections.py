"""The navigation names what there is to read; a section without reports can be reached, and says so."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.test import Client

from dateline.reports.actions import Story, open_section, record_report
from dateline.reports.models import ReportPage, SectionPage

NAV = '<li><a href="/archive-box/"'


@pytest.fixture
def box(db: None, flood: ReportPage, now: datetime) -> SectionPage:
    """A section in which nothing but a draft lies, beside one that is read."""
    box = open_section(title="Archive box", slug="archive-box")
    record_report(section=box, story=Story(headline="The dyke holds"), now=now)
    return box


def test_a_section_with_drafts_only_waits_outside_the_menu(client: Client, box: SectionPage) -> None:
    page = client.get("/").content.decode()
    assert NAV not in page
    assert '<li><a href="/region/"' in page


def test_it_enters_the_menu_with_its_first_report_and_leaves_with_its_last(client: Client, box: SectionPage) -> None:
    report = ReportPage.objects.child_of(box).get()
    report.get_latest_revision().publish()
    assert NAV in client.get("/").content.decode()
    report.refresh_from_db()
    report.unpublish()
    assert NAV not in client.get("/").content.decode()


def test_the_sitemap_does_not_name_it_either(client: Client, box: SectionPage) -> None:
    listed = client.get("/sitemap.xml").content.decode()
    assert "/archive-box/" not in listed
    assert "/region/<" in listed


def test_its_own_page_answers_and_says_what_will_be_there(client: Client, box: SectionPage) -> None:
    response = client.get("/archive-box/")
    assert response.status_code == 200
    assert "No report has been published in this section yet" in response.content.decode()
