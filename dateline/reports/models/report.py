"""A report: what we say happened."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from taggit.models import TaggedItemBase
from wagtail.admin.panels import PageChooserPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page
from wagtail.search import index
from wagtail.url_routing import RouteResult

from ..addresses import absolute
from ..blocks import BodyBlock
from ..panels import report_edit_handler
from ..schedule import ReportForm
from .picture import Picture
from .report_reads import ReportManager, report_parts

RELATED = 4


class ReportTag(TaggedItemBase):
    """A tag on a report."""

    content_object = ParentalKey("reports.ReportPage", on_delete=models.CASCADE, related_name="tagged_items")


class RelatedReport(Orderable):
    """A report that an editor set beside another one."""

    page = ParentalKey("reports.ReportPage", on_delete=models.CASCADE, related_name="related_links")
    related = models.ForeignKey(
        "reports.ReportPage",
        verbose_name=_("report"),
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("Shown below the report, before those found by tags."),
    )

    panels = [PageChooserPanel("related")]

    class Meta(Orderable.Meta):
        verbose_name = _("related report")
        verbose_name_plural = _("related reports")

    def __str__(self) -> str:
        return self.related.title


class ReportPage(Page):
    """A report. Its headline is the page's title, its section the page above it."""

    kicker = models.CharField(
        _("kicker"), max_length=60, blank=True, help_text=_("One or two words above the headline: the running matter.")
    )
    standfirst = models.TextField(
        _("standfirst"),
        max_length=400,
        blank=True,
        help_text=_("One or two sentences: what happened and why it matters."),
    )
    place = models.CharField(
        _("place"),
        max_length=80,
        blank=True,
        help_text=_("Where it was reported from; begins the place-and-date line."),
    )
    lead_picture = models.ForeignKey(
        "reports.Picture",
        verbose_name=_("lead picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Shown large above the text and in shares. A lead map, if chosen, goes before it."),
    )
    lead_map = models.ForeignKey(
        "atlas.DrawnMap",
        verbose_name=_("lead map"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Shown above the text with room to read it; goes before a lead picture."),
    )
    lead_caption = models.CharField(
        _("lead caption"),
        max_length=400,
        blank=True,
        help_text=_("Only if it differs from the picture's or map's own."),
    )
    lead_credit = models.CharField(
        _("lead credit"), max_length=120, blank=True, help_text=_("Only if it differs from the picture's or map's own.")
    )
    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True, help_text=_("The report itself."))
    tags = ClusterTaggableManager(
        verbose_name=_("tags"),
        through=ReportTag,
        blank=True,
        help_text=_("What it is about: places, people, matters. Each tag has a page."),
    )
    is_live = models.BooleanField(
        _("live report"), default=False, help_text=_("It grows by live entries while something is going on.")
    )
    coverage_start = models.DateTimeField(
        _("coverage began"), null=True, blank=True, help_text=_("When live coverage began.")
    )
    coverage_end = models.DateTimeField(
        _("coverage ended"), null=True, blank=True, help_text=_("When live coverage ended; empty while it runs.")
    )
    situation = models.ForeignKey(
        "reports.SituationPage",
        verbose_name=_("situation"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="reports",
        help_text=_("The running story it belongs to; its claims stand on that page's map and timeline, too."),
    )
    # Moves with a stated correction, update or live entry only; publishing again is not news.
    updated_at = models.DateTimeField(_("updated"), null=True, editable=False)

    objects = ReportManager()
    template = "reports/report.html"
    parent_page_types = ["reports.SectionPage"]
    subpage_types: list[str] = []
    page_description = _("What we say happened.")
    base_form_class = ReportForm
    edit_handler = report_edit_handler()
    search_fields = [
        *Page.search_fields,
        index.SearchField("kicker"),
        index.SearchField("standfirst", boost=2),
        index.SearchField("place"),
        index.SearchField("body"),
        index.FilterField("updated_at"),
    ]

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save with ``updated_at`` taken from what was stated, whatever revision these fields come from."""
        self.updated_at = self.stated_change()
        super().save(*args, **kwargs)

    def stated_change(self) -> datetime | None:
        """When the latest correction, update or live entry was made after first publication, if any."""
        if self.first_published_at is None or self.pk is None:
            return None
        stated = [*self.corrections.values_list("at", flat=True), *self.updates.values_list("at", flat=True)]
        stated += [entry["time"] for entry in self.live_entries]
        return max((at for at in stated if at > self.first_published_at), default=None)

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Answer for the report's own address also after it was taken back: gone is not the same as never there."""
        if not path_components and not self.live and self.last_published_at is not None:
            return RouteResult(self)
        return super().route(request, path_components)

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The report; 410 once it was taken back."""
        if not self.live and not getattr(request, "is_preview", False):
            return render(request, "reports/gone.html", status=410)
        return super().serve(request, *args, **kwargs)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Wagtail's context; names and changes are fetched once, as half a dozen parts of the page print them."""
        if not getattr(request, "is_preview", False):
            prefetch_related_objects([self], *report_parts())
        prefetch_related_objects(self.pictures(), "renditions")
        return super().get_context(request, *args, **kwargs)

    def pictures(self) -> list[Picture]:
        """Every picture on its page."""
        found = [self.lead_picture]
        for block in self.body:
            if block.block_type == "picture":
                found.append(block.value["picture"])
            elif block.block_type == "gallery":
                found += [item["picture"] for item in block.value["pictures"]]
        return [picture for picture in found if picture is not None]

    @cached_property
    def tag_list(self) -> list[Any]:
        """The tags, asked for once."""
        return list(self.tags.all())

    @property
    def live_entries(self) -> list[Any]:
        """The live entries' values, in the order of the body."""
        return [block.value for block in self.body if block.block_type == "live_entry"]

    @property
    def headline(self) -> str:
        """The title, under the name that a newsroom gives it."""
        return str(self.title)

    @cached_property
    def section(self) -> Page:
        """The section it stands in."""
        return self.get_parent()

    @property
    def summary(self) -> str:
        """One sentence for search engines and shares."""
        return str(self.search_description or self.standfirst)

    @property
    def canonical_url(self) -> str:
        """The whole address under which everybody shall know it."""
        return absolute(self.url or "")

    @property
    def share_image_url(self) -> str:
        """The picture for shares: 1200 by 630 pixels, drawn by ``front``; its path is a contract, not a name."""
        return absolute(f"/share/{self.pk}.png")

    @property
    def modified_at(self) -> datetime | None:
        """When it last changed in a way that was stated: the update, else the first publication."""
        return self.updated_at or self.first_published_at

    @property
    def replaced(self) -> bool:
        """Whether readers see a later text than the one that came out first."""
        out = self.live and not self.has_unpublished_changes
        return out and self.last_published_at != self.first_published_at

    @cached_property
    def related(self) -> list[ReportPage]:
        """Chosen reports, then those that share most tags with this one; only what readers can see."""
        reports = ReportPage.objects.published().besides(self).for_cards()
        wanted = [link.related_id for link in self.related_links.all()]
        chosen = sorted(reports.among(wanted), key=lambda report: wanted.index(report.pk))
        missing = RELATED - len(chosen)
        tags = [tag.pk for tag in self.tag_list]
        return chosen + list(reports.besides(*wanted).sharing_tags(tags)[:missing] if missing > 0 and tags else [])
