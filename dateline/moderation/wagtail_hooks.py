"""The desk in the editor: one entry in the menu with how many wait, one line on the dashboard."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.site_summary import SummaryItem

from .desk import RIGHT
from .queue import waiting_count


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


@hooks.register("construct_homepage_summary_items")
def desk_on_dashboard(request: HttpRequest, items: list[SummaryItem]) -> None:
    """Add the figure."""
    items.append(WaitingSummary(request))
