"""A reader's objection to a decision, and what another moderator answered. Both are kept for good (migration 0008)."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from dateline.discussion.models import Comment

from .decision import Decision
from .measure import Measure

WORDS = 1_000  # characters


class AppealQuerySet(models.QuerySet["Appeal"]):
    """How appeals are asked for."""

    def oldest_first(self) -> AppealQuerySet:
        """Who has waited longest comes first."""
        return self.order_by("at", "id")

    def with_all(self) -> AppealQuerySet:
        """With what a card prints."""
        return self.select_related(
            "comment__thread__page",
            "comment__account",
            "decision__moderator",
            "decision__undone_by",
            "measure__moderator",
            "measure__restriction",
            "answer__moderator",
        )

    def against(self, what: Decision | Measure) -> AppealQuerySet:
        """That against one decision or measure, if anybody appealed."""
        return self.filter(decision=what) if isinstance(what, Decision) else self.filter(measure=what)

    def open(self) -> AppealQuerySet:
        """Those that somebody has to answer: what they are about still stands, and nobody has answered."""
        later = Decision.objects.of_comment_in(OuterRef("comment")).filter(pk__gt=OuterRef("decision"))
        stands = Q(comment__status=F("decision__new_status")) & ~Q(comment__text="") & ~Exists(later)
        placed = Q(measure__restriction__lifted_at__isnull=True, measure__isnull=False)
        return self.filter(Q(decision__isnull=False) & stands | placed, answer__isnull=True)

    def answered(self) -> AppealQuerySet:
        """Those that were answered, the latest answer first."""
        return self.filter(answer__isnull=False).order_by("-answer__id")

    def by_author_of(self, comment: Comment) -> AppealQuerySet:
        """All by whoever wrote ``comment``."""
        return self.by_author(comment.account_id, comment.device)

    def by_author(self, account_id: int | None, device: str) -> AppealQuerySet:
        """All by one account, or else one device."""
        return self.filter(comment__in=Comment.objects.by_author(account_id, device).order_by())

    def since(self, moment: datetime) -> AppealQuerySet:
        """Made at or after ``moment``."""
        return self.filter(at__gte=moment)


class Appeal(models.Model):
    """Once per decision, or per measure; ``comment`` is the one that either is about. Words may be forgotten."""

    decision = models.OneToOneField(Decision, null=True, on_delete=models.PROTECT, related_name="appeal")
    measure = models.OneToOneField(Measure, null=True, on_delete=models.PROTECT, related_name="appeal")
    comment = models.ForeignKey(Comment, on_delete=models.PROTECT, related_name="appeals")
    words = models.TextField(_("words"), max_length=WORDS)
    at = models.DateTimeField()

    objects = AppealQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("appeal")
        verbose_name_plural = _("appeals")
        default_permissions = ("view",)
        constraints = [
            models.CheckConstraint(
                condition=Q(decision__isnull=False, measure__isnull=True)
                | Q(decision__isnull=True, measure__isnull=False),
                name="appeal_against_one_thing",
            )
        ]

    def __str__(self) -> str:
        return self.words[:40]

    @property
    def against(self) -> Decision | Measure:
        """What it is about."""
        found = self.decision or self.measure
        if found is None:
            raise ValueError("an appeal against nothing")  # the constraint lets none be
        return found

    @property
    def is_answered(self) -> bool:
        """Whether another moderator has answered."""
        return hasattr(self, "answer")


class Outcome(models.TextChoices):
    """What an appeal comes to."""

    UPHELD = "upheld", _("the decision stands")
    OVERTURNED = "overturned", _("the decision was taken back")


class AnswerQuerySet(models.QuerySet["Answer"]):
    """How answers are asked for."""

    def since(self, moment: datetime) -> AnswerQuerySet:
        """Given at or after ``moment``."""
        return self.filter(at__gte=moment)


class Answer(models.Model):
    """By whom, when, to what end. The database refuses one by ``decided_by``, who decided what was appealed against."""

    appeal = models.OneToOneField(Appeal, on_delete=models.PROTECT, related_name="answer")
    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    words = models.TextField(_("words to the author"), max_length=WORDS)
    moderator = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(db_index=True)

    objects = AnswerQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("answer to an appeal")
        verbose_name_plural = _("answers to appeals")
        default_permissions = ("view",)
        constraints = [
            models.CheckConstraint(condition=~Q(moderator=F("decided_by")), name="answer_by_another_moderator")
        ]

    def __str__(self) -> str:
        return self.get_outcome_display()

    @property
    def is_overturned(self) -> bool:
        """Whether the author was right."""
        return self.outcome == Outcome.OVERTURNED
