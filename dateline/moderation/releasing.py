"""What only one list holds, and nobody has decided about: it is let go when nothing says so any more."""

from __future__ import annotations

from datetime import datetime

from dateline.discussion.models import Catch, Comment, Verdict, WordList, latest_verdict
from dateline.discussion.today import welcome_today
from dateline.screening import HOLD_AT

from .models import Action, Decision


def still_held(wordlist: WordList, *, beyond: int, most: int) -> list[int]:
    """Return the numbers of the next comments after ``beyond`` that ``wordlist`` had found and that wait."""
    held = Catch.objects.of_list(wordlist.pk).still_held().filter(comment__gt=beyond)
    return list(held.order_by("comment").values_list("comment", flat=True)[:most])


def held_by_it_alone(wordlist: WordList, numbers: list[int], now: datetime) -> list[Comment]:
    """Return those of these comments that ``wordlist`` alone held, undecided, and that would be published ``now``.

    They are locked until the caller's transaction is over.
    """
    held = Comment.objects.with_ids(numbers).held().select_for_update(of=("self",))
    comments = list(held.select_related("thread", "account").prefetch_related("verdicts").order_by("id"))
    latest = Decision.objects.latest_about([comment.pk for comment in comments])
    undecided = [comment for comment in comments if not _is_decided(latest.get(comment.pk))]
    return list(welcome_today([each for each in undecided if _was_alone(each, wordlist.pk)], now))


def _was_alone(comment: Comment, number: int) -> bool:
    verdict = latest_verdict(comment)
    return verdict is not None and _holds_alone(verdict, number)


def _holds_alone(verdict: Verdict, number: int) -> bool:
    """Whether the other reasons would not have held it."""
    others = sum(reason["weight"] for reason in verdict.reasons if reason.get("list") != number)
    return others < HOLD_AT <= others + sum(r["weight"] for r in verdict.reasons if r.get("list") == number)


def _is_decided(latest: Decision | None) -> bool:
    """Whether a person has looked at it; to let go with a list, or to take that back, is not to look at it."""
    if latest is None or latest.action == Action.RELEASE:
        return False
    return not (latest.undoes and latest.undoes.action == Action.RELEASE)
