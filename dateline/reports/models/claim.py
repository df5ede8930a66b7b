"""A claim: one thing said to have happened, with when, where, who says so and how sure we are.

A claim is the newsroom's working row. Readers never see it: they see what was said of it (``ClaimStanding``), which
holds only what may be shown. So a place that is delayed or rounded cannot leak through a page that forgot to ask.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import RevisionMixin
from wagtail.search import index

from .claim_words import Basis, Modality, Precision, Spread, Standing, WhenBasis


class ReportClaimQuerySet(models.QuerySet["Claim"]):
    """Reads of claims, for those who write and check them."""

    def of_report(self, report_id: int) -> ReportClaimQuerySet:
        """Those of one report, in the order of its text."""
        return self.filter(report_id=report_id).order_by("quote_start", "pk")

    def of_situation(self, situation_id: int) -> ReportClaimQuerySet:
        """Those of all reports of one situation."""
        return self.filter(report__situation_id=situation_id)

    def proposed(self) -> ReportClaimQuerySet:
        """Those that wait for an editor."""
        return self.filter(standing=Standing.PROPOSED)

    def stale(self) -> ReportClaimQuerySet:
        """Those whose sentence their report has no more."""
        return self.filter(stale_since__isnull=False)

    def placements(self) -> ReportClaimQuerySet:
        """Those whose place an editor stood by: what the next document's places are looked for among first."""
        placed = self.filter(latitude__isnull=False).exclude(where_basis=Basis.DERIVED)
        return placed.exclude(place_name="").exclude(standing__in=[Standing.PROPOSED, Standing.RETRACTED])

    def beside(self, claim: Claim) -> ReportClaimQuerySet:
        """What a claim may be contradicted or followed by: those of its situation, else of its report."""
        situation = claim.report.situation_id
        near = self.of_situation(situation) if situation else self.of_report(claim.report_id)
        return near.exclude(pk=claim.pk).exclude(standing=Standing.RETRACTED)

    def that_may_follow(self, claim: Claim, now: datetime) -> ReportClaimQuerySet:
        """Those that readers can see and that are of no earlier time."""
        seen = self.filter(standing=Standing.CONFIRMED, standings__visible_at__lte=now).distinct()
        return seen.exclude(begins__lt=claim.begins) if claim.begins else seen


class Claim(RevisionMixin, index.Indexed, models.Model):
    """One statement of a report, dated, placed and sourced; edited in the snippet editor, with revisions."""

    report = models.ForeignKey(
        "reports.ReportPage",
        verbose_name=_("report"),
        on_delete=models.CASCADE,
        related_name="claims",
        help_text=_("The report that says so."),
    )
    statement = models.CharField(
        _("statement"), max_length=400, help_text=_("One sentence for the map's list and the timeline: who did what.")
    )
    # The sentence it rests on, in code points of the report's plain text; stale once the text has it no more.
    quote = models.TextField(_("sentence"), max_length=2000, blank=True, help_text=_("The report's own words."))
    quote_start = models.PositiveIntegerField(null=True, blank=True, editable=False)
    stale_since = models.DateTimeField(_("stale since"), null=True, blank=True, editable=False)

    begins = models.DateTimeField(_("when"), null=True, blank=True, help_text=_("When it happened, or began."))
    ends = models.DateTimeField(
        _("until"), null=True, blank=True, help_text=_("The end of the range in which it happened; empty: an instant.")
    )
    when_precision = models.CharField(
        _("how exactly"),
        max_length=8,
        choices=Precision.choices,
        default=Precision.DAY,
        help_text=_("Readers see no more of the time than this."),
    )
    when_basis = models.CharField(max_length=10, choices=WhenBasis.choices, default=WhenBasis.EDITOR, editable=False)
    when_text = models.CharField(max_length=120, blank=True, editable=False)

    place_name = models.CharField(
        _("place"), max_length=160, blank=True, help_text=_("As it is printed: “the lock at Halm”.")
    )
    place_key = models.CharField(max_length=40, blank=True, editable=False)
    latitude = models.FloatField(
        _("latitude"),
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
        help_text=_("In degrees, north is positive; empty: not on the map."),
    )
    longitude = models.FloatField(
        _("longitude"),
        null=True,
        blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
        help_text=_("In degrees, east is positive."),
    )
    where_precision = models.CharField(
        _("how exactly placed"),
        max_length=8,
        choices=Spread.choices,
        default=Spread.NEAR,
        help_text=_("An area is drawn as a ring, never as a point."),
    )
    where_basis = models.CharField(max_length=10, choices=Basis.choices, default=Basis.EDITOR, editable=False)
    radius_km = models.FloatField(
        _("within"),
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
        help_text=_("In kilometres: how far from the point it may have been. Drawn as a ring."),
    )
    # As the report states it ("45 km west of Halm"): kept beside the point, never overwritten by it.
    relation = models.JSONField(_("stated relation"), null=True, blank=True, editable=False)
    actors = models.JSONField(
        _("actors"),
        default=list,
        blank=True,
        help_text=_('A list such as [{"name": "Fire brigade", "role": "by"}]; roles are by, target and ally.'),
    )

    source = models.ForeignKey(
        "reports.Source",
        verbose_name=_("source"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="claims",
        help_text=_("Who says so; empty: the report does not say."),
    )
    source_url = models.URLField(_("where they said it"), blank=True, help_text=_("The source's own words, if online."))
    modality = models.CharField(
        _("said how"),
        max_length=11,
        choices=Modality.choices,
        default=Modality.ASSERTED,
        help_text=_("What is expected or depends on something stands on the timeline only."),
    )
    against_interest = models.BooleanField(
        _("against its own interest"), default=False, help_text=_("The source would rather say the opposite.")
    )
    reliability = models.CharField(
        _("reliability of the source"),
        max_length=1,
        blank=True,
        choices=[(letter, letter) for letter in "ABCDEF"],
        help_text=_("Admiralty code, A to F; F: cannot be judged. Judged apart from what is said."),
    )
    credibility = models.CharField(
        _("credibility of what is said"),
        max_length=1,
        blank=True,
        choices=[(digit, digit) for digit in "123456"],
        help_text=_("Admiralty code, 1 to 6; 6: cannot be judged."),
    )

    standing = models.CharField(max_length=10, choices=Standing.choices, default=Standing.PROPOSED, editable=False)
    superseded_by = models.ForeignKey(
        "self", verbose_name=_("superseded by"), null=True, blank=True, on_delete=models.SET_NULL, related_name="older"
    )
    conflicts = models.ManyToManyField(
        "self",
        verbose_name=_("conflicts with"),
        blank=True,
        help_text=_("Claims that cannot both be right. Readers see them side by side."),
    )
    axis = models.ForeignKey(
        "reports.Axis",
        verbose_name=_("measures"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="claims",
        help_text=_("The axis of the situation on which this is a step, if it is one."),
    )

    delay = models.DurationField(
        _("hold back for"),
        default=timedelta,
        blank=True,
        help_text=_("How long after it happened readers may see it, as hours:minutes:seconds. Empty: at once."),
    )
    rounding_km = models.FloatField(
        _("round the place to"),
        null=True,
        blank=True,
        validators=[MinValueValidator(0.1), MaxValueValidator(500)],
        help_text=_("In kilometres. Readers get a ring of this size instead of the point, in every file."),
    )
    two_persons = models.BooleanField(
        _("two people must confirm"), default=False, help_text=_("Nothing is shown until a second editor confirms.")
    )

    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", editable=False
    )
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = ReportClaimQuerySet.as_manager()
    search_fields = [index.SearchField("statement"), index.SearchField("place_name"), index.FilterField("report")]
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("claim")
        verbose_name_plural = _("claims")
        ordering = ["begins", "pk"]
        indexes = [models.Index(fields=["report", "standing"])]
        constraints = [
            models.CheckConstraint(
                name="claim_point_is_whole",
                condition=models.Q(latitude__isnull=True, longitude__isnull=True)
                | models.Q(
                    latitude__isnull=False,
                    longitude__isnull=False,
                    latitude__range=(-90, 90),
                    longitude__range=(-180, 180),
                ),  # an unknown longitude alone would make the sentence neither true nor false, and the row pass
            ),
            models.CheckConstraint(
                name="claim_ends_after_it_begins",
                condition=models.Q(ends__isnull=True) | models.Q(begins__isnull=False, ends__gte=models.F("begins")),
            ),
        ]

    def __str__(self) -> str:
        return self.statement

    def get_absolute_url(self) -> str:
        """The sentence of the report."""
        url: Any = self.report.get_url()
        return f"{url or '/'}#{self.anchor}"

    @property
    def point(self) -> tuple[float, float] | None:
        """Latitude and longitude, as the newsroom knows them. For readers' eyes there is ``said.shown_point``."""
        return None if self.latitude is None or self.longitude is None else (self.latitude, self.longitude)

    @property
    def is_expected(self) -> bool:
        """Whether it has not happened yet: such claims stand on the timeline only."""
        return self.modality in {Modality.FORECAST, Modality.CONDITIONAL}

    @property
    def anchor(self) -> str:
        """Its id on pages."""
        return f"claim-{self.pk}"
