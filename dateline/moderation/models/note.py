"""What moderators tell each other about a person, kept for good: the database refuses to change or delete it."""

from __future__ import annotations

from collections.abc import Collection

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class NoteQuerySet(models.QuerySet["Note"]):
    """How notes are asked for."""

    def about_any(self, whose: Collection[str]) -> NoteQuerySet:
        """Those about any of these writers, by ``Writer.key``, the newest first."""
        return self.filter(whose__in=[key for key in whose if key]).order_by("-id")

    def with_all(self) -> NoteQuerySet:
        """With what a list prints."""
        return self.select_related("moderator")


class Note(models.Model):
    """``whose`` is a ``Writer.key``. Never shown to readers, nor to the person."""

    whose = models.CharField(max_length=80)
    words = models.CharField(_("note"), max_length=500)
    moderator = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = NoteQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("note about a person")
        verbose_name_plural = _("notes about people")
        default_permissions = ("view",)
        indexes = [models.Index(fields=["whose", "-id"], name="note_about")]

    def __str__(self) -> str:
        return self.words[:40]
