"""Where a writer is led once the words are stored."""

from __future__ import annotations

from functools import cache

from django.urls import reverse

from .actions.place import Placed


def where_it_stands(placed: Placed, page: str | None) -> str:
    """Return the address of a new comment: in the thread, or on its author's own page while it waits.

    ``page`` is the address of the page that it stands below, None where that is somebody else's. ``seen`` in it asks
    whoever answers to wait until the page shows this comment.
    """
    number = placed.comment_id
    if not placed.is_published:
        return _address("discussion:mine_one").format(number)
    if placed.parent_id or page is None:
        return f"{_address('discussion:comment').format(number)}#c{number}"
    return f"{page}?seen={placed.change}#c{number}"


@cache
def _address(name: str) -> str:
    """The address of any comment's page, with a place for its number: Django takes long to find it anew each time."""
    return "/{}/".join(reverse(name, args=[0]).rsplit("/0/", 1))
