"""A section of the paper."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Page as Leaf
from django.core.paginator import Paginator
from django.db import models
from django.db.models import Exists, OuterRef, Value
from django.db.models.functions import Concat
from django.http import Http404, HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, PageManager
from wagtail.search import index
from wagtail.url_routing import RouteResult

from ..panels import SECTION_PANELS
from .open_pages import OpenPageQuerySet
from .report import ReportPage

PER_PAGE = 20


class SectionQuerySet(OpenPageQuerySet):
    """Reads of sections."""

    def published(self) -> SectionQuerySet:
        """What readers can see."""
        return self.live().open_to_all()

    def called(self, slug: str) -> SectionPage | None:
        """The one among them with this slug, or None."""
        return self.filter(slug=slug).first()

    def in_masthead(self) -> SectionQuerySet:
        """Those that the navigation names, in the order the editors gave them: a section with drafts only waits."""
        return self.published().in_menu().with_something_to_read()

    def with_something_to_read(self) -> SectionQuerySet:
        """Those in which a report is out, asked along the tree's index: what lies right below a section's path."""
        first, last = ("0" * Page.steplen, "Z" * Page.steplen)
        below = (Concat(OuterRef("path"), Value(first)), Concat(OuterRef("path"), Value(last)))
        return self.filter(Exists(ReportPage.objects.published().filter(path__range=below)))


class SectionPage(Page):
    """A part of the paper: its reports, newest first."""

    intro = models.TextField(
        _("introduction"), max_length=300, blank=True, help_text=_("One sentence below the section's name.")
    )

    objects = PageManager.from_queryset(SectionQuerySet)()
    template = "reports/section.html"
    show_in_menus_default = True
    parent_page_types = ["reports.FrontPage"]
    subpage_types = ["reports.ReportPage"]
    page_description = _("A part of the paper, such as Region or Economy.")
    content_panels = SECTION_PANELS
    search_fields = [*Page.search_fields, index.SearchField("intro")]

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Find a report in one query where Wagtail takes two: only reports stand below a section."""
        if not path_components:
            return super().route(request, path_components)
        below = ReportPage.objects.child_of(self).called(path_components[0]).first()
        if below is None:
            raise Http404
        below._cached_parent_obj = self  # the tree's own memory of what stands above: its page prints that
        return below.route(request, path_components[1:])

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add ``reports``: one leaf of the section's reports, newest first."""
        context = super().get_context(request, *args, **kwargs)
        context["reports"] = self.leaf(request.GET.get("page", "1"))
        return context

    def leaf(self, number: str) -> Leaf[ReportPage]:
        """One page of reports; a number out of range gives the nearest."""
        reports = ReportPage.objects.published().in_section(self).newest().for_cards()
        return Paginator(reports, PER_PAGE).get_page(number)
