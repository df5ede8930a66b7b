"""Appeals as the desk reads them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db.models import Q, QuerySet

from dateline.discussion.statements import ask_again
from dateline.people.models import User
from dateline.people.proof import verified

from .appealing import may_answer
from .desk import RIGHT
from .models import Appeal, Decision, Measure

MOST, LATELY = 50, 20
BACKEND = "django.contrib.auth.backends.ModelBackend"  # the one that knows roles


@dataclass(frozen=True, slots=True)
class Objection:
    """An open appeal with everything ever decided about its comment, and whether the reader of the desk answers it."""

    appeal: Appeal
    history: list[Decision]
    may_answer: bool

    @property
    def decision(self) -> Decision | None:
        """What it is about, where that is a decision about the comment."""
        return self.appeal.decision

    @property
    def measure(self) -> Measure | None:
        """What it is about, where that restricts a person."""
        return self.appeal.measure


def open_count() -> int:
    """How many appeals somebody has to answer; on every page of the desk, so its SQL is made once."""
    return len(ask_again(_open))


def _open() -> QuerySet[Any, Any]:
    return Appeal.objects.open().order_by().values_list("pk")


def appeals_before(moderator: User) -> list[Objection]:
    """Return the open appeals as ``moderator`` has them before them, oldest first. Two queries."""
    appeals = list(Appeal.objects.open().with_all().oldest_first()[:MOST])
    histories: dict[int, list[Decision]] = {}
    for decision in Decision.objects.of_comments([each.comment_id for each in appeals]).select_related("moderator"):
        histories.setdefault(decision.comment_id, []).append(decision)
    return [Objection(each, histories.get(each.comment_id, []), may_answer(each, moderator)) for each in appeals]


def answered_lately() -> list[Appeal]:
    """Return the appeals that were answered last."""
    return list(Appeal.objects.answered().with_all()[:LATELY])


def others_may_answer(moderator: User) -> bool:
    """Return whether anybody besides ``moderator`` can sit down at the desk, so that every appeal finds who answers it.

    Who has neither a password nor another way in, as the cast of the sample, answers nobody.
    """
    others = User.objects.with_perm(RIGHT, backend=BACKEND).exclude(pk=moderator.pk)
    no_password = Q(password="") | Q(password__startswith=UNUSABLE_PASSWORD_PREFIX)
    return others.filter(~no_password | Q(pk__in=verified().values("pk"))).exists()
