"""What the editor shows about reports: who writes, what is live, what can be said about a published report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.auth import user_has_any_page_permission
from wagtail.admin.site_summary import SummaryItem
from wagtail.admin.ui.components import Component
from wagtail.admin.widgets.button import Button
from wagtail.models import Page
from wagtail.snippets.views.snippets import SnippetViewSet

from .models import Author, ReportPage, SectionPage

NEWEST = 5


class AuthorViewSet(SnippetViewSet):
    """List and edit authors."""

    model = Author
    icon = "user"
    menu_label = gettext_lazy("Authors")
    menu_order = 220
    add_to_admin_menu = True
    list_display = ["name", "role", "user"]
    search_fields = ["name", "role"]


class ReportsSummary(SummaryItem):
    """How much is out, and how much is being written."""

    order = 50
    template_name = "reports/_summary.html"

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """Numbers, and where to see what they count."""
        reports = ReportPage.objects.all()
        return {
            "listing": reverse("wagtailadmin_pages:type_use", args=["reports", "reportpage"]),
            "published": reports.published().count(),
            "drafts": reports.with_unpublished_words().count(),
            "running": reports.published().running().for_cards(),
        }

    def is_shown(self) -> bool:
        """For those who write or edit."""
        return user_has_any_page_permission(self.request.user)


class OutNow(Component):
    """The newest reports on the dashboard, each one step from its form and its page."""

    order = 90
    template_name = "reports/_out_now.html"

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """The reports; nothing for those who have no part in them."""
        shown = user_has_any_page_permission(self.request.user)
        reports = ReportPage.objects.published().newest()[:NEWEST] if shown else []
        return {"reports": reports, "shown": shown, "doors": list(doors(self.request.user))}


def doors(user: Any) -> Iterator[tuple[SectionPage, str]]:
    """Every section this person may write in, with the address of an empty form there."""
    for section in SectionPage.objects.order_by("path"):
        if section.permissions_for_user(user).can_add_subpage():
            yield section, reverse("wagtailadmin_pages:add", args=["reports", "reportpage", section.pk])


def door_button(page: Page, user: Any) -> Iterator[Button]:
    """A section's row in the listing of pages leads to an empty form, too."""
    if not isinstance(page, SectionPage) or not page.permissions_for_user(user).can_add_subpage():
        return
    form = reverse("wagtailadmin_pages:add", args=["reports", "reportpage", page.pk])
    yield Button(_("Write a report"), form, priority=10)


def remind_of_change(request: HttpRequest, page: Page) -> None:
    """Say, after a published text was replaced, that readers are not told of it by that alone."""
    if not isinstance(page, ReportPage) or not page.replaced:
        return
    messages.info(
        request,
        _("The new text is out; nothing on the page tells readers that it changed. If they should know, say it."),
        buttons=[messages.button(reverse("reports_change", args=[page.pk]), _("Correct or update"))],
    )


def change_buttons(page: Page, user: Any) -> Iterator[Button]:
    """Buttons for stating a change, for those who may publish this report."""
    if not isinstance(page, ReportPage) or not page.live or not page.permissions_for_user(user).can_publish():
        return
    yield Button(_("Correct or update"), reverse("reports_change", args=[page.pk]), icon_name="warning", priority=40)
    if page.is_live:
        yield Button(_("Add live entry"), reverse("reports_live_entry", args=[page.pk]), icon_name="time", priority=41)
