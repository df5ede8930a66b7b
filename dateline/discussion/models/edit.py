"""What a comment said before somebody changed it."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from .comment import Comment


class Edit(models.Model):
    """The words as they were until ``edited_at``. For moderators; readers are only told that there was an edit.

    ``since`` is the ``edited_at`` that the comment had with them, ``by_moderator`` says who changed them then.
    """

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="edits")
    text = models.TextField(_("words until then"))
    since = models.DateTimeField(null=True)
    edited_at = models.DateTimeField()
    by_moderator = models.BooleanField(default=False)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("edit")
        verbose_name_plural = _("edits")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.text[:40]
