"""Somebody does not want to read somebody."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from .comment import NAME


class MuteQuerySet(models.QuerySet["Mute"]):
    """How muted authors are asked for."""

    def by_reader(self, reader: str) -> MuteQuerySet:
        """Whom one reader has muted, by ``Writer.key``."""
        return self.filter(reader=reader)

    def of_author(self, author: str) -> MuteQuerySet:
        """Where somebody, by ``Writer.key``, is muted, under whatever name."""
        return self.filter(models.Q(author=author) | models.Q(author__startswith=f"{author}:"))


class Mute(models.Model):
    """``reader`` is an account or a device, as ``Writer.key`` names it; ``author`` as ``Comment.author_key`` does.

    Nobody is told: not the author, not a moderator. ``name`` is how the author signed when they were muted.
    """

    reader = models.CharField(max_length=80)
    author = models.CharField(max_length=200)
    name = models.CharField(max_length=NAME)
    at = models.DateTimeField()

    objects = MuteQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("muted author")
        verbose_name_plural = _("muted authors")
        ordering = ["-pk"]
        constraints = [models.UniqueConstraint(fields=["reader", "author"], name="muted_once")]

    def __str__(self) -> str:
        return self.name
