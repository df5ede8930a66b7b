"""A version of a list tried on past comments before it is switched on: what it finds, and what people had decided."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from dateline.discussion.models import Comment, WordList

from .wording import Wording

STALLED = timedelta(minutes=1)  # without a step: whoever did it is gone


class TrialQuerySet(models.QuerySet["Trial"]):
    """How trials are asked for."""

    def of_list(self, wordlist: WordList) -> TrialQuerySet:
        """Those of any version of a list, the latest first."""
        return self.filter(wording__wordlist=wordlist).select_related("wording").order_by("-id")

    def locked(self, number: int) -> Trial | None:
        """That trial, kept from others until the transaction is over; None where it is gone."""
        locked = self.select_for_update(of=("self",)).select_related("wording__wordlist")
        return locked.filter(pk=number).first()


class Trial(models.Model):
    """How far it has come and what it has counted. It changes and decides nothing.

    It walks from the newest comment down: ``position`` is the id up to which nobody has looked yet. ``more`` and
    ``less`` are against the version in force when it began (``against``, 0 for none).
    """

    wording = models.ForeignKey(Wording, on_delete=models.CASCADE, related_name="trials")
    against = models.PositiveIntegerField(default=0)
    since = models.DateTimeField(null=True)
    moderator = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    began_at = models.DateTimeField()
    moved_at = models.DateTimeField()
    top = models.PositiveBigIntegerField()
    bottom = models.PositiveBigIntegerField()
    position = models.PositiveBigIntegerField()
    looked = models.PositiveIntegerField(default=0)
    found = models.PositiveIntegerField(default=0)
    public = models.PositiveIntegerField(default=0)
    accepted = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)
    more = models.PositiveIntegerField(default=0)
    less = models.PositiveIntegerField(default=0)

    objects = TrialQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("trial")
        verbose_name_plural = _("trials")
        default_permissions = ("view",)

    def __str__(self) -> str:
        return f"{self.wording}: {self.found}"

    @property
    def is_done(self) -> bool:
        """Whether everything was looked at."""
        return self.position <= self.bottom

    @property
    def percent(self) -> int:
        """How much of the way it has come."""
        way = self.top - self.bottom
        return 100 if self.is_done else 100 * (self.top - self.position) // way

    @property
    def right(self) -> int | None:
        """Of those that people had decided about, how many in a hundred they had refused; None where there are none."""
        decided = self.accepted + self.refused
        return round(100 * self.refused / decided) if decided else None

    def is_stalled(self, now: datetime) -> bool:
        """Whether nobody is at it any more."""
        return not self.is_done and now - self.moved_at > STALLED


class Opinion(models.TextChoices):
    """What people had decided about a comment that a trial found."""

    NONE = "", _("nobody has decided")
    ACCEPTED = "accepted", _("a moderator had accepted it")
    REFUSED = "refused", _("a moderator had refused it")


class Side(models.TextChoices):
    """Whether the version in force finds it too."""

    BOTH = "both", _("Found by both")
    MORE = "more", _("Found in addition")
    LESS = "less", _("Not found any more")


class FindQuerySet(models.QuerySet["Find"]):
    """How finds are asked for."""

    def of_trial(self, trial: Trial) -> FindQuerySet:
        """Those of one trial, with what a list prints."""
        return self.filter(trial=trial).select_related("comment__thread__page")

    def on_side(self, side: str) -> FindQuerySet:
        """Those of one side; of all without one."""
        return self.filter(side=side) if side else self


class Find(models.Model):
    """One comment that a trial found, and where; the first of them only, the counts are of all."""

    trial = models.ForeignKey(Trial, on_delete=models.CASCADE, related_name="finds")
    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="+")
    spans = models.JSONField(default=list)
    lines = models.JSONField(default=list)
    opinion = models.CharField(max_length=8, choices=Opinion.choices, blank=True)
    side = models.CharField(max_length=4, choices=Side.choices)

    objects = FindQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("find")
        verbose_name_plural = _("finds")
        default_permissions = ("view",)
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.comment_id}: {', '.join(self.lines)}"
