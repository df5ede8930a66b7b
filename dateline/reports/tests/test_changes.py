"""Corrections, updates and live entries are said once, and only they move the date."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.test import Client
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from dateline.people.models import User
from dateline.reports.actions import NotPublished, add_live_entry, correct, publish, state_update
from dateline.reports.models import Author, ChangeIsSaid, Correction, ReportPage


def test_a_correction_shows_in_the_report_and_on_its_own_page(client: Client, flood: ReportPage, now: datetime) -> None:
    correct(report=flood, text="It was 4.8 m, not 5.8 m.", by=None, now=now)
    for address in ("/region/the-lume-rises/", "/corrections/", "/feed.rss", "/feed.atom", "/feed.json"):
        assert "It was 4.8 m, not 5.8 m." in client.get(address).content.decode(), address


def test_publishing_again_does_not_freshen(flood: ReportPage, now: datetime) -> None:
    flood.standfirst = "A comma was moved."
    flood.save_revision()
    report = publish(report=flood, by=None, now=now)
    assert report.updated_at is None
    assert report.modified_at == report.first_published_at


@pytest.mark.parametrize("state", [correct, state_update])
def test_a_stated_change_moves_the_date_and_a_later_publish_keeps_it(state, flood: ReportPage, now: datetime) -> None:
    state(report=flood, text="More.", by=None, now=now)
    flood.save_revision()
    report = publish(report=flood, by=None, now=now + timedelta(hours=1))
    assert report.updated_at == now


def test_an_older_draft_published_later_loses_no_correction(flood: ReportPage, now: datetime) -> None:
    older = flood.save_revision()
    correct(report=flood, text="Said since.", by=None, now=now)
    older.publish()
    assert Correction.objects.get().page_id == flood.pk
    assert ReportPage.objects.get(pk=flood.pk).updated_at == now


def test_a_correction_publishes_nothing_that_is_being_written(client: Client, flood: ReportPage, now: datetime) -> None:
    flood.title = "Half a thought"
    flood.save_revision()
    correct(report=ReportPage.objects.get(pk=flood.pk), text="Only this.", by=None, now=now)
    page = client.get("/region/the-lume-rises/").content.decode()
    assert "Only this." in page
    assert "Half a thought" not in page


def test_a_correction_is_never_rewritten(flood: ReportPage, now: datetime) -> None:
    correction = correct(report=flood, text="One.", by=None, now=now)
    correction.text = "Another."
    with pytest.raises(ChangeIsSaid):
        correction.save()


def test_a_draft_has_nothing_to_correct(draft: ReportPage, now: datetime) -> None:
    with pytest.raises(NotPublished):
        correct(report=draft, text="Too early.", by=None, now=now)


def test_corrections_of_a_report_taken_back_leave_the_page(client: Client, flood: ReportPage, now: datetime) -> None:
    correct(report=flood, text="It was a Tuesday.", by=None, now=now)
    flood.unpublish()
    assert "It was a Tuesday." not in client.get("/corrections/").content.decode()


def test_a_live_entry_has_an_address_that_stays(
    client: Client, live_flood: ReportPage, ada: Author, now: datetime
) -> None:
    first = add_live_entry(report=live_flood, headline="Dam holds", text="<p>So far.</p>", author=ada, by=None, now=now)
    later = now + timedelta(minutes=5)
    second = add_live_entry(report=live_flood, headline="Bridge closed", by=None, now=later)
    page = client.get("/region/live-the-flood/").content.decode()
    assert page.index(f'id="{second}"') < page.index(f'id="{first}"')
    assert live_flood.updated_at == later


def test_a_live_entry_leaves_a_draft_a_draft(client: Client, live_flood: ReportPage, now: datetime) -> None:
    live_flood.title = "Half a thought"
    live_flood.save_revision()
    add_live_entry(report=live_flood, headline="Dam holds", by=None, now=now)
    page = client.get("/region/live-the-flood/").content.decode()
    assert "Dam holds" in page
    assert "Half a thought" not in page
    draft = ReportPage.objects.get(pk=live_flood.pk).get_latest_revision_as_object()
    assert draft.title == "Half a thought"
    assert [entry["headline"] for entry in draft.live_entries] == ["Dam holds"]


def test_an_editor_states_a_correction_in_the_editor(client: Client, flood: ReportPage, ada_the_editor: User) -> None:
    client.force_login(ada_the_editor)
    address = f"/newsroom/reports/{flood.pk}/change/"
    assert client.get(address).status_code == 200
    client.post(address, {"kind": "correction", "text": "It was the new bridge."})
    correction = Correction.objects.get()
    assert (correction.text, correction.by) == ("It was the new bridge.", ada_the_editor)
    assert "Stated a correction" in client.get(f"/newsroom/pages/{flood.pk}/history/").content.decode()


def test_who_states_a_change_is_told_that_the_text_stays(
    client: Client, flood: ReportPage, ada_the_editor: User
) -> None:
    client.force_login(ada_the_editor)
    address, form = f"/newsroom/reports/{flood.pk}/change/", f"/newsroom/pages/{flood.pk}/edit/"
    page = client.get(address).content.decode()
    assert f'<a href="{form}">change it in the report' in page
    told = client.post(address, {"kind": "correction", "text": "It was 6 to 1."}, follow=True)
    assert told.redirect_chain == [(form, 302)]
    assert "If the text still says the old thing, change it here and publish." in told.content.decode()


def test_the_form_of_a_published_report_shows_the_way_to_say_a_change(
    client: Client, flood: ReportPage, draft: ReportPage, ada_the_editor: User, ben_the_reporter: User
) -> None:
    way = "Readers see the published text."
    client.force_login(ada_the_editor)
    assert way in client.get(f"/newsroom/pages/{flood.pk}/edit/").content.decode()
    assert way not in client.get(f"/newsroom/pages/{draft.pk}/edit/").content.decode()
    client.force_login(ben_the_reporter)
    assert way not in client.get(f"/newsroom/pages/{flood.pk}/edit/").content.decode()


def test_who_replaces_a_published_text_is_reminded_to_say_so(
    client: Client, flood: ReportPage, draft: ReportPage, ada_the_editor: User
) -> None:
    client.force_login(ada_the_editor)
    replaced = _publish_in_the_editor(client, flood, title="The Lume falls")
    assert "nothing on the page tells readers that it changed" in replaced
    assert f"/newsroom/reports/{flood.pk}/change/" in replaced
    assert "nothing on the page tells" not in _publish_in_the_editor(client, draft, title="First time out")


def _publish_in_the_editor(client: Client, report: ReportPage, **changes: str) -> str:
    """Press “Publish” in the form as the editor shows it; return the page that follows."""
    form = client.get(f"/newsroom/pages/{report.pk}/edit/").context["form"]
    sent = nested_form_data(
        {
            "title": report.title,
            "slug": report.slug,
            "body": streamfield([]),
            "bylines": inline_formset([]),
            "related_links": inline_formset([]),
            "comments": inline_formset([]),
        }
    )
    assert set(form.formsets) <= {"bylines", "related_links", "comments"}
    answer = client.post(f"/newsroom/pages/{report.pk}/edit/", sent | changes | {"action-publish": "1"}, follow=True)
    assert answer.redirect_chain, answer.context["form"].errors
    return answer.content.decode()


def test_an_editor_adds_a_live_entry_in_the_editor(
    client: Client, live_flood: ReportPage, ada_the_editor: User
) -> None:
    client.force_login(ada_the_editor)
    address = f"/newsroom/reports/{live_flood.pk}/entry/"
    assert client.get(address).status_code == 200
    client.post(address, {"headline": "Dam holds", "text": "So far <script>"})
    page = client.get("/region/live-the-flood/").content.decode()
    assert "Dam holds" in page
    assert "<p>So far &lt;script&gt;</p>" in page


def test_a_reporter_states_nothing(client: Client, flood: ReportPage, ben_the_reporter: User) -> None:
    client.force_login(ben_the_reporter)
    response = client.post(f"/newsroom/reports/{flood.pk}/change/", {"kind": "correction", "text": "No."})
    assert response.status_code in (302, 403)
    assert not Correction.objects.exists()
