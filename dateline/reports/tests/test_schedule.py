"""A report comes out when it was meant to, by the newsroom's clock, and never by a slip of the date."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from dateline.people.models import User
from dateline.reports.models import ReportPage

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.fixture(autouse=True)
def signed_in(client: Client, ada_the_editor: User) -> None:
    """Ada sits at the editor."""
    client.force_login(ada_the_editor)


def send(client: Client, report: ReportPage, go_live_at: datetime | None, address: str = "", **more: str):
    """Send the form as typed in the newsroom's zone."""
    typed = go_live_at.astimezone(BERLIN).strftime("%Y-%m-%d %H:%M") if go_live_at else ""
    form = {"title": report.title, "slug": report.slug, "body": streamfield([]), "go_live_at": typed, **more}
    form |= dict.fromkeys(("bylines", "related_links", "comments"), inline_formset([]))
    return client.post(address or f"/newsroom/pages/{report.pk}/edit/", nested_form_data(form))


def test_the_form_names_the_clock_it_goes_by(client: Client, draft: ReportPage) -> None:
    page = client.get(f"/newsroom/pages/{draft.pk}/edit/").content.decode()
    assert page.count("By the newsroom&#x27;s clock (Europe/Berlin), where it is now") == 2


def test_a_time_to_come_out_is_read_by_the_newsrooms_clock(client: Client, draft: ReportPage) -> None:
    soon = (timezone.now() + timedelta(minutes=2)).replace(second=0, microsecond=0)
    assert send(client, draft, soon, **{"action-publish": "1"}).status_code == 302
    draft.refresh_from_db()
    assert not draft.live
    assert draft.scheduled_revision.approved_go_live_at == soon


def test_a_time_that_has_passed_publishes_nothing_and_says_so(client: Client, draft: ReportPage) -> None:
    answer = send(client, draft, timezone.now() - timedelta(days=1), **{"action-publish": "1"})
    assert "That is in the past: by the newsroom's clock (Europe/Berlin)" in str(
        answer.context["form"].errors["go_live_at"].data
    )
    draft.refresh_from_db()
    assert not draft.live


def test_a_new_report_takes_no_time_that_has_passed_either(client: Client, draft: ReportPage) -> None:
    form = f"/newsroom/pages/add/reports/reportpage/{draft.get_parent().pk}/"
    new = ReportPage(title="Another", slug="another")
    answer = send(client, new, timezone.now() - timedelta(days=1), form, **{"action-publish": "1"})
    assert "go_live_at" in answer.context["form"].errors
    assert not ReportPage.objects.filter(slug="another").exists()


def test_a_schedule_that_lapsed_does_not_keep_a_draft_from_being_saved(client: Client, draft: ReportPage) -> None:
    lapsed = (timezone.now() - timedelta(days=1)).replace(second=0, microsecond=0)
    ReportPage.objects.filter(pk=draft.pk).update(go_live_at=lapsed, latest_revision=None)
    assert send(client, draft, lapsed).status_code == 302


def test_a_report_that_is_out_keeps_the_time_it_came_out_at(client: Client, flood: ReportPage) -> None:
    assert send(client, flood, timezone.now() - timedelta(days=1)).status_code == 302
