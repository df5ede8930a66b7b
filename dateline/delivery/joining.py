"""Making a page right from what is kept of it, where only parts of it are out of date."""

from __future__ import annotations

from collections.abc import Iterable

from .changes import Changes
from .renderer import renderer
from .store.made import Part
from .store.store import Store


def freshen(store: Store, changes: Changes, addresses: Iterable[str]) -> None:
    """Render those parts of some pages that are stale: all at once, because pages share them and what they read."""
    names = store.stale_parts_of(addresses)
    if names:
        made_from = changes.now().number
        parts = renderer().render_parts(names)
        store.keep_parts(
            [Part(name, content, renderer().tags_of_part(name)) for name, content in parts.items()], made_from=made_from
        )


def join_anew(store: Store, changes: Changes, address: str) -> bytes | None:
    """Render those parts of a page that are stale, join it and put it out; None where it has to be rendered whole."""
    freshen(store, changes, [address])
    return store.join(address)
