"""Does the page store say what the rows say? Runs inside a newsroom's home, as ``dateline shell`` does."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from time import monotonic, sleep

from django.conf import settings

from dateline.delivery.changes import changes
from dateline.delivery.store.address import file_of
from dateline.delivery.store.store import Store
from dateline.front.pages import render

OUT = "SELECT address FROM page WHERE is_out ORDER BY address"
WITHIN = 60.0  # seconds
LOOK = 0.05


class NotSettled(Exception):
    """The tender has not come to the last change in time."""


def compare() -> None:
    """Wait until all changes are tended to; print, as JSON, the pages in the way, and those not as the rows would be.

    Raises NotSettled.
    """
    store = Store(Path(settings.DELIVERY_FOLDER))
    settle(store)
    out = [address for (address,) in store.index.db.execute(OUT)]
    wrong = [address for address in out if not is_right(store, address)]
    sys.stdout.write(json.dumps({"out": out, "wrong": wrong}) + "\n")


def settle(store: Store) -> None:
    """Wait for the tender. Raises NotSettled."""
    until = monotonic() + WITHIN
    while store.files.gauge.read("settled") < changes().now().number or store.stale():
        if monotonic() > until:
            raise NotSettled
        sleep(LOOK)


def is_right(store: Store, address: str) -> bool:
    """Return whether the file at ``address`` is what the application says; a page that went away meanwhile is."""
    try:
        there = (store.files.folder / file_of(address)).read_bytes()
    except FileNotFoundError:
        return True
    return there.rstrip() == render(address).content.rstrip()
