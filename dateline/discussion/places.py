"""Where on somebody else's site a discussion stands, as its page says and we understand it.

We never ask that page: what it calls itself is only a label, and its address only a name. ``place`` is what names the
thread: the address in its one spelling or, where the site gives the discussion a name of its own, the site's origin
and that name, so that several addresses share one thread and no site can take another's.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import NamedTuple
from urllib.parse import urlencode

from django.core import signing
from django.utils.translation import gettext as _

from dateline.lib.web_address import BadAddress, canonical, is_within, origin_of
from dateline.people.names import tidy_name

from .models import Embedding, Thread
from .models.thread import TITLE

SALT = "dateline.discussion.place"
NAMED = re.compile(r"[\w.:/-]{1,100}", re.ASCII)


class NotListed(Exception):
    """The page stands on no site that may show our discussions; once an editor lists the site, it will."""

    def __str__(self) -> str:
        return _("This site may not show our discussions. If it is yours, ask the newsroom to list it.")


class Place(NamedTuple):
    """``address`` is the page to lead back to, ``title`` what it calls itself: somebody else's word, never trusted."""

    place: str
    address: str
    title: str = ""

    @property
    def query(self) -> str:
        """How it is asked for."""
        asked = {"url": self.address, "title": self.title, "id": self.place.partition("#")[2]}
        return urlencode({name: value for name, value in asked.items() if value})


def place_in(asked: Mapping[str, str], allowed: Collection[str]) -> Place:
    """Return the place that a query asks for. Raises BadAddress and NotListed."""
    address = canonical(asked.get("url", ""))
    check_listed(address, allowed)
    name = asked.get("id", "")
    if name and not NAMED.fullmatch(name):
        raise BadAddress("the name of the discussion has signs that it may not have, or too many")
    place = f"{origin_of(address)}#{name}" if name else address
    return Place(place, address, tidy_name(asked.get("title", "")[: 4 * TITLE])[:TITLE])


def place_of(thread: Thread) -> Place:
    """Return where a thread stands."""
    return Place(thread.place or "", thread.url, thread.title)


def check_listed(address: str, allowed: Collection[str]) -> None:
    """Raise NotListed unless ``address`` is on a site that may show our discussions."""
    if not is_within(origin_of(address), allowed):
        raise NotListed


def is_listed(thread: Thread) -> bool:
    """Return whether the site of ``thread`` may show our discussions now; one query."""
    return bool(thread.url) and is_within(origin_of(thread.url), Embedding.allowed())


def sealed(place: Place) -> str:
    """Return ``place`` as a form carries it: signed, so that a form speaks of no place but that of its page."""
    return signing.Signer(salt=SALT).sign_object(list(place))


def unsealed(text: str) -> Place | None:
    """Return the place that we have sealed; None for anything else."""
    try:
        return Place(*signing.Signer(salt=SALT).unsign_object(text))
    except (signing.BadSignature, ValueError, TypeError):
        return None
