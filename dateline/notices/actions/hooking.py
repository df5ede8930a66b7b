"""Rows of what the newsroom's programs are told; a thread beside the clock makes the calls (``caller``)."""

from __future__ import annotations

import json
import secrets
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction

from dateline.discussion.models import Comment, Flag
from dateline.discussion.models.verdict import latest_verdict
from dateline.discussion.writer import Writer
from dateline.moderation.models import Appeal, Decision

from ..links import whole
from ..models import Call, Event, Hook

Item = tuple[str, Comment, dict[str, Any]]  # what keeps an event from being told twice, whom it is about, its data


class Emptied(Exception):
    """The call's words were taken back by their author; trying again does not help."""


def call_of_comments(event: Event, numbers: Sequence[int], *, mark: int, now: datetime) -> None:
    """Tell of comments that were published or held; ``mark`` tells one change of standing from the next."""
    hooks = _that_want(event) if numbers else []
    if hooks:
        comments = Comment.objects.with_ids(numbers).select_related("thread__page").prefetch_related("verdicts")
        items = [(f"{each.pk}-{mark}", each, {"comment": told(each)}) for each in comments.order_by("pk")]
        _store(hooks, event, items, now)


def call_of_decisions(decisions: Sequence[Decision], *, now: datetime) -> None:
    """Tell of what moderators decided."""
    hooks = _that_want(Event.DECIDED) if decisions else []
    if hooks:
        _store(hooks, Event.DECIDED, [(f"{each.pk}", each.comment, _of_decision(each)) for each in decisions], now)


def call_of_reports(flags: Sequence[Flag], *, now: datetime) -> None:
    """Tell of what readers reported; not who did."""
    hooks = _that_want(Event.REPORTED) if flags else []
    if hooks:
        _store(hooks, Event.REPORTED, [(f"{each.pk}", each.comment, _of_report(each)) for each in flags], now)


def call_of_appeals(event: Event, appeals: Sequence[Appeal], *, now: datetime) -> None:
    """Tell of appeals that were made or answered."""
    hooks = _that_want(event) if appeals else []
    if hooks:
        _store(hooks, event, [(f"{each.pk}", each.comment, _of_appeal(each)) for each in appeals], now)


def _that_want(event: Event) -> list[Hook]:
    return [hook for hook in Hook.objects.on() if hook.wants(event)]


def _store(hooks: Sequence[Hook], event: Event, items: Sequence[Item], now: datetime) -> None:
    calls = [_call(hook, event, key, comment, data, now) for hook in hooks for key, comment, data in items]
    Call.objects.bulk_create(calls, ignore_conflicts=True)


def _call(hook: Hook, event: Event, key: str, comment: Comment | None, data: dict[str, Any], now: datetime) -> Call:
    body = {"type": event.value, "timestamp": now.isoformat(), "data": data}
    return Call(
        hook=hook,
        comment=comment,
        event=event,
        key=f"{event.value}:{key}",
        message_id=f"msg_{secrets.token_hex(12)}",
        body=json.dumps(body, ensure_ascii=False),
        made_at=now,
        due_at=now,
    )


def told(comment: Comment) -> dict[str, Any]:
    """Return what a program is told of a comment; never a mail or a network address, nor what was taken back."""
    page, verdict = comment.thread.page, latest_verdict(comment)
    name, text = ("", "") if comment.is_withdrawn else (comment.author_name, comment.text)
    return {
        "id": comment.pk,
        "url": whole(comment.get_absolute_url()),
        "status": comment.status,
        "thread": {"page": page.pk if page else None, "url": _address(comment), "title": page.title if page else ""},
        "parent": comment.parent_id,
        "author": {"name": name, "account": comment.account_id, "staff": comment.by_staff},
        "text": text,
        "created_at": comment.created_at.isoformat(),
        "reasons": verdict.codes if verdict else [],
        "desk": f"{settings.BASE_URL}/moderation/comments/{comment.pk}/",
    }


def _address(comment: Comment) -> str:
    page = comment.thread.page
    return whole(page.url or "/") if page else comment.thread.url


def _of_decision(decision: Decision) -> dict[str, Any]:
    return {
        "comment": told(decision.comment),
        "decision": {
            "id": decision.pk,
            "action": decision.action,
            "from": decision.previous_status,
            "to": decision.new_status,
            "reason": decision.reason,
            "told": decision.told,
            "moderator": decision.moderator.public_name,
            "at": decision.at.isoformat(),
            "undoes": decision.undoes_id,
        },
    }


def _of_appeal(appeal: Appeal) -> dict[str, Any]:
    answer = appeal.answer if appeal.is_answered else None
    said = {
        "id": appeal.pk,
        "against": "decision" if appeal.decision_id else "restriction",
        "words": appeal.words,
        "at": appeal.at.isoformat(),
        "outcome": answer.outcome if answer else None,
        "answer": answer.words if answer else None,
    }
    return {"comment": told(appeal.comment), "appeal": said}


def _of_report(flag: Flag) -> dict[str, Any]:
    report = {"id": flag.pk, "reason": flag.reason, "note": flag.note, "at": flag.flagged_at.isoformat()}
    return {"comment": told(flag.comment), "report": report}


@transaction.atomic
def try_hook(*, hook: Hook, now: datetime) -> Call:
    """Send a word that means nothing, to see whether it arrives."""
    call = _call(hook, Event.TEST, secrets.token_hex(8), None, {"hello": hook.name}, now)
    call.save()
    return call


@transaction.atomic
def redeliver(*, call: Call, now: datetime) -> None:
    """Make a call again, under the same number: a program that has had it knows it by that. Raises Emptied."""
    calls = Call.objects.with_words().filter(pk=call.pk)
    if not calls.update(due_at=now, attempts=0, taken_at=None, error="", status=None):
        raise Emptied


def empty_taken_back() -> None:
    """Forget in calls what authors have taken back since. Runs by the clock: looks, then writes."""
    calls = Call.objects.taken_back()
    if calls.exists():
        with transaction.atomic():
            calls.empty()


def empty_calls_of(writer: Writer) -> None:
    """Forget in calls the words of ``writer``: their comments and appeals, and what they reported."""
    own = Comment.objects.by_author(writer.account_id, writer.device)
    Call.objects.about(own).empty()
    reports = Flag.objects.filter(voter=writer.key).values_list("pk", flat=True)
    Call.objects.filter(key__in=[f"{Event.REPORTED.value}:{each}" for each in reports]).empty()
