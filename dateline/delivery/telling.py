"""Telling open pages what has changed, once it is on the pages that they would load.

What the news is we do not know: a function named in the settings (``DELIVERY_NEWS``), which stands above us, makes it
of tags. It is told as it stands, and what stands as it was told last is not told again; so a vote, which marks a
thread as a comment does, wakes nobody.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from functools import cache
from typing import cast

from django.conf import settings
from django.db import DatabaseError, InterfaceError
from django.utils.module_loading import import_string

from .store.store import Store
from .store.wire import Dispatch, TooLong, Wire

log = logging.getLogger("dateline.tender")
NewsOf = Callable[[frozenset[str]], Iterable[Dispatch]]
REMEMBERED = 20_000  # pieces of news that we know to have told


@cache
def news_of() -> NewsOf:
    """Return the function that makes news of tags."""
    return cast("NewsOf", import_string(settings.DELIVERY_NEWS))


class Teller:
    """Writes news to the wire of a store."""

    def __init__(self, store: Store) -> None:
        self.wire = Wire(store.files.folder, store.files.gauge)
        self.told: dict[tuple[str, str], bytes] = {}

    def begin(self, number: int, *, anew: bool) -> None:
        """Go on behind what was told last; ``anew`` where nobody knows what has changed since."""
        lines = self.wire.begin(number, anew=anew)
        self.told = {(line.channel.decode(), line.kind.decode()): line.data for line in lines}

    def tell(self, number: int, tags: frozenset[str]) -> None:
        """Tell of the change ``number``, which concerns ``tags``.

        May be called again for the same change after a restart: what was told then is not told twice.
        """
        news = [(one, data) for one in self.composed(tags) if (data := self.unheard(one))]
        self.wire.append(number, news)
        if len(self.told) > REMEMBERED:
            self.told.clear()
        self.told.update({(one.channel, one.kind): data for one, data in news})

    def composed(self, tags: frozenset[str]) -> list[Dispatch]:
        """Return the news; none where it cannot be made, because pages are right without it."""
        try:
            return list(news_of()(tags))
        except (DatabaseError, InterfaceError):
            raise
        except Exception as error:
            log.error("No news could be made of %s: %s", " ".join(sorted(tags)), error, exc_info=settings.DEBUG)
            return []

    def unheard(self, one: Dispatch) -> bytes | None:
        """Return what is to be sent; None where it says what was said last."""
        try:
            data = one.packed()
        except TooLong as error:
            log.error("News was left out: %s", error)
            return None
        return data if self.told.get((one.channel, one.kind)) != data else None
