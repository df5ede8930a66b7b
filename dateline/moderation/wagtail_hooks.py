"""The desk in the editor: one entry in the menu with how many wait, one line on the dashboard."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.site_summary import SummaryItem
from wagtail.admin.widgets import Button
from wagtail.models import Page
from wagtail.snippets.models import register_snippet

from dateline.discussion.actions import new_edition
from dateline.people.models import User

from .appeals import open_count
from .desk import RIGHT
from .queue import waiting_count
from .reasons_editor import ReasonViewSet

register_snippet(ReasonViewSet)


class DeskItem(MenuItem):
    """Shown to moderators and editors only."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether this person may sit at the desk."""
        return request.user.has_perm(RIGHT)

    def render_component(self, request: HttpRequest) -> Any:
        """Say in the menu how many wait."""
        component = super().render_component(request)
        waiting = waiting_count()
        if waiting:
            component.label = f"{component.label} ({waiting})"
        return component


@hooks.register("register_admin_menu_item")
def desk_in_menu() -> MenuItem:
    """The entry of the moderation desk."""
    return DeskItem(_("Moderation"), reverse("moderation:queue"), name="moderation", icon_name="comment", order=230)


class WaitingSummary(SummaryItem):
    """How many comments wait, among the dashboard's figures."""

    order = 250
    template_name = "moderation/_summary.html"

    @cached_property
    def waiting(self) -> int:
        """Asked once for a dashboard."""
        return waiting_count()

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        """Number and words."""
        words = ngettext("comment waits", "comments wait", self.waiting)
        return {"waiting": self.waiting, "words": words}

    def is_shown(self) -> bool:
        """For those who may decide."""
        return bool(self.request.user.has_perm(RIGHT))


class AppealsSummary(SummaryItem):
    """How many appeals nobody has answered yet."""

    order = 251
    template_name = "moderation/_appeals_summary.html"

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        """Number and words."""
        appealed = open_count()
        return {"appealed": appealed, "words": ngettext("appeal to answer", "appeals to answer", appealed)}

    def is_shown(self) -> bool:
        """For those who may answer."""
        return bool(self.request.user.has_perm(RIGHT))


@hooks.register("construct_homepage_summary_items")
def desk_on_dashboard(request: HttpRequest, items: list[SummaryItem]) -> None:
    """Add the figures."""
    items.extend([WaitingSummary(request), AppealsSummary(request)])


@hooks.register("register_page_header_buttons")
def who_may_write(page: Page, user: User, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """The way from a page in the editor to who may write below it, and how strict the screening is."""
    if page.pk and page.depth > 1 and user.has_perm(RIGHT):
        words, where = _("Who may write, how strict"), reverse("moderation:thread", args=[page.pk])
        yield Button(words, where, icon_name="comment", priority=80)


@hooks.register("after_move_page")
def policies_move_along(request: HttpRequest, page: Page) -> None:
    """What is set on a page holds where it is now, also for processes that keep policies in memory."""
    new_edition()
