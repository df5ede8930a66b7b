"""One decision about one comment, kept for good: the database refuses to change or delete it (migration 0002)."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from dateline.discussion.models import Comment, Status


class Action(models.TextChoices):
    """What a moderator may do."""

    APPROVE = "approve", _("approved")
    REJECT = "reject", _("rejected")
    SPAM = "spam", _("marked as spam")
    HOLD = "hold", _("held")
    NOTE = "note", _("looked at")
    RESTORE = "restore", _("taken back")


LEADS_TO = {
    Action.APPROVE: Status.PUBLISHED,
    Action.REJECT: Status.REJECTED,
    Action.SPAM: Status.SPAM,
    Action.HOLD: Status.HELD,
    Action.NOTE: Status.DELETED,
}


class DecisionQuerySet(models.QuerySet["Decision"]):
    """How decisions are asked for."""

    def newest_first(self) -> DecisionQuerySet:
        """By id; times may be shared."""
        return self.order_by("-id")

    def older_than(self, number: int) -> DecisionQuerySet:
        """After decision ``number`` in newest-first order."""
        return self.filter(id__lt=number)

    def by_id(self, number: int) -> Decision | None:
        """That decision, or None."""
        return self.filter(pk=number).first()

    def of_comment(self, comment: Comment) -> DecisionQuerySet:
        """Everything ever decided about ``comment``."""
        return self.filter(comment=comment)

    def with_all(self) -> DecisionQuerySet:
        """With what a history prints."""
        return self.select_related("comment__thread__page", "moderator", "undone_by", "undoes")


class Decision(models.Model):
    """Who decided what, when, why, from which standing to which; ``undoes`` names the decision it takes back."""

    comment = models.ForeignKey(Comment, on_delete=models.PROTECT, related_name="decisions")
    action = models.CharField(max_length=8, choices=Action.choices)
    previous_status = models.CharField(max_length=12, choices=Status.choices)
    new_status = models.CharField(max_length=12, choices=Status.choices)
    reason = models.CharField(_("reason"), max_length=40, blank=True)
    note = models.CharField(_("note"), max_length=300, blank=True)
    moderator = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    undoes = models.OneToOneField("self", null=True, blank=True, on_delete=models.PROTECT, related_name="undone_by")

    objects = DecisionQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        default_permissions = ("view",)
        permissions = [("decide", _("Can decide about readers' comments"))]

    def __str__(self) -> str:
        return f"{self.get_action_display()}: {self.comment}"

    @property
    def is_undone(self) -> bool:
        """Whether a later decision took it back."""
        return hasattr(self, "undone_by")
