"""Many decisions that somebody took in one go, kept for good as each of them is (migration 0008)."""

from __future__ import annotations

from collections.abc import Collection

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from .decision import Action
from .sweep import Sweep


class About(models.TextChoices):
    """What the comments of a batch have in common."""

    COPIES = "copies", _("nearly the same words")
    AUTHOR = "author", _("all by one author")
    LIST = "list", _("held by one list alone")
    CHOSEN = "chosen", _("chosen by a program")


class BatchQuerySet(models.QuerySet["Batch"]):
    """How batches are asked for."""

    def with_all(self) -> BatchQuerySet:
        """With what a page about one prints."""
        return self.select_related("moderator", "undone_by", "undoes")

    def released_by(self, switches: Collection[int]) -> BatchQuerySet:
        """What these switches of a list (by id) have let go, in its order, and nobody has taken back."""
        released = self.filter(sweep__switch__in=switches, action=Action.RELEASE, undone_by=None)
        return released.order_by("id")


class Batch(models.Model):
    """Who did what to how many comments, when and why. ``left`` are ids of those that were left alone.

    They were left alone because somebody had changed them meanwhile. ``undoes`` names the batch that this one takes
    back, ``sweep`` that of which it is a portion.
    """

    action = models.CharField(max_length=8, choices=Action.choices)
    about = models.CharField(max_length=8, choices=About.choices)
    number = models.PositiveIntegerField()
    left = models.JSONField(default=list)
    note = models.CharField(_("note"), max_length=300, blank=True)
    moderator = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    undoes = models.OneToOneField("self", null=True, blank=True, on_delete=models.PROTECT, related_name="undone_by")
    sweep = models.ForeignKey(Sweep, null=True, blank=True, on_delete=models.PROTECT, related_name="batches")

    objects = BatchQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("batch")
        verbose_name_plural = _("batches")
        default_permissions = ("view",)

    def __str__(self) -> str:
        return f"{self.get_action_display()}: {self.number}"

    @property
    def done(self) -> str:
        """What was done, as a sentence."""
        if self.undoes_id:
            said = ngettext("%(number)d decision was taken back.", "%(number)d decisions were taken back.", self.number)
            return said % {"number": self.number}
        said = ngettext("%(number)d comment was %(done)s.", "%(number)d comments were %(done)s.", self.number)
        return said % {"number": self.number, "done": self.get_action_display()}

    @property
    def is_undone(self) -> bool:
        """Whether a later batch took it back."""
        return hasattr(self, "undone_by")
