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
from wagtail.admin.widgets import ListingButton
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet, SnippetViewSetGroup

from .actions import drive_at
from .meter import meter_of
from .models import Drive, Gift, Posting
from .treasury_forms import DriveForm


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


class DriveViewSet(SnippetViewSet):
    """Drives by month."""

    model = Drive
    icon = "calendar"
    menu_label = _("Drives")
    list_display = ["label", "purpose", "starts_at", "ends_at"]
    panels = [
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


class GiftIndexView(IndexView):
    """The list of gifts, with giving back, and hiding who gave, one step away."""

    def get_list_buttons(self, instance: Any) -> list[Any]:
        """Offer both to those who may."""
        buttons = list(super().get_list_buttons(instance))
        if self.request.user.has_perm("funding.refund_gift"):
            buttons.append(ListingButton(_("Give back"), url=reverse("funding_refund", args=[instance.pk])))
            if instance.is_named:
                url = reverse("funding_unname", args=[instance.pk])
                buttons.append(ListingButton(_("Take off the supporters' page"), url=url))
        return buttons


class GiftViewSet(SnippetViewSet):
    """Gifts, newest first."""

    model = Gift
    icon = "pick"
    menu_label = _("Gifts")
    index_view_class = GiftIndexView
    list_display = ["money", "received_at", "name", "provider", "mode", "drive"]
    list_filter = ["mode", "provider", "drive"]
    search_fields = ["name", "payment_id"]
    inspect_view_enabled = True
    copy_view_enabled = False


class PostingViewSet(SnippetViewSet):
    """The books."""

    model = Posting
    icon = "list-ul"
    menu_label = _("Postings")
    list_display = ["kind", "movement_id", "provider", "mode", "occurred_at", "book_month", "actor"]
    list_filter = ["mode", "kind", "provider", "book_month"]
    search_fields = ["movement_id", "note"]
    inspect_view_enabled = True
    copy_view_enabled = False


class RecordItem(MenuItem):
    """Shown to those who may record gifts."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether this person may record gifts."""
        return request.user.has_perm("funding.add_gift")


class FundingGroup(SnippetViewSetGroup):
    """The treasurer's menu."""

    menu_label = _("Funding")
    menu_icon = "pick"
    menu_order = 400
    items = (DriveViewSet, GiftViewSet, PostingViewSet)

    def get_submenu_items(self) -> list[Any]:
        """Drives, gifts and books, and what one does most often: recording a gift that came by hand."""
        record = RecordItem(_("Record a gift"), reverse_lazy("funding_record"), icon_name="plus", order=0)
        return [record, *super().get_submenu_items()]


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
