"""The fast lane for comments: guests' plain forms, many at a time, without a request, a form object or a view.

Each step is the ordinary way's own (``people.origin``, ``delivery.sender``, ``device``, ``actions.post``); what differs
is that a form with anything unusual about it is left to the ordinary view. See ``delivery.lane``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.http.cookie import parse_cookie

from dateline.delivery.lane import Answer, Posted
from dateline.delivery.sender import address_key, sender_address
from dateline.lib.skeleton import skeleton
from dateline.people.origin import says_same_origin
from dateline.people.proof import Ours

from .actions.place import Placed
from .actions.post import Draft as Screened
from .actions.post import prepare as prepare_entries
from .actions.post import store as store_entries
from .addresses import Addresses, is_our_host, is_safe_enough
from .device import cookie_of, device_in, fingerprint, new_device
from .entry import Entry
from .grounds import grounds_of
from .leading import where_it_stands
from .names import taken_by_readers, taken_names
from .opened import seconds_since
from .plain_form import read_form
from .writer import Writer

POST = re.compile(r"/threads/(\d{1,18})/post/", re.ASCII)
REPLY = re.compile(r"/comments/(\d{1,18})/reply/", re.ASCII)


@dataclass(frozen=True, slots=True)
class Draft:
    """A comment that was screened, and the address of the page below which it will stand."""

    screened: Screened
    page: str


def prepare(posted: Sequence[Posted], now: datetime) -> list[Draft | None]:
    """Return a draft for each plain form, None for each that the ordinary view must answer. Writes nothing."""
    taken = taken_names()
    entries = _without_readers_names(
        {place: entry for place, each in enumerate(posted) if (entry := _entry(each, taken, now))}
    )
    grounds = dict(zip(entries, grounds_of([each.where for each in entries.values()], now), strict=True))
    addresses = Addresses({ground.page_id for ground in grounds.values() if ground.page_id})
    pages = {
        place: page
        for place, ground in grounds.items()
        if ground.takes(entries[place].writer, is_proven=False)
        and (page := addresses.of(ground.page_id, posted[place].meta))
    }
    screened = prepare_entries([entries[place] for place in pages], [grounds[place] for place in pages], now=now)
    drafts = {place: Draft(each, pages[place]) for place, each in zip(pages, screened, strict=True)}
    return [drafts.get(place) for place in range(len(posted))]


def store(drafts: Sequence[Draft], now: datetime) -> list[Answer | None]:
    """Store ``drafts`` in the caller's transaction and say where each writer is led; None for each that is refused."""
    placed = store_entries([draft.screened for draft in drafts], now=now)
    return [
        _answer(draft, each, now) if isinstance(each, Placed) else None
        for draft, each in zip(drafts, placed, strict=True)
    ]


def _without_readers_names(entries: dict[int, Entry]) -> dict[int, Entry]:
    """Leave out those whose name is a verified reader's; one query for all of them."""
    skeletons = {place: skeleton(entry.writer.name) for place, entry in entries.items()}
    readers = taken_by_readers(set(skeletons.values()))
    return {place: entry for place, entry in entries.items() if skeletons[place] not in readers} if readers else entries


def _answer(draft: Draft, placed: Placed, now: datetime) -> Answer:
    fresh = draft.screened.entry.writer.fresh
    return Answer(where_it_stands(placed, draft.page), cookie_of(fresh, now) if fresh else None)


def _entry(posted: Posted, taken: Ours, now: datetime) -> Entry | None:
    """Return what a guest's plain form says, None where anything about it is unusual."""
    meta = posted.meta
    below, answering = POST.fullmatch(posted.path), REPLY.fullmatch(posted.path)
    host = meta.get("HTTP_HOST", "")
    if not (below or answering) or not is_our_host(host) or not is_safe_enough(meta):
        return None
    if not says_same_origin(meta.get("HTTP_SEC_FETCH_SITE"), meta.get("HTTP_ORIGIN", ""), host=lambda: host):
        return None
    cookies = parse_cookie(meta.get("HTTP_COOKIE", ""))
    if settings.SESSION_COOKIE_NAME in cookies:
        return None
    words = read_form(meta.get("CONTENT_TYPE", ""), posted.body, taken)
    if words is None:
        return None
    device = device_in(cookies)
    fresh = "" if device else new_device()
    origin = address_key(sender_address(meta), purpose="discussion")
    writer = Writer(
        device=fingerprint(device or fresh), origin=origin, name=words.author_name, mail=words.mail, fresh=fresh
    )
    page, parent = (int(below[1]), None) if below else (None, int(answering[1]) if answering else None)
    return Entry(writer, words.text, page, parent, words.trap, seconds=seconds_since(words.opened, now))
