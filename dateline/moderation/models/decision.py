"""One decision about one comment, kept for good: the database refuses to change or delete it (migration 0002)."""

from __future__ import annotations

from collections.abc import Collection

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from dateline.discussion.models import Comment, Status


class Action(models.TextChoices):
    """What a moderator may do."""

    APPROVE = "approve", _("approved")
    REJECT = "reject", _("rejected")
    SPAM = "spam", _("marked as spam")
    HOLD = "hold", _("held")
    NOTE = "note", _("looked at")
    UNLINK = "unlink", _("shortened")
    RESTORE = "restore", _("taken back")
    RELEASE = "release", _("released")


LEADS_TO = {
    Action.APPROVE: Status.PUBLISHED,
    Action.REJECT: Status.REJECTED,
    Action.SPAM: Status.SPAM,
    Action.HOLD: Status.HELD,
    Action.NOTE: Status.DELETED,
    Action.RELEASE: Status.PUBLISHED,
}
AGAINST_THE_AUTHOR = frozenset({Status.REJECTED, Status.SPAM})
OF_PEOPLE = [Action.APPROVE, Action.REJECT, Action.SPAM, Action.HOLD, Action.NOTE]  # what somebody may ask for


class DecisionQuerySet(models.QuerySet["Decision"]):
    """How decisions are asked for."""

    def newest_first(self) -> DecisionQuerySet:
        """By id; times may be shared."""
        return self.order_by("-id")

    def older_than(self, number: int) -> DecisionQuerySet:
        """After decision ``number`` in newest-first order."""
        return self.filter(id__lt=number)

    def newer_than(self, number: int) -> DecisionQuerySet:
        """After decision ``number``."""
        return self.filter(id__gt=number)

    def by_comment(self, most: int) -> DecisionQuerySet:
        """The newest so many, comment after comment and each comment's in their order, with their batches."""
        newest = self.order_by("-pk")[:most].values("pk")
        return self.filter(pk__in=newest).select_related("batch").order_by("comment_id", "pk")

    def that_take_back(self) -> DecisionQuerySet:
        """Those that take another one back."""
        return self.filter(undoes__isnull=False)

    def by_id(self, number: int) -> Decision | None:
        """That decision, or None."""
        return self.filter(pk=number).first()

    def of_comment(self, comment: Comment) -> DecisionQuerySet:
        """Everything ever decided about ``comment``."""
        return self.filter(comment=comment)

    def of_comment_in(self, comment: models.expressions.Combinable) -> DecisionQuerySet:
        """The same of a comment that another query names."""
        return self.filter(comment=comment)

    def of_comments(self, numbers: Collection[int]) -> DecisionQuerySet:
        """Everything ever decided about any of these, in its order."""
        return self.filter(comment__in=numbers).order_by("id")

    def is_latest(self, decision: Decision) -> bool:
        """Whether none of these came after ``decision``."""
        return not self.filter(pk__gt=decision.pk).exists()

    def of_writer(self, whose: str) -> DecisionQuerySet:
        """Everything ever decided about what one writer said, by ``Writer.key``."""
        return self.filter(comment__in=Comment.objects.by_writer(whose))

    def with_all(self) -> DecisionQuerySet:
        """With what a history prints."""
        return self.select_related("comment__thread__page", "moderator", "undone_by", "undoes", "batch__undone_by")

    def one_for_a_batch(self) -> DecisionQuerySet:
        """Of the decisions of a batch only the first."""
        return self.filter(Q(place__isnull=True) | Q(place=1))

    def of_batch(self, number: int) -> DecisionQuerySet:
        """Those of one batch, by its id, in their order."""
        return self.filter(batch=number).order_by("place")

    def latest_about(self, comments: Collection[int]) -> dict[int, Decision]:
        """The newest decision about each of these comments, by the comment's id."""
        newest = self.filter(comment__in=comments).values("comment").annotate(newest=models.Max("pk")).order_by()
        found = self.filter(pk__in=newest.values("newest")).select_related("undoes", "moderator")
        return {decision.comment_id: decision for decision in found}


class Decision(models.Model):
    """Who decided what, when, why, from which standing to which; ``undoes`` names the decision it takes back.

    ``reason`` is the name of a reason for authors, ``told`` what the author reads beside the standing that it leads to.
    """

    comment = models.ForeignKey(Comment, on_delete=models.PROTECT, related_name="decisions")
    action = models.CharField(max_length=8, choices=Action.choices)
    previous_status = models.CharField(max_length=12, choices=Status.choices)
    new_status = models.CharField(max_length=12, choices=Status.choices)
    reason = models.CharField(_("reason"), max_length=40, blank=True)
    told = models.CharField(_("told to the author"), max_length=700, blank=True)
    note = models.CharField(_("note"), max_length=300, blank=True)
    moderator = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    undoes = models.OneToOneField("self", null=True, blank=True, on_delete=models.PROTECT, related_name="undone_by")
    batch = models.ForeignKey("Batch", null=True, blank=True, on_delete=models.PROTECT, related_name="decisions")
    place = models.PositiveIntegerField(null=True, blank=True)  # in its batch, from 1

    objects = DecisionQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        default_permissions = ("view",)
        permissions = [("decide", _("Can decide about readers' comments"))]
        indexes = [models.Index(fields=["at"], name="decision_in_time")]

    def __str__(self) -> str:
        return f"{self.get_action_display()}: {self.comment}"

    @property
    def is_against_author(self) -> bool:
        """Whether its author may object to it."""
        return self.new_status in AGAINST_THE_AUTHOR or self.action == Action.UNLINK

    @property
    def leaves(self) -> bool:
        """Whether a comment that readers reported was found to be all right where it stands."""
        return self.action == Action.APPROVE and self.previous_status == Status.PUBLISHED

    @property
    def shortens_and_publishes(self) -> bool:
        """Whether what is left of a comment stands on its page by it, and did not before."""
        published = self.new_status == Status.PUBLISHED != self.previous_status
        return self.action == Action.UNLINK and published

    @property
    def changed_words(self) -> bool:
        """Whether the comment says something else by it, and not only stands elsewhere."""
        return self.action == Action.UNLINK or bool(self.undoes and self.undoes.changed_words)

    @property
    def is_undone(self) -> bool:
        """Whether a later decision took it back."""
        return hasattr(self, "undone_by")
