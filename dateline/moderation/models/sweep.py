"""What follows from switching a list: comments let go or held again, some at a time, and how far that has come."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from dateline.discussion.models import WordList

from .wording import Switch

STALLED = timedelta(minutes=1)  # without a step: whoever did it is gone


class SweepQuerySet(models.QuerySet["Sweep"]):
    """How sweeps are asked for."""

    def under_way(self) -> SweepQuerySet:
        """Those that are not at their end."""
        return self.filter(ended_at=None)

    def of_list(self, wordlist: WordList) -> SweepQuerySet:
        """Those that any switch of a list began."""
        return self.filter(switch__wordlist=wordlist)

    def stalled(self, now: datetime) -> SweepQuerySet:
        """Those under way that nobody is at any more."""
        return self.under_way().filter(moved_at__lt=now - STALLED)

    def locked(self, number: int) -> Sweep | None:
        """That sweep, kept from others until the transaction is over; None where there is no such."""
        locked = self.select_for_update(of=("self",)).select_related("switch__wordlist", "switch__moderator")
        return locked.filter(pk=number).first()


class Sweep(models.Model):
    """One for each switch, ended at once where little hangs on it; each of its portions is a Batch.

    What the switches ``undone`` (their ids) had released is held again first, up to the batch ``held_up_to``; then
    what the list had caught is looked at, up to the comment ``position``. ``looked`` of ``todo`` comments are behind
    it. A later switch of the same list ends it, and takes over what it had not held again yet.
    """

    switch = models.OneToOneField(Switch, on_delete=models.PROTECT, related_name="sweep")
    undone = models.JSONField(default=list)
    todo = models.PositiveIntegerField(default=0)
    looked = models.PositiveIntegerField(default=0)
    position = models.PositiveBigIntegerField(default=0)
    held_up_to = models.PositiveBigIntegerField(default=0)
    released = models.PositiveIntegerField(default=0)
    held = models.PositiveIntegerField(default=0)
    moved_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    objects = SweepQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("sweep")
        verbose_name_plural = _("sweeps")
        default_permissions = ("view",)
        indexes = [models.Index(fields=["moved_at"], name="sweep_under_way", condition=models.Q(ended_at__isnull=True))]

    def __str__(self) -> str:
        return f"{self.switch}: {self.looked}/{self.todo}"

    @property
    def percent(self) -> int:
        """How much of the way it has come."""
        return 100 if self.ended_at else min(99, 100 * self.looked // max(self.todo, 1))

    @property
    def done(self) -> str:
        """What it has done so far, as sentences; empty where that is nothing."""
        counts = {"number": self.released}, {"number": self.held}
        released = ngettext("%(number)d comment was released.", "%(number)d comments were released.", self.released)
        held = ngettext("%(number)d comment waits again.", "%(number)d comments wait again.", self.held)
        return " ".join(said % count for said, count in zip((released, held), counts, strict=True) if count["number"])
