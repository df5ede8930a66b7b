"""What the treasurer sees in the editor: drives to write, gifts and postings to read."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.admin.site_summary import SummaryItem
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet, SnippetViewSetGroup

from .actions import drive_at
from .drive_panel import DriveBooksPanel
from .gift_desk import GiftFilterSet, GiftIndexView
from .meter import meter_of
from .models import Drive, Gift, Posting, Supporter
from .treasury_forms import DriveForm
from .treasury_supporters import SupporterViewSet


class ReadOnly(ModelPermissionPolicy):
    """Nobody changes these rows by a form, whatever their rights: not even the owner of the installation."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Only viewing is left."""
        return action == "view" and super().user_has_permission(user, action)

    def user_has_any_permission(self, user: Any, actions: Any) -> bool:
        """Only viewing is left."""
        return "view" in actions and super().user_has_permission(user, "view")


register_permission_policy(Gift, ReadOnly(Gift))
register_permission_policy(Posting, ReadOnly(Posting))
register_permission_policy(Supporter, ReadOnly(Supporter))


class DriveViewSet(SnippetViewSet):
    """Drives by month."""

    model = Drive
    icon = "calendar"
    menu_label = _("Drives")
    list_display = ["label", "purpose", "starts_at", "ends_at"]
    panels = [
        DriveBooksPanel(),
        MultiFieldPanel([FieldPanel("year"), FieldPanel("month")], heading=_("Month")),
        FieldPanel("goal_written"),
        FieldPanel("ticks_written"),
        FieldPanel("purpose"),
        FieldPanel("goes_on"),
    ]
    copy_view_enabled = False

    def get_form_class(self, for_update: bool = False) -> Any:
        """Bind our form, whose amounts are written as people write them."""
        return self.get_edit_handler().get_form_class()

    def get_edit_handler(self) -> Any:
        """The panels, on our form."""
        handler = super().get_edit_handler()
        handler.base_form_class = DriveForm
        return handler


class GiftViewSet(SnippetViewSet):
    """Gifts, newest first."""

    model = Gift
    icon = "pick"
    menu_label = _("Gifts")
    index_view_class = GiftIndexView
    filterset_class = GiftFilterSet
    search_fields = ["name"]  # that there is a field to search in; what is looked through, the view says
    ordering = ["-received_at", "-pk"]
    inspect_view_enabled = False
    copy_view_enabled = False


class PostingIndexView(IndexView):
    """The list of postings; each leads to its legs."""

    def get_edit_url(self, instance: Any) -> str:
        """The posting's own page."""
        return reverse("funding_posting", args=[instance.pk])

    def get_list_more_buttons(self, instance: Any) -> list[Any]:
        """Nothing here is edited, copied or deleted."""
        return []


class PostingViewSet(SnippetViewSet):
    """The books."""

    model = Posting
    icon = "list-ul"
    menu_label = _("Postings")
    index_view_class = PostingIndexView
    list_display = ["kind", "movement_id", "provider", "mode", "occurred_at", "book_month", "actor"]
    list_filter = ["mode", "kind", "provider", "book_month"]
    search_fields = ["movement_id", "note"]
    inspect_view_enabled = False
    copy_view_enabled = False


class RightItem(MenuItem):
    """Shown to those who have a right."""

    def __init__(self, *args: Any, right: str, **kwargs: Any) -> None:
        self.right = right
        super().__init__(*args, **kwargs)

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether this person may."""
        return request.user.has_perm(self.right)


class FundingGroup(SnippetViewSetGroup):
    """The treasurer's menu."""

    menu_label = _("Funding")
    menu_icon = "pick"
    menu_order = 400
    items = (DriveViewSet, GiftViewSet, SupporterViewSet, PostingViewSet)

    def get_submenu_items(self) -> list[Any]:
        """Drives, gifts and books, what one does most often, what was spent, and the months."""
        pages = [
            (_("Record a gift"), "funding_record", "plus", "funding.add_gift", 0),
            (_("Bank statements"), "funding_statements", "form", "funding.view_bankline", 1),
            (_("Expenses"), "funding_expenses", "minus", "funding.view_expense", 250),
            (_("Months"), "funding_months", "table", "funding.view_posting", 260),
            (_("Words to look at"), "funding_words", "openquote", "funding.refund_gift", 270),
            (_("State of ways to give"), "funding_ways", "link", "funding.view_recurring", 900),
        ]
        ours = [
            RightItem(words, reverse_lazy(name), icon_name=icon, right=right, order=order)
            for words, name, icon, right, order in pages
        ]
        return [*ours, *super().get_submenu_items()]


class MonthSummary(SummaryItem):
    """This month's figure on the dashboard."""

    order = 400
    template_name = "funding/_summary.html"

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """The meter, or none."""
        now = timezone.now()
        drive = drive_at(now=now)
        return {
            "meter": meter_of(drive, now) if drive else None,
            "may_open": self.request.user.has_perm("funding.add_drive"),
        }
