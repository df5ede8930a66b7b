"""What one comment and one refreshed page cost in processor time. Runs inside a newsroom's home, by itself.

In processor time and one after another, because what a served newsroom spends on a comment hangs on how many come
before the tender looks again: the busier the machine, the fewer pages are made.
"""

from __future__ import annotations

import json
import sys
from statistics import median
from time import process_time

from django.db import transaction
from django.utils import timezone

from dateline.delivery.changes import changes
from dateline.delivery.keeping import store
from dateline.delivery.lane import Posted
from dateline.delivery.tender import Tender
from dateline.discussion import lane
from dateline.front.pages import renew

from .load.poster import Words

COMMENTS = 40


def cost(path: str, page: int, series: int) -> None:
    """Post some comments below ``page`` at ``path``, one by one, and make the page right after each.

    Prints, as JSON, the median milliseconds of either.
    """
    words = Words({"port": 80, "page": page, "series": series})
    tender = Tender(store(), changes(), maker="bench")
    renew(path)
    posts: list[float] = []
    pages: list[float] = []
    for _ in range(COMMENTS):
        form = as_posted(words.next()[1])
        point, begun = changes().now(), process_time()
        drafts = [draft for draft in lane.prepare([form], timezone.now()) if draft]
        with transaction.atomic():
            [answer] = lane.store(drafts, timezone.now())
        posts.append((process_time() - begun) * 1000)
        assert answer is not None  # noqa: S101 - it is plain, and so has its place in the lane
        store().touch(changes().since(point).tags)
        begun = process_time()
        tender.make_right(path)
        pages.append((process_time() - begun) * 1000)
    sys.stdout.write(json.dumps({"post": median(posts), "page": median(pages)}) + "\n")


def as_posted(request: bytes) -> Posted:
    """Return a request as the door hands it to the writer."""
    head, _blank, body = request.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    pairs = (line.partition(": ") for line in lines)
    meta = {name.upper().replace("-", "_"): value for name, _colon, value in pairs}
    told = {key if key.startswith("CONTENT_") else f"HTTP_{key}": value for key, value in meta.items()}
    return Posted(first.split()[1], {**told, "REMOTE_ADDR": "127.0.0.1", "HTTP_HOST": "127.0.0.1"}, body)
