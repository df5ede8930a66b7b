"""One word to one of the newsroom's programs, and how it went."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import models
from django.db.models import Q

from dateline.discussion.models import Comment, Status

from .hook import Event, Hook

LOGGED = 200  # of one hook
PAUSES = [timedelta(seconds=seconds) for seconds in (5, 30, 120, 600, 1800, 3600, 7200, 14400, 21600, 43200)]


def pause_after(attempts: int) -> timedelta | None:
    """Return how long to wait after that many tries; None where it is given up. All of them are a little over a day."""
    return PAUSES[attempts - 1] if attempts <= len(PAUSES) else None


class CallQuerySet(models.QuerySet["Call"]):
    """How calls are asked for."""

    def waiting(self, now: datetime) -> CallQuerySet:
        """Those to be made by now, who has waited longest first; of hooks that are told at present."""
        return self.with_words().filter(due_at__lte=now, hook__is_on=True).order_by("due_at", "pk")

    def with_words(self) -> CallQuerySet:
        """Those that may still be made: nobody has taken back what they tell of."""
        is_gone = Q(comment__status=Status.DELETED) | Q(comment__text="")
        return self.exclude(body="").filter(Q(comment__isnull=True) | ~is_gone)

    def taken_back(self) -> CallQuerySet:
        """Those that still hold words whose author has deleted them, or had them erased."""
        return self.filter(comment__in=Comment.objects.withdrawn()).exclude(body="")

    def about(self, comments: models.QuerySet[Comment]) -> CallQuerySet:
        """Those that tell of any of these comments."""
        return self.filter(comment__in=comments)

    def empty(self) -> None:
        """Forget what they told of; that they were made stays in the log, and nobody makes them again."""
        self.update(body="", due_at=None)

    def of(self, hook: Hook) -> CallQuerySet:
        """Those to one program, the latest first."""
        return self.filter(hook=hook).order_by("-pk")

    def over(self) -> CallQuerySet:
        """Those that are not tried any more."""
        return self.filter(due_at__isnull=True)


class Call(models.Model):
    """``due_at`` is the next try, None once it was taken or given up; ``key`` keeps one event from being told twice.

    ``body`` is empty once the words of ``comment`` were taken back by their author.
    """

    hook = models.ForeignKey(Hook, on_delete=models.CASCADE, related_name="calls", db_index=False)
    comment = models.ForeignKey(Comment, null=True, on_delete=models.CASCADE, related_name="+")
    event = models.CharField(max_length=20, choices=Event.choices)
    key = models.CharField(max_length=60)
    message_id = models.CharField(max_length=40)
    body = models.TextField()
    made_at = models.DateTimeField()
    due_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    tried_at = models.DateTimeField(null=True)
    taken_at = models.DateTimeField(null=True)
    status = models.PositiveSmallIntegerField(null=True)
    milliseconds = models.PositiveIntegerField(null=True)
    error = models.CharField(max_length=200, blank=True)

    objects = CallQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        indexes = [
            models.Index(fields=["hook", "-id"], name="call_of_hook"),
            models.Index(fields=["due_at"], name="call_due", condition=Q(due_at__isnull=False)),
        ]
        constraints = [models.UniqueConstraint(fields=["hook", "key"], name="called_once")]

    def __str__(self) -> str:
        return f"{self.event} {self.message_id}"

    @property
    def is_emptied(self) -> bool:
        """Whether its words were taken back, so that it can be made no more."""
        return not self.body

    @property
    def is_given_up(self) -> bool:
        """Whether it was never taken and is not tried any more."""
        return self.taken_at is None and self.due_at is None
