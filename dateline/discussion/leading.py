"""Where a writer is led once the words are stored."""

from __future__ import annotations

from functools import cache

from django.urls import reverse

from .actions.place import Placed
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


@cache
def _own_comments() -> str:
    return reverse("discussion:mine")
