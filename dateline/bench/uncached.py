"""What reading long threads and a long queue takes, with nothing made ahead. Runs inside a newsroom's home."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from time import perf_counter

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import timezone, translation

from dateline.discussion.models import Thread
from dateline.discussion.printing import forget_printed
from dateline.discussion.reading import Sort, read_thread
from dateline.moderation.views.queue import queue
from dateline.people.models import Newsroom, User

TIMES = 40
SECTION = Template("{% load discussion %}{% thread page %}")


def uncached() -> None:
    """Print, as JSON, how long each takes in milliseconds, by the clock, ``TIMES`` times over."""
    newsroom = Newsroom.load()
    found: dict[str, list[float]] = {}
    with timezone.override(newsroom.zone), translation.override(newsroom.language):
        longest = Thread.objects.filter(page__isnull=False).select_related("page").order_by("-comment_count")[:2]
        for thread in longest:
            for sort in Sort.values:
                name = f"{thread.comment_count:,} comments, {sort}: rows"
                found[name] = timed(lambda page=thread.page, sort=sort: read_thread(page, sort))  # type: ignore[misc]
            found[f"{thread.comment_count:,} comments: rows and HTML"] = timed(
                lambda page=thread.page: SECTION.render(Context({"page": page})),  # type: ignore[misc]
                before=forget_printed,
            )
        found["the queue's first page"] = timed(lambda: queue(asked("/moderation/")))
    sys.stdout.write(json.dumps(found) + "\n")


def timed(what: Callable[[], object], before: Callable[[], object] = lambda: None, times: int = TIMES) -> list[float]:
    """Return how long ``what`` takes each time, in milliseconds, sorted."""
    took = []
    what()
    for _ in range(times):
        before()
        begun = perf_counter()
        what()
        took.append((perf_counter() - begun) * 1000)
    return sorted(took)


def asked(path: str) -> HttpRequest:
    """Return a GET by the editor in charge."""
    request = RequestFactory().get(path)
    request.user = User.objects.in_charge().first() or AnonymousUser()
    request.session = {}  # type: ignore[assignment]
    return request
