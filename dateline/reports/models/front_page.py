"""The front page: what leads today."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import prefetch_related_objects
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import PageChooserPanel
from wagtail.models import Orderable, Page

from ..panels import FRONT_PANELS
from .report import ReportPage
from .report_reads import card_parts
from .section import SectionPage

PICKS = 3
PER_SECTION = 4


class FrontPick(Orderable):
    """A report that an editor put in the second tier."""

    page = ParentalKey("reports.FrontPage", on_delete=models.CASCADE, related_name="picks")
    report = models.ForeignKey(
        "reports.ReportPage",
        verbose_name=_("report"),
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("Shown below the lead, in this order."),
    )

    panels = [PageChooserPanel("report")]

    class Meta(Orderable.Meta):
        verbose_name = _("pick")
        verbose_name_plural = _("picks")

    def __str__(self) -> str:
        return self.report.title


class FrontPage(Page):
    """The root of the paper. Without choices it leads with the newest report."""

    lead = models.ForeignKey(
        "reports.ReportPage",
        verbose_name=_("lead"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The report that leads; empty means the newest."),
    )
    running_title = models.CharField(
        _("running matter"),
        max_length=80,
        blank=True,
        help_text=_("The name of the matter that runs these days, such as Flood on the Lume; empty hides the strip."),
    )

    template = "reports/front.html"
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["reports.SectionPage", "reports.SituationPage", "reports.StandingPage"]
    max_count = 1
    page_description = _("The paper's front page.")
    content_panels = FRONT_PANELS

    class Meta:
        verbose_name = _("front page")
        verbose_name_plural = _("front pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add ``lead``, ``second_tier`` and ``sections`` (each a section with its ``front_reports``)."""
        context = super().get_context(request, *args, **kwargs)
        above = [*([self.leading] if self.leading else []), *(tier := self.second_tier())]
        sections = self.section_strips(above)
        below = [report for section in sections for report in section.front_reports]
        prefetch_related_objects([*above, *below], *card_parts())
        return context | {"lead": self.leading, "second_tier": tier, "sections": sections}

    @cached_property
    def leading(self) -> ReportPage | None:
        """The chosen lead while readers can see it, else the newest report."""
        reports = ReportPage.objects.published().with_maps().newest()
        return reports.among([self.lead_id]).first() or reports.first()

    def second_tier(self) -> list[ReportPage]:
        """The picks that readers can see, filled up with the newest."""
        reports = ReportPage.objects.published().besides(self.leading).with_maps()
        picked = [pick.report_id for pick in self.picks.all()]
        chosen = sorted(reports.among(picked), key=lambda report: picked.index(report.pk))
        missing = PICKS - len(chosen)
        return chosen + list(reports.besides(*picked).newest()[:missing] if missing > 0 else [])

    def section_strips(self, shown: list[ReportPage]) -> list[SectionPage]:
        """Sections with their newest reports that are not shown above; a section without any is left out."""
        sections = list(SectionPage.objects.in_masthead().child_of(self))
        reports = list(ReportPage.objects.published().besides(*shown).with_maps().newest_of_each(sections, PER_SECTION))
        for section in sections:
            section.front_reports = [report for report in reports if report.path.startswith(section.path)]
        return [section for section in sections if section.front_reports]
