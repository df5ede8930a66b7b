"""A newsroom speaks its language, on pages and in mails, and writes dates as the language does."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.core import mail
from django.test import Client
from django.utils import formats, timezone, translation

from dateline.people import moments
from dateline.people.models import Newsroom

AFTERNOON = datetime(2026, 12, 5, 13, 30, tzinfo=UTC)
LANGUAGES = {
    "en": ("5 December 2026, 14:30 (UTC+1)", "5 December, 14:30", "December 2026", "1234.5"),
    "de": ("5. Dezember 2026, 14:30 Uhr (UTC+1)", "5. Dezember, 14:30 Uhr", "Dezember 2026", "1234,5"),
    "es": ("5 de diciembre de 2026, 14:30 (UTC+1)", "5 de diciembre, 14:30", "diciembre de 2026", "1234,5"),
    "fr": ("5 décembre 2026, 14\u00a0h\u00a030 (UTC+1)", "5 décembre, 14\u00a0h\u00a030", "décembre 2026", "1234,5"),
    "uk": ("5 грудня 2026\u00a0р., 14:30 (UTC+1)", "5 грудня, 14:30", "Грудень 2026", "1234,5"),
    "ar": ("5 ديسمبر 2026، 14:30 (UTC+1)", "5 ديسمبر، 14:30", "ديسمبر 2026", "1234.5"),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_dates_and_numbers_are_written_as_the_language_writes_them(language: str) -> None:
    full, short, month, number = LANGUAGES[language]
    with timezone.override(ZoneInfo("Europe/Berlin")), translation.override(language):
        assert moments.full(AFTERNOON) == full
        assert moments.short(AFTERNOON, now=AFTERNOON) == short
        assert formats.date_format(AFTERNOON, "YEAR_MONTH_FORMAT") == month
        assert formats.number_format(Decimal("1234.5")) == number


def test_every_language_that_may_be_chosen_has_its_forms_tested() -> None:
    assert set(LANGUAGES) == {code for code, _name in settings.LANGUAGES}


@pytest.mark.django_db
def test_pages_and_mails_are_in_the_newsrooms_language(client: Client) -> None:
    speak("de")
    page = client.get("/account/login/")
    assert page.headers["Content-Language"] == "de"
    assert '<html lang="de" dir="ltr">' in page.content.decode()
    assert "Ein Passwort gibt es nicht." in page.content.decode()
    client.post("/account/login/", {"login": "ben@example.org"})
    assert "noch kein Konto" in mail.outbox[0].subject
    assert "Hier können Sie eines anlegen" in mail.outbox[0].body


@pytest.mark.django_db
def test_the_editor_is_left_to_say_its_own_language(client: Client) -> None:
    speak("de")
    assert "Content-Language" not in client.get("/newsroom/login/").headers


def speak(language: str) -> None:
    newsroom = Newsroom.load()
    newsroom.language = language
    newsroom.save()
