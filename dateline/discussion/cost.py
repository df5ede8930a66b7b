"""What a post costs the process that stores it: the whole lane, on the database at hand, in batches of some sizes.

For ``dateline bench`` and for whoever changes the way of a post. It writes comments that nobody wrote: give it a
newsroom that is thrown away.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count
from time import perf_counter, process_time
from typing import NamedTuple
from urllib.parse import urlencode

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from dateline.delivery.lane import Answer, Posted

from . import lane
from .lane import Draft
from .models import Comment

WORDS = (
    "The water at the bridge rose by another forty centimetres last night, and the volunteers who carried sandbags "
    "until three in the morning say that nobody from the county came to look. My neighbour, who is eighty, was told "
    "on Monday that help would come today. I do not think this is fair to the people on the west bank; we will be "
    "there at noon."
)


class Cost(NamedTuple):
    """Of one post, in microseconds: the processor's time to prepare and to store it, and the time by the clock."""

    size: int
    prepare: float
    store: float
    wall: float

    def __str__(self) -> str:
        return (
            f"batches of {self.size:3}: {self.prepare + self.store:5.0f} µs of a processor for each post"
            f" ({self.prepare:.0f} to prepare, {self.store:.0f} to store), {self.wall:.0f} µs by the clock"
        )


def cost_of_posts(page: Page, *, sizes: Sequence[int] = (1, 8, 64), posts: int = 640) -> list[Cost]:
    """Post about ``posts`` comments below ``page`` in batches of each of ``sizes``, each by a stranger from elsewhere.

    Raises ValueError where the lane does not take them, such as in a closed thread.
    """
    newest = Comment.objects.newest_first().first()
    forms = (_form(page, number) for number in count(newest.pk + 1 if newest else 1))
    _cost(forms, size=1, batches=1)  # what is made once and kept
    return [_cost(forms, size=size, batches=max(posts // size, 1)) for size in sizes]


def _cost(forms: Iterator[Posted], *, size: int, batches: int) -> Cost:
    """Prepare all batches, then store all: asking the processor's clock takes longer than what is measured."""
    posted = [[next(forms) for _ in range(size)] for _ in range(batches)]
    began, start = perf_counter(), process_time()
    drafts = [[draft for draft in lane.prepare(batch, timezone.now()) if draft] for batch in posted]
    middle = process_time()
    answers = [answer for batch in drafts for answer in _stored(batch)]
    end, each = process_time(), 1e6 / (size * batches)
    if sum(map(len, drafts)) < size * batches or not all(answers):
        raise ValueError("The fast lane left some of these posts to the ordinary view.")
    return Cost(size, (middle - start) * each, (end - middle) * each, (perf_counter() - began) * each)


@transaction.atomic
def _stored(drafts: list[Draft]) -> list[Answer | None]:
    return lane.store(drafts, timezone.now())


def _form(page: Page, number: int) -> Posted:
    """A guest's first post, as a browser sends it; every number comes from another address."""
    host = next((host for host in settings.ALLOWED_HOSTS if host[:1] not in {"*", ".", "["}), "localhost")
    address = f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"
    meta = {
        "HTTP_HOST": host,
        "HTTP_SEC_FETCH_SITE": "same-origin",
        "CONTENT_TYPE": "application/x-www-form-urlencoded",
        "REMOTE_ADDR": address,
        "HTTP_X_FORWARDED_FOR": ", ".join([address] * settings.TRUSTED_PROXIES),
        "HTTP_X_FORWARDED_PROTO": "https",
        "SERVER_PORT": "80",
    }
    fields = {"text": f"{_own(number)} ({number})", "author_name": "Ben Okri", "mail": "", "website": "", "send": "1"}
    return Posted(f"/threads/{page.pk}/post/", meta, urlencode(fields).encode())


def _own(number: int) -> str:
    """Words that nobody else has said, and so no copy: every third is a word of this number's own."""
    own = "".join(chr(ord("a") + int(figure)) for figure in str(number))
    return " ".join(word if place % 3 else own for place, word in enumerate(WORDS.split()))
