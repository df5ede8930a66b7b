"""Making calls to the newsroom's programs: signed (Standard Webhooks 1.0), tried again, with patience that ends."""

from __future__ import annotations

import base64
import hmac
import logging
import threading
from collections import Counter
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from queue import SimpleQueue
from time import monotonic
from typing import NamedTuple

from django.db import transaction
from django.utils import timezone

from dateline.people.beside import beside

from .models import Call, Hook
from .models.call import pause_after
from .models.hook import PREFIX
from .private_addresses import NotOutside
from .reaching import TROUBLE, post

log = logging.getLogger("dateline.webhooks")
SECONDS = 10.0  # that one call may take, from the connection to the head of the answer
AT_ONCE = 4  # calls to one program
CLAIMED = timedelta(minutes=2)  # after which a call whose maker has died is made by another


class Answer(NamedTuple):
    """How a call went: a status, or an error in words."""

    status: int | None
    error: str
    milliseconds: int

    @property
    def is_taken(self) -> bool:
        """Whether the program has it: any 2xx."""
        return self.status is not None and 200 <= self.status < 300


def sign(secret: str, message_id: str, timestamp: int, body: str) -> str:
    """Return the ``webhook-signature``: HMAC-SHA256 over number, time and body, under the bytes of the secret."""
    key = base64.b64decode(secret.removeprefix(PREFIX))
    digest = hmac.digest(key, f"{message_id}.{timestamp}.{body}".encode(), "sha256")
    return f"v1,{base64.b64encode(digest).decode()}"


class Caller:
    """Calls that are under way, each in a thread of its own, which touches no row.

    A program that is slow or away fills its own places and takes nobody else's time.
    """

    def __init__(self) -> None:
        self.under_way: Counter[int] = Counter()
        self.answers: SimpleQueue[tuple[Call, Answer]] = SimpleQueue()

    def look(self, *, now: datetime) -> int:
        """Write down what was answered since, begin what is due where there is a place; return how many were begun."""
        while not self.answers.empty():
            self.take(*self.answers.get(), now)
        if not Call.objects.waiting(now).exists():
            return 0
        return sum(self._begin(hook, now) for hook in Hook.objects.on())

    def take(self, call: Call, answer: Answer, now: datetime) -> None:
        """One of them is over."""
        self.under_way[call.hook_id] -= 1
        note(call, answer, now)

    def _begin(self, hook: Hook, now: datetime) -> int:
        free = AT_ONCE - self.under_way[hook.pk]
        due = Call.objects.of(hook).waiting(now).select_related("hook")[:free]
        begun = [call for call in due if claim(call, now)]
        for call in begun:
            self.under_way[hook.pk] += 1
            threading.Thread(target=self._make, args=[call, now], name="webhook", daemon=True).start()
        return len(begun)

    def _make(self, call: Call, now: datetime) -> None:
        answer = Answer(None, "A mistake of ours; the log has it.", 0)
        try:
            answer = ask(call, now)
        finally:
            self.answers.put((call, answer))


def claim(call: Call, now: datetime) -> bool:
    """Take a call for ourselves: another machine may look at the same moment."""
    mine = Call.objects.with_words().filter(pk=call.pk, due_at=call.due_at)
    return bool(mine.update(due_at=now + CLAIMED, attempts=call.attempts + 1))


def ask(call: Call, now: datetime) -> Answer:
    """Make one call. Whatever goes wrong is an answer, too."""
    began, timestamp = monotonic(), int(now.timestamp())
    headers = {
        "Content-Type": "application/json",
        "User-Agent": "Dateline",
        "webhook-id": call.message_id,
        "webhook-timestamp": str(timestamp),
        "webhook-signature": sign(call.hook.secret, call.message_id, timestamp, call.body),
    }
    status, error = None, ""
    try:
        status = post(call.hook.url, call.body.encode(), headers, ends_at=began + SECONDS)
        error = "" if 200 <= status < 300 else f"{status}"
    except NotOutside:
        error = "The address lies within a private network; see DATELINE_WEBHOOKS_INSIDE."
    except TROUBLE as trouble:
        error = str(trouble) or type(trouble).__name__
    return Answer(status, error[:200], round((monotonic() - began) * 1000))


def note(call: Call, answer: Answer, now: datetime) -> None:
    """Write down how it went and when it is tried again; say so where it is given up."""
    pause = None if answer.is_taken else pause_after(call.attempts + 1)
    with transaction.atomic():
        Call.objects.filter(pk=call.pk).update(
            status=answer.status,
            error=answer.error,
            milliseconds=answer.milliseconds,
            tried_at=now,
            taken_at=now if answer.is_taken else None,
            due_at=now + pause if pause else None,
        )
        Call.objects.filter(pk=call.pk, body="").update(due_at=None)  # taken back while it was made
    if not answer.is_taken and pause is None:
        log.error("Webhook “%s” took no %s for a day (%s); it is given up.", call.hook, call.event, answer.error)


def calling() -> AbstractContextManager[None]:
    """Make calls, every second, while the block runs."""
    caller = Caller()
    return beside("webhooks", lambda: caller.look(now=timezone.now()), seconds=1.0)
