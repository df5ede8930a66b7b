"""What the author of a comment is told about where it stands, besides the standing itself."""

from __future__ import annotations

from collections.abc import Collection

from django.db import models
from django.utils.translation import gettext_lazy as _

from .comment import Comment


class ExplanationQuerySet(models.QuerySet["Explanation"]):
    """How they are asked for."""

    def of_comments(self, comments: Collection[Comment]) -> ExplanationQuerySet:
        """What the authors of these comments are told."""
        return self.filter(comment__in=comments)


class Explanation(models.Model):
    """A moderator's words to the author, for as long as the comment stands where that moderator put it.

    Who wrote them and when is moderation's to keep, which keeps it for good; here is what the author sees now.
    """

    comment = models.OneToOneField(Comment, on_delete=models.CASCADE, related_name="explanation")
    words = models.CharField(_("words to the author"), max_length=700)

    objects = ExplanationQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("explanation to an author")
        verbose_name_plural = _("explanations to authors")

    def __str__(self) -> str:
        return self.words[:40]
