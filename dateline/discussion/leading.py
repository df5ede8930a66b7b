"""Where a writer is led once the words are stored."""

from __future__ import annotations

from functools import cache

from django.urls import reverse

from .actions.place import Placed
from .framing import FRAME
from .said import address_of_comment


def where_it_stands(placed: Placed, page: str | None) -> str:
    """Return the address of a new comment: in the thread, or on its author's own page while it waits.

    ``page`` is the address of the page that it stands below, None where that is somebody else's. ``seen`` in it asks
    whoever answers to wait until the page shows this comment.
    """
    number = placed.comment_id
    if not placed.is_published:
        return f"{_own_comments()}{number}/"
    if placed.parent_id or page is None:
        return f"{address_of_comment(number)}#c{number}"
    return f"{page}?seen={placed.change}#c{number}"


def where_in_frame(placed: Placed) -> str:
    """Return the same where other sites frame us: no page there knows its reader, so one that waits is only told of."""
    thread = reverse("discussion:embedded", args=[placed.thread_id])
    if not placed.is_published:
        return f"{thread}received/"
    if placed.parent_id:
        return f"{FRAME}{address_of_comment(placed.comment_id)}#c{placed.comment_id}"
    return f"{thread}?seen={placed.change}#c{placed.comment_id}"


@cache
def _own_comments() -> str:
    return reverse("discussion:mine")
