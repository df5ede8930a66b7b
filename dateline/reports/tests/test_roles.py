"""Reporters hand in, editors publish."""

from __future__ import annotations

from django.test import Client
from wagtail.models import Workflow

from dateline.people.models import User
from dateline.reports.actions import open_section
from dateline.reports.models import ReportPage, SectionPage


def own_draft(section: SectionPage, owner: User) -> ReportPage:
    """A draft that somebody began."""
    return section.add_child(instance=ReportPage(title="Mine", slug="mine", live=False, owner=owner))


def test_a_reporter_edits_their_own_draft_and_hands_it_in(region: SectionPage, ben_the_reporter: User) -> None:
    may = own_draft(region, ben_the_reporter).permissions_for_user(ben_the_reporter)
    assert may.can_edit()
    assert may.can_submit_for_moderation()
    assert not may.can_publish()


def test_a_reporter_leaves_other_peoples_reports_alone(draft: ReportPage, ben_the_reporter: User) -> None:
    assert not draft.permissions_for_user(ben_the_reporter).can_edit()


def test_an_editor_publishes_everything(draft: ReportPage, ada_the_editor: User) -> None:
    may = draft.permissions_for_user(ada_the_editor)
    assert may.can_edit()
    assert may.can_publish()
    assert may.can_unpublish() is False  # there is nothing out yet


def test_what_is_handed_in_waits_for_an_editor(
    region: SectionPage, ben_the_reporter: User, ada_the_editor: User
) -> None:
    report = own_draft(region, ben_the_reporter)
    report.save_revision(user=ben_the_reporter)
    workflow = report.get_workflow()
    assert workflow.name == "the editors’ desk"
    workflow.start(report, ben_the_reporter)
    state = report.current_workflow_task_state
    assert report.current_workflow_task.get_actions(report, ben_the_reporter) == []
    assert not ReportPage.objects.get(pk=report.pk).live
    state.approve(user=ada_the_editor)
    assert ReportPage.objects.get(pk=report.pk).live


def test_there_is_one_workflow() -> None:
    assert [workflow.name for workflow in Workflow.objects.active()] == ["the editors’ desk"]


def test_the_editor_opens_for_a_reporter(client: Client, region: SectionPage, ben_the_reporter: User) -> None:
    client.force_login(ben_the_reporter)
    assert client.get("/newsroom/").status_code == 200
    page = client.get(f"/newsroom/pages/add/reports/reportpage/{region.pk}/").content.decode()
    for words in ("Write", "Lead", "Live and related", "Publish", "One or two words above the headline"):
        assert words in page


def test_an_editor_previews_the_real_page(client: Client, draft: ReportPage, ada_the_editor: User) -> None:
    client.force_login(ada_the_editor)
    page = client.get(f"/newsroom/pages/{draft.pk}/view_draft/").content.decode()
    assert draft.title in page
    assert '<meta name="robots" content="noindex">' in page


def test_the_dashboard_counts_what_is_out(
    client: Client, flood: ReportPage, live_flood: ReportPage, draft: ReportPage, ada_the_editor: User
) -> None:
    client.force_login(ada_the_editor)
    page = client.get("/newsroom/").content.decode()
    assert "reports published" in page
    assert "Live now: Live: the flood" in page


def test_the_button_says_where_a_report_goes(client: Client, region: SectionPage, ben_the_reporter: User) -> None:
    report = own_draft(region, ben_the_reporter)
    client.force_login(ben_the_reporter)
    page = client.get(f"/newsroom/pages/{report.pk}/edit/").content.decode()
    assert "Submit to the editors’ desk" in page


def test_the_first_page_leads_a_reporter_to_an_empty_form_in_each_section(
    client: Client, region: SectionPage, ben_the_reporter: User
) -> None:
    client.force_login(ben_the_reporter)
    form = f"/newsroom/pages/add/reports/reportpage/{region.pk}/"
    page = client.get("/newsroom/").content.decode()
    assert f'href="{form}">Write a report</a>' in page
    open_section(title="Culture", slug="culture")
    page = client.get("/newsroom/").content.decode()
    assert f'href="{form}">Write a report in Region</a>' in page
    assert "Write a report in Culture" in page


def test_a_section_in_the_listing_leads_to_an_empty_form(
    client: Client, region: SectionPage, ben_the_reporter: User
) -> None:
    client.force_login(ben_the_reporter)
    listing = client.get(f"/newsroom/pages/{region.get_parent().pk}/", follow=True).content.decode()
    assert "Write a report" in listing
    assert f"/newsroom/pages/add/reports/reportpage/{region.pk}/" in listing
