"""A calendar month's drive in the newsroom's zone, and its closing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Self
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from dateline.funding.mode import Mode
from dateline.lib.money import Money


class DriveQuerySet(models.QuerySet["Drive"]):
    """Reads of drives."""

    def at(self, instant: datetime) -> Drive | None:
        """Return the drive that runs at ``instant``, if there is one."""
        return self.filter(starts_at__lte=instant, ends_at__gt=instant).first()

    def over(self, now: datetime) -> Self:
        """Those whose month has ended."""
        return self.filter(ends_at__lte=now)

    def unclosed(self, mode: Mode) -> Self:
        """Those not yet closed in ``mode``."""
        return self.exclude(closings__mode=mode)

    def begun(self, now: datetime) -> Self:
        """Those that readers may see: this month's and earlier ones, newest first."""
        return self.filter(starts_at__lte=now).order_by("-starts_at")

    def latest_begun_before(self, instant: datetime) -> Drive | None:
        """Return the drive from which a new month copies its goal and purpose."""
        return self.filter(starts_at__lt=instant).order_by("-starts_at").first()


class Drive(models.Model):
    """What a month needs and what for. Bounds are instants fixed when it is made; the sum is never kept here."""

    year = models.PositiveSmallIntegerField(_("year"))
    month = models.PositiveSmallIntegerField(_("month"))
    zone = models.CharField(_("time zone"), max_length=64, editable=False)
    starts_at = models.DateTimeField(_("starts"), editable=False)
    ends_at = models.DateTimeField(_("ends"), editable=False, help_text=_("The first instant after the drive."))
    currency = models.CharField(_("currency"), max_length=3, editable=False)
    goal = models.PositiveBigIntegerField(_("goal, in minor units"))
    ticks = models.JSONField(_("ticks, in minor units"), default=list, blank=True)
    purpose = models.CharField(
        _("purpose"),
        max_length=240,
        help_text=_("What a gift of this month pays for, in one sentence. Readers see it wherever we ask."),
    )

    goes_on = models.BooleanField(
        _("goes on next month"),
        default=True,
        help_text=_("When this month ends, the next begins by itself with the same goal, ticks and purpose."),
    )

    objects = DriveQuerySet.as_manager()

    class Meta:
        verbose_name = _("drive")
        ordering = ["-starts_at"]
        constraints = [
            models.UniqueConstraint(fields=["year", "month"], name="funding_one_drive_a_month"),
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")), name="funding_drive_has_time"
            ),
            models.CheckConstraint(condition=models.Q(month__gte=1, month__lte=12), name="funding_drive_month"),
            models.CheckConstraint(condition=models.Q(goal__gt=0), name="funding_drive_has_a_goal"),
        ]

    def __str__(self) -> str:
        return self.label

    def get_absolute_url(self) -> str:
        """The drive's page, which it keeps for ever."""
        return reverse("funding:drive", args=[f"{self.year:04d}", f"{self.month:02d}"])

    def clean(self) -> None:
        """Refuse a goal below 1 and ticks outside the scale."""
        if any(not isinstance(tick, int) or not 0 <= tick <= self.goal for tick in self.ticks):
            raise ValidationError({"ticks": _("Every tick lies between nothing and the goal.")})

    @property
    def label(self) -> str:
        """The month in words, such as October 2026."""
        return date_format(self.first_day, "YEAR_MONTH_FORMAT")

    @property
    def key(self) -> str:
        """``2026-10``: the name of the month in the books."""
        return f"{self.year:04d}-{self.month:02d}"

    @property
    def first_day(self) -> datetime:
        """The drive's beginning on the newsroom's own clock."""
        return timezone.localtime(self.starts_at, ZoneInfo(self.zone))

    @property
    def goal_money(self) -> Money:
        """The goal with its currency."""
        return Money(self.goal, self.currency)

    @property
    def scale(self) -> Sequence[int]:
        """The ticks that the meter shows: the newsroom's own, or nothing, half and all."""
        return sorted({0, *self.ticks, self.goal}) if self.ticks else [0, self.goal // 2, self.goal]

    def is_over(self, now: datetime) -> bool:
        """Whether the month has ended; closing follows within a minute."""
        return now >= self.ends_at


class ClosingQuerySet(models.QuerySet["Closing"]):
    """Reads of closings."""

    def of(self, drive: Drive, mode: Mode) -> Closing | None:
        """Return what ``drive`` stood at when it closed; None while it runs."""
        return self.filter(drive=drive, mode=mode).first()

    def in_mode(self, mode: Mode) -> Self:
        """All of one mode."""
        return self.filter(mode=mode)

    def seals(self, month: str, mode: Mode) -> bool:
        """Whether the books of ``month`` (``2026-10``) are closed."""
        return self.filter(month=month, mode=mode).exists()

    def first_open_month(self, mode: Mode) -> str:
        """The month after the latest that is closed."""
        year, month = map(int, self.filter(mode=mode).latest("month").month.split("-"))
        return f"{year + month // 12:04d}-{month % 12 + 1:02d}"


class Closing(models.Model):
    """What a drive stood at when its month ended, and the seal over its books. Written once."""

    drive = models.ForeignKey(Drive, verbose_name=_("drive"), on_delete=models.PROTECT, related_name="closings")
    mode = models.CharField(_("mode"), max_length=4, choices=Mode.choices)
    month = models.CharField(_("month in the books"), max_length=7)
    closed_at = models.DateTimeField(_("closed"))
    total = models.BigIntegerField(_("total at close, in minor units"))
    digest = models.CharField(
        _("digest"), max_length=64, help_text=_("SHA-256 over the month's postings in the order of their movements.")
    )

    objects = ClosingQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("closing")
        constraints = [models.UniqueConstraint(fields=["drive", "mode"], name="funding_closed_once")]

    def __str__(self) -> str:
        return f"{self.drive_id} {self.mode}"
