"""Making a page right from what is kept of it, where only parts of it are out of date."""

from __future__ import annotations

from .changes import Changes
from .renderer import renderer
from .store.made import Part
from .store.store import Store


def join_anew(store: Store, changes: Changes, address: str) -> bytes | None:
    """Render those parts of a page that are stale, join it and put it out; None where it has to be rendered whole."""
    try:
        for name in store.stale_parts_of(address):
            made_from = changes.now().number
            content, tags = renderer().render_part(name)
            store.keep_part(Part(name, content, tags), made_from=made_from)
    except LookupError:
        return None
    return store.join(address)
