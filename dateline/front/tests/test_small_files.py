"""What browsers and crawlers ask every site for."""

from __future__ import annotations

import json

import pytest
from django.test import Client

from dateline.people.models import Newsroom

pytestmark = pytest.mark.django_db


def test_the_accent_of_the_newsroom_becomes_a_style_sheet(client: Client) -> None:
    newsroom = Newsroom.load()
    newsroom.accent = "#0b6e4f"
    newsroom.save()
    response = client.get("/theme.css?v=1")
    assert "--accent: #0b6e4f;" in response.content.decode()
    assert "immutable" in response["Cache-Control"]


def test_a_changed_accent_gets_a_new_address(client: Client) -> None:
    def link() -> str:
        return client.get("/").content.decode().partition("/theme.css?v=")[2][:10]

    before = link()
    newsroom = Newsroom.load()
    newsroom.accent = "#0b6e4f"
    newsroom.save()
    assert link() != before


def test_crawlers_are_told_where_the_map_of_the_site_is(client: Client) -> None:
    body = client.get("/robots.txt").content.decode()
    assert "Disallow: /newsroom/" in body
    assert "/sitemap.xml" in body


def test_the_manifest_names_the_newsroom(client: Client) -> None:
    assert json.loads(client.get("/manifest.webmanifest").content)["name"] == Newsroom.load().name


def test_the_icon_bears_the_initial(client: Client) -> None:
    newsroom = Newsroom.load()
    newsroom.name = "The Lume Courier"
    newsroom.save()
    assert ">L</text>" in client.get("/icon.svg").content.decode()
