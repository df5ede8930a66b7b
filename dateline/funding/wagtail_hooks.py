"""Where funding meets the editor."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet

from .treasury import FundingGroup
from .views.treasury import record_offline_gift, refund_gift

register_snippet(FundingGroup)


class RecordItem(MenuItem):
    """Shown to those who may record gifts."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether this person may record gifts."""
        return request.user.has_perm("funding.add_gift")


@hooks.register("register_admin_urls")
def treasury_paths() -> list[URLPattern]:
    """The treasurer's two forms."""
    return [
        path("funding/record/", record_offline_gift, name="funding_record"),
        path("funding/gifts/<int:pk>/refund/", refund_gift, name="funding_refund"),
    ]


@hooks.register("register_admin_menu_item")
def record_item() -> MenuItem:
    """A gift that came by hand, one step away."""
    return RecordItem(_("Record a gift"), reverse_lazy("funding_record"), icon_name="plus", order=401)
