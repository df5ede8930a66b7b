"""Pages about ourselves."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField
from wagtail.models import Page, PageManager
from wagtail.search import index

from ..blocks import StandingBodyBlock
from ..panels import STANDING_PANELS
from .open_pages import OpenPageQuerySet


class StandingQuerySet(OpenPageQuerySet):
    """Reads of pages about ourselves."""

    def in_footer(self) -> StandingQuerySet:
        """Those that readers can see, in the order the editors gave them: each can be found from every page."""
        return self.live().open_to_all().order_by("path")


class StandingPage(Page):
    """About us, ethics, contact: what stands, whatever the day brings."""

    body = StreamField(StandingBodyBlock(), verbose_name=_("body"), blank=True, help_text=_("The text of the page."))

    objects = PageManager.from_queryset(StandingQuerySet)()
    template = "reports/standing.html"
    parent_page_types = ["reports.FrontPage", "reports.StandingPage"]
    subpage_types = ["reports.StandingPage"]
    page_description = _("About us, ethics, contact. Once published, every page links to it in its footer.")
    content_panels = STANDING_PANELS
    search_fields = [*Page.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("standing page")
        verbose_name_plural = _("standing pages")
