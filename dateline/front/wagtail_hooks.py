"""The editor in our ink: its colours, its menu, its dashboard."""

from __future__ import annotations

from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.site_summary import PagesSummaryItem, SummaryItem
from wagtail.documents.wagtail_hooks import DocumentsSummaryItem
from wagtail.images.wagtail_hooks import ImagesSummaryItem
from wagtail.models import Page
from wagtail.permissions import policy_registry

# Wagtail's own "Reports" are lists about pages; in a newsroom a report is what one writes.
RENAMED = {"explorer": _("Reports"), "images": _("Pictures"), "documents": _("Documents"), "reports": _("Overviews")}
ORDER = {"explorer": 100, "images": 300, "documents": 310}
COUNTS = (PagesSummaryItem, ImagesSummaryItem, DocumentsSummaryItem)
ABROAD = ("whats-new-in-wagtail", "editor-guide")  # help entries that lead to another site


@hooks.register("insert_global_admin_css")
def our_ink() -> SafeString:
    """Link the few colours that are ours."""
    return format_html('<link rel="stylesheet" href="{}">', static("front/css/editor.css"))


@hooks.register("construct_main_menu")
def newsroom_menu(request: HttpRequest, items: list[MenuItem]) -> None:
    """Speak a newsroom's language, and show overviews to those who publish only."""
    publishes = policy_registry.get_by_type(Page).user_has_permission(request.user, "publish")
    items[:] = [item for item in items if publishes or item.name != "reports"]
    for item in items:
        item.label = RENAMED.get(item.name, item.label)
        item.order = ORDER.get(item.name, item.order)


@hooks.register("construct_help_menu")
def help_at_home(request: HttpRequest, items: list[MenuItem]) -> None:
    """Leave what helps here; news about the software's next version is not an editor's business."""
    items[:] = [item for item in items if not item.name.startswith(ABROAD)]


@hooks.register("construct_homepage_summary_items", order=1000)
def figures_that_matter(request: HttpRequest, items: list[SummaryItem]) -> None:
    """Drop the counts of files; what is live, what waits and how the month goes are added by their rooms."""
    items[:] = [item for item in items if not isinstance(item, COUNTS)]
