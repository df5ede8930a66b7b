"""A situation: a running story that groups reports. Its page is the map, timeline and ledger of their claims."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, InlinePanel, MultiFieldPanel, TitleFieldPanel
from wagtail.models import Orderable, Page, PageManager

from .open_pages import OpenPageQuerySet


class SituationQuerySet(OpenPageQuerySet):
    """Reads of situations."""

    def published(self) -> SituationQuerySet:
        """What readers can see."""
        return self.live().open_to_all().select_related("ground")

    def running(self) -> SituationQuerySet:
        """Those that are not over."""
        return self.filter(ended__isnull=True)


class Axis(Orderable):
    """What progress is measured along: the distance to a named place over time."""

    page = ParentalKey("reports.SituationPage", on_delete=models.CASCADE, related_name="axes")
    name = models.CharField(_("name"), max_length=120, help_text=_("What is measured: “Fire front to the town”."))
    place_name = models.CharField(_("place"), max_length=120, help_text=_("The place that distances are counted to."))
    latitude = models.FloatField(_("latitude"), help_text=_("Of that place, in degrees; north is positive."))
    longitude = models.FloatField(_("longitude"), help_text=_("Of that place, in degrees; east is positive."))

    panels = [
        FieldPanel("name"),
        FieldPanel("place_name"),
        FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("axis")
        verbose_name_plural = _("axes")

    def __str__(self) -> str:
        return self.name


class SituationPage(Page):
    """A running story. Reports point at it; its claims are theirs."""

    standfirst = models.TextField(
        _("standfirst"), max_length=400, blank=True, help_text=_("One or two sentences: what this is about.")
    )
    countries = models.CharField(
        _("countries"),
        max_length=60,
        blank=True,
        help_text=_("Two-letter codes such as “IQ, SY”: the assistant looks for places there first."),
    )
    west = models.FloatField(
        _("west"), null=True, blank=True, help_text=_("The map's left edge. Empty: it fits itself.")
    )
    south = models.FloatField(_("south"), null=True, blank=True, help_text=_("The map's lower edge."))
    east = models.FloatField(_("east"), null=True, blank=True, help_text=_("The map's right edge."))
    north = models.FloatField(_("north"), null=True, blank=True, help_text=_("The map's upper edge."))
    ground = models.ForeignKey(
        "atlas.DrawnMap",
        verbose_name=_("ground"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_(
            "A map of your own to lay below the claims: its land, water, roads and areas are drawn, its points are "
            "not. Empty: the atlas that we come with."
        ),
    )
    ended = models.DateField(
        _("ended on"), null=True, blank=True, help_text=_("The day on which it was over; empty while it goes on.")
    )

    objects = PageManager.from_queryset(SituationQuerySet)()
    template = "reports/situation.html"
    parent_page_types = ["reports.FrontPage"]
    subpage_types: list[str] = []
    page_description = _("A running story: the map, the timeline and all claims of its reports.")
    content_panels = [
        TitleFieldPanel("title", placeholder=_("Situation*"), help_text=_("What readers call it.")),
        FieldPanel("standfirst"),
        FieldPanel("countries"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("west"), FieldPanel("east")]),
                FieldRowPanel([FieldPanel("south"), FieldPanel("north")]),
            ],
            heading=_("Extent of the map"),
        ),
        FieldPanel("ground"),
        InlinePanel("axes", heading=_("Progress"), label=_("axis"), help_text=_("What progress is measured along.")),
        FieldPanel("ended"),
        HelpPanel(heading=_("On other sites"), template="reports/_situation_elsewhere.html"),
    ]

    class Meta:
        verbose_name = _("situation")
        verbose_name_plural = _("situations")

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The page, now or as of a day."""
        views = import_module("dateline.reports.views.situation")  # stands above the models
        answer: HttpResponse = views.page(request, self)
        return answer

    @property
    def country_codes(self) -> list[str]:
        """The countries as codes."""
        return [code for code in self.countries.upper().replace(",", " ").split() if len(code) == 2]

    @property
    def extent(self) -> tuple[float, float, float, float] | None:
        """West, south, east, north in degrees; None where the map fits itself to its claims."""
        edges: Any = (self.west, self.south, self.east, self.north)
        return None if None in edges else edges
