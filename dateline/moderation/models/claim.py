"""Who looks at which comment just now, so that two do not do the same work."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from dateline.discussion.models import Comment

TERM = timedelta(minutes=10)


class ClaimQuerySet(models.QuerySet["Claim"]):
    """How claims are asked for."""

    def live(self, now: datetime) -> ClaimQuerySet:
        """Those that are not over; nothing has to end them."""
        return self.filter(at__gt=now - TERM)

    def of_any(self, comments: Iterable[int]) -> ClaimQuerySet:
        """Those on any of these comments, with whose they are."""
        return self.filter(comment__in=list(comments)).select_related("moderator")

    def of_comment(self, comment: Comment) -> ClaimQuerySet:
        """The one on ``comment``, if there is one."""
        return self.of_any([comment.pk])

    def of_others(self, moderator: models.Model) -> ClaimQuerySet:
        """Those of all but one moderator."""
        return self.exclude(moderator=moderator.pk)

    def by(self, moderator: models.Model) -> ClaimQuerySet:
        """Those of one moderator."""
        return self.filter(moderator=moderator.pk)


class Claim(models.Model):
    """One at most for a comment. Its number tells this claim from the one before: that is the version one has seen."""

    comment = models.OneToOneField(Comment, on_delete=models.CASCADE, related_name="claim")
    moderator = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()

    objects = ClaimQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("claim")
        verbose_name_plural = _("claims")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.moderator}: {self.comment}"

    @property
    def until(self) -> datetime:
        """When it is over."""
        return self.at + TERM
