"""Every page writes an instant in the same way."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone, translation

from dateline.people import moments

NOON = datetime(2026, 11, 7, 16, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _in_halifax():
    with timezone.override(ZoneInfo("America/Halifax")), translation.override("en"):
        yield


def test_the_full_form_says_day_year_hour_and_offset() -> None:
    assert moments.full(NOON) == "7 November 2026, 12:30 (UTC−4)"


def test_a_list_leaves_out_the_running_year_only() -> None:
    assert moments.short(NOON, now=datetime(2026, 12, 31, tzinfo=UTC)) == "7 November, 12:30"
    assert moments.short(NOON, now=datetime(2027, 2, 1, tzinfo=UTC)) == "7 November 2026, 12:30"


def test_which_year_runs_is_the_newsrooms_to_say() -> None:
    new_year_in_utc_but_not_yet_here = datetime(2027, 1, 1, 2, tzinfo=UTC)
    assert moments.short_day(NOON, now=new_year_in_utc_but_not_yet_here) == "7 November"


def test_other_languages_keep_their_own_forms() -> None:
    with translation.override("de"):
        assert moments.full(NOON) == "7. November 2026, 12:30 Uhr (UTC−4)"


@pytest.mark.parametrize(
    ("zone", "said"),
    [("UTC", "UTC"), ("Asia/Kolkata", "UTC+5:30"), ("America/St_Johns", "UTC−3:30"), ("Europe/Kyiv", "UTC+2")],
)
def test_offsets_are_said_in_words(zone: str, said: str) -> None:
    with timezone.override(ZoneInfo(zone)):
        assert moments.offset(NOON) == said
