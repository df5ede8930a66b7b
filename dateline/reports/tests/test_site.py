"""Wagtail's row of the site says what the settings say."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import Settings
from wagtail.models import Site

from dateline.reports.actions import settle_site
from dateline.reports.models import ReportPage, SectionPage


@pytest.mark.parametrize(
    ("base", "root"),
    [
        ("https://news.example", "https://news.example"),
        ("http://127.0.0.1:8199", "http://127.0.0.1:8199"),
        ("http://news.example", "http://news.example"),
    ],
)
def test_the_row_follows_the_configured_address(settings: Settings, region: SectionPage, base: str, root: str) -> None:
    settings.BASE_URL = base
    settle_site()
    assert Site.objects.get(is_default_site=True).root_url == root
    assert SectionPage.objects.get().full_url == f"{root}/region/"


def test_a_claimed_host_is_in_no_address(client: Client, settings: Settings, flood: ReportPage) -> None:
    settings.ALLOWED_HOSTS = ["*"]
    for address in ("/", flood.url, f"/threads/{flood.pk}/", "/sitemap.xml", "/feed.rss", "/feed.json", "/robots.txt"):
        response = client.get(address, headers={"Host": "forged.example"})
        assert response.status_code == 200, address
        assert "forged.example" not in response.content.decode(), address
