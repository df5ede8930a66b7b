"""Where funding meets the editor."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import URLPattern, path
from wagtail import hooks
from wagtail.admin.site_summary import SummaryItem
from wagtail.snippets.models import register_snippet

from .treasury import FundingGroup, MonthSummary
from .views.treasury import record_offline_gift, refund_gift, unname_gift

register_snippet(FundingGroup)


@hooks.register("register_admin_urls")
def treasury_paths() -> list[URLPattern]:
    """The treasurer's forms."""
    return [
        path("funding/record/", record_offline_gift, name="funding_record"),
        path("funding/gifts/<int:pk>/refund/", refund_gift, name="funding_refund"),
        path("funding/gifts/<int:pk>/unname/", unname_gift, name="funding_unname"),
    ]


@hooks.register("construct_homepage_summary_items")
def month_on_dashboard(request: HttpRequest, items: list[SummaryItem]) -> None:
    """How the month goes; readers see it too, so everybody here does."""
    items.append(MonthSummary(request))
