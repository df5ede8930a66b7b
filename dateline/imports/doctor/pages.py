"""Pages that were made ahead."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from time import monotonic

from django.conf import settings

from dateline.delivery.comparing import difference, is_behind
from dateline.delivery.keeping import store
from dateline.delivery.tender import MADE_FOR

from .answer import Answer, answer

LATE = 60  # seconds; while anybody tends them, a page that is no longer right is made anew or taken away in one
COMPARED = 40  # pages that are made anew to compare them, those read last before others
ENOUGH = 20.0  # seconds for that
PATIENCE = 2.0  # seconds in which whoever tends the pages has seen to a change, if anybody does
BEHIND = "Nobody has seen to the latest changes yet, as `dateline serve` does; pages are compared once it has."

ELSEWHERE = (
    "Pages lie ready for {}, and here the newsroom's address is {}: ask with the settings it is served with, such as"
    " DATELINE_PORT."
)


def pages(*, now: datetime, fix: bool) -> Answer:
    """No reader is sent a page that is not what the rows say; taken away, it is made for the next one."""
    if not settings.DELIVERY_FOLDER or not Path(settings.DELIVERY_FOLDER).is_dir():
        return Answer("none are kept")
    if store().noted(MADE_FOR) not in {"", settings.BASE_URL}:
        return Answer("not compared", notes=[ELSEWHERE.format(store().noted(MADE_FOR), settings.BASE_URL)])
    late = [page.address for page in store().stale() if page.since < now.timestamp() - LATE]
    compared, wrong = compare()
    if fix:
        store().drop([*late, *wrong])
    complaints = [f"{address} is out of date." for address in late]
    complaints += [f"{address} is not what the rows say: {what}." for address, what in wrong.items()]
    found = answer(f"right, as {compared} of {store().index.count()} show that were made anew", complaints, fix=fix)
    if is_behind(store(), patience=PATIENCE):
        found.notes.append(BEHIND)
    return found


def compare() -> tuple[int, dict[str, str]]:
    """Make some pages anew; return how many, and what differs in those that are not the same."""
    wrong: dict[str, str] = {}
    compared, until = 0, monotonic() + ENOUGH
    for address in store().some(COMPARED):
        if monotonic() > until or is_behind(store(), patience=PATIENCE):
            break
        compared += 1
        if what := difference(store(), address):
            wrong[address] = what
    return compared, wrong
