"""Every public page is well made: one headline, one address, nothing inline, nothing personal."""

from __future__ import annotations

import re
from types import SimpleNamespace

import pytest
from django.test import Client

from dateline.people.models import Newsroom
from dateline.reports.models import FrontPage, StandingPage

pytestmark = [
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]
PAGES = ["front", "section", "report", "live", "author", "authors", "tag", "archive", "month", "search", "found"]
PAGES += ["corrections", "picture"]


def address(paper: SimpleNamespace, name: str) -> str:
    """Where the page of that name is."""
    pages = {"front": "/", "authors": "/authors/", "tag": "/tags/flood/", "archive": "/archive/"}
    pages |= {
        "month": "/archive/2025/11/",
        "search": "/search/",
        "found": "/search/?q=river",
        "author": "/authors/ada-reed/",
    }
    pages |= {"corrections": "/corrections/", "picture": paper.picture.get_absolute_url()}
    return pages.get(name) or getattr(paper, name).url


@pytest.mark.parametrize("name", PAGES)
def test_every_page_is_sound(client: Client, paper: SimpleNamespace, name: str) -> None:
    response = client.get(address(paper, name))
    assert response.status_code == 200
    assert not response.cookies
    html = response.content.decode()
    assert "csrfmiddlewaretoken" not in html
    is_one_page(html)
    holds_nothing_inline(html)
    asks_no_other_host(html)


def is_one_page(html: str) -> None:
    """One headline, one address, one main part, language and direction said."""
    assert html.count("<h1") == 1
    assert html.count('rel="canonical"') == 1
    assert html.count("<main ") == 1
    assert '<html lang="en" dir="ltr">' in html


def holds_nothing_inline(html: str) -> None:
    """No script, style or handler that a strict content policy would have to refuse."""
    scripts = re.findall(r"<script\b([^>]*)>", html)
    assert all("src=" in script or "application/ld+json" in script for script in scripts)
    assert "<style" not in html
    assert not re.search(r"<[^>]+\sstyle=", html)
    assert not re.search(r"<[^>]+\son\w+=", html)


def asks_no_other_host(html: str) -> None:
    """Everything that loads by itself comes from here."""
    asked = re.findall(r'<(?:script|img|source|iframe)\b[^>]*\b(?:src|srcset)="(https?:[^"]*)"', html)
    asked += re.findall(r'<link rel="(?:stylesheet|icon|manifest)"[^>]*href="(https?:[^"]*)"', html)
    assert asked == []


def test_a_page_in_a_right_to_left_language_says_so(client: Client, paper: SimpleNamespace) -> None:
    Newsroom.objects.update(language="ar")
    assert '<html lang="ar" dir="rtl">' in client.get(paper.report.url).content.decode()


def test_the_lead_of_the_front_page_leads(client: Client, paper: SimpleNamespace) -> None:
    html = client.get("/").content.decode()
    assert html.index("teaser--lead") < html.index("Flood, hour by hour")
    assert "Gauge falls" in html


def test_an_empty_paper_says_what_will_be_here(client: Client, db: None) -> None:
    assert "The first report will stand here" in client.get("/").content.decode()


def test_a_report_shows_its_correction(client: Client, paper: SimpleNamespace) -> None:
    assert "It was ten past six." in client.get(paper.report.url).content.decode()


def test_a_missing_page_offers_ways_on(client: Client, paper: SimpleNamespace) -> None:
    response = client.get("/nowhere/")
    assert response.status_code == 404
    assert 'action="/search/"' in response.content.decode()


def test_a_report_taken_back_says_so(client: Client, paper: SimpleNamespace) -> None:
    paper.report.refresh_from_db()
    paper.report.unpublish()
    assert client.get(paper.report.url).status_code == 410


def test_search_survives_what_people_paste(client: Client, paper: SimpleNamespace) -> None:
    for typed in ('"', "\x00", "a&page=2", "<b>"):
        assert client.get("/search/", {"q": typed}).status_code == 200


def test_every_page_about_ourselves_is_found_from_every_page(client: Client, paper: SimpleNamespace) -> None:
    front = FrontPage.objects.get()
    about = front.add_child(instance=StandingPage(title="About the Courier", slug="about"))
    rules = about.add_child(instance=StandingPage(title="How we work", slug="how-we-work"))
    front.add_child(instance=StandingPage(title="Not yet", slug="not-yet", live=False))
    newsroom = Newsroom.load()
    newsroom.ethics_page = rules
    newsroom.save()
    footer = client.get(paper.report.url).content.decode().partition("<footer")[2]
    assert f'<a href="{about.url}">About the Courier</a>' in footer
    assert footer.count("How we work") == 1
    assert "Not yet" not in footer


def test_the_archive_says_a_number_of_reports_and_not_a_day(client: Client, paper: SimpleNamespace) -> None:
    words = re.sub(r"<[^>]+>", "", client.get("/archive/").content.decode())
    assert re.search(r"November: \d+ reports?", words)
