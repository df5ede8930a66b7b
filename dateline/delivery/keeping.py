"""Whatever is the same for everybody is kept as it goes out, so that the next reader needs none of us.

A page is kept as it answers a request that we make ourselves, of nobody, at our public host: what the reader who
happened to ask first sent along (cookies, headers, a query that means nothing) cannot end up in what others get.
"""

from __future__ import annotations

import logging
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from time import time
from urllib.parse import quote

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseServerError
from django.urls import Resolver404, resolve

from dateline.lib.depends import collecting
from dateline.lib.row_number import row_number

from .changes import changes
from .desk import DOOR
from .joining import join_anew
from .renderer import renderer
from .store.address import SEEN, Unstorable, file_of, join, path_of, query_of
from .store.kinds import kind_of
from .store.made import Made, Part
from .store.made import join as join_parts
from .store.store import Store

log = logging.getLogger("dateline.keeping")
KEPT_HEADER = "X-Dateline-Kept"  # to our own door, which takes it off: the page lies ready, send it from there

KEEP, RENEW = "dateline.keep", "dateline.renew"  # in the environ of requests that we make ourselves
OK = 200


@cache
def store() -> Store:
    """Return this process's hold on the page store."""
    return Store(Path(settings.DELIVERY_FOLDER), owes=settings.DELIVERY_CDN is not None)


class Keeping:
    """Middleware, inside what compresses and compares validators: it must see the plain page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self.queue = Queue()

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        address = address_to_keep(request)
        if address is None:
            return self.get_response(request)
        try:
            return self.keep(request, address)
        except (OSError, sqlite3.Error) as error:  # of the store: a full disk keeps no page from a reader
            log.warning("%s could not be kept (%s); it is made for each reader.", address, error)
            return self.get_response(request)

    def keep(self, request: HttpRequest, address: str) -> HttpResponseBase:
        """Answer with what lies ready, or make it and keep it. Raises what the store raises."""
        ours = RENEW in request.META
        with self.queue.turn(address) as waited:
            if not ours and will_do(request, address, waited=waited):
                return self.ready_answer(request, address)
            kept, response = self.render(address)
        if kept and is_from_door(request):
            return told_kept()
        if kept or ours or (response.status_code != OK and not request.COOKIES):
            return response
        return self.get_response(request)  # not for everybody: so it is answered to this reader, as who they are

    def ready_answer(self, request: HttpRequest, address: str) -> HttpResponseBase:
        """Answer with the page that lies ready."""
        if is_from_door(request):
            return told_kept()
        path = store().files.folder / file_of(address)
        kind = kind_of(path)
        try:
            return HttpResponse(path.read_bytes(), content_type=kind.content_type if kind else None)
        except OSError:  # taken out of the way this very moment
            return self.render(address)[1]

    def render(self, address: str) -> tuple[bool, HttpResponseBase]:
        """Answer for nobody, and keep the answer if it is for everybody."""
        asked = renderer().request_for(address)
        point = changes().now()
        with collecting() as collected:
            response = self.get_response(asked)
        if response.streaming or not isinstance(response, HttpResponse):
            return False, response
        text, holes, parts = collected.split(response.content)
        response.content = join_parts(text, [parts[name] for name in holes])
        tags = renderer().tags_of(asked, response)
        if tags is None or not is_of_its_kind(address, response):
            if is_over(response.status_code) and store().knows(address):
                store().forget([address])
            return False, response
        match = asked.resolver_match
        made = Made(
            address=address,
            text=text,
            holes=holes,
            parts=tuple(Part(name, content, renderer().tags_of_part(name)) for name, content in parts.items()),
            tags=tags | collected.tags,
            made_from=point.number,
            expires=time() + renderer().lasts(match.view_name if match else "").total_seconds(),
        )
        try:
            response.content = store().put(made, changed_since=lambda: changes().since(point).tags)
        except (OSError, sqlite3.Error) as error:  # a full disk: readers are served all the same, one by one
            log.warning("%s could not be kept: %s", address, error)
            return False, response
        return True, response


def is_over(status: int) -> bool:
    """Whether an answer says that there is no such page for everybody; a mistake of ours says nothing of the kind."""
    return status != OK and status < HttpResponseServerError.status_code


class Queue:
    """One at a time for each address: a crowd that asks for a page at once has it made once."""

    def __init__(self) -> None:
        self.locks: dict[str, tuple[threading.Lock, int]] = {}
        self.guard = threading.Lock()

    @contextmanager
    def turn(self, address: str) -> Iterator[bool]:
        """Wait for one's turn; gives whether one had to."""
        with self.guard:
            lock, waiting = self.locks.get(address, (threading.Lock(), 0))
            self.locks[address] = (lock, waiting + 1)
        try:
            with lock:
                yield waiting > 0
        finally:
            with self.guard:
                lock, waiting = self.locks[address]
                if waiting > 1:
                    self.locks[address] = (lock, waiting - 1)
                else:
                    del self.locks[address]


def address_to_keep(request: HttpRequest) -> str | None:
    """Return the address under which an answer to ``request`` may be kept, or None."""
    if not settings.DELIVERY_FOLDER or request.method not in {"GET", "HEAD"} or not request.META.get(KEEP, True):
        return None
    request.get_host()  # a host that is not ours is refused here as anywhere else
    try:
        address = join(path_of(raw_path_of(request)), query_of(request.META["QUERY_STRING"].encode()))
        match = resolve(request.path_info)
    except (Unstorable, Resolver404):
        return None
    is_plain = kind_of(file_of(address)) is not None and renderer().is_kept(match.view_name)
    return address if is_plain else None


def raw_path_of(request: HttpRequest) -> bytes:
    """Return the path as it stood in the request line, as the door reads it: only so do both speak of one page."""
    scope: dict[str, bytes] = getattr(request, "scope", {})
    return scope.get("raw_path") or quote(request.path).encode()


def will_do(request: HttpRequest, address: str, *, waited: bool) -> bool:
    """Return whether what is kept of a page, joined anew if need be, is what this reader is to see."""
    if is_ahead(request):
        return False
    if (waited or SEEN in request.GET) and is_ready(address):
        return True
    return join_anew(store(), changes(), address) is not None


def is_ahead(request: HttpRequest) -> bool:
    """Return whether the reader has made a change that the store does not reflect yet: the tender has much to do.

    A number that no change has yet is somebody's invention.
    """
    number = row_number(request.GET.get(SEEN, ""))
    return number is not None and store().files.gauge.read("settled") < number <= changes().now().number


def is_ready(address: str) -> bool:
    """Return whether a page lies ready."""
    return (store().files.folder / file_of(address)).exists()


def is_of_its_kind(address: str, response: HttpResponse) -> bool:
    """Return whether what is sent with every file whose name ends like this is what this answer is sent with."""
    kind = kind_of(file_of(address))
    sent = response.headers.get("Content-Type", "").partition(";")[0]
    if "no-store" in response.headers.get("Cache-Control", "") or "private" in response.headers.get(
        "Cache-Control", ""
    ):
        return False
    return kind is not None and kind.content_type.partition(";")[0] == sent


def is_from_door(request: HttpRequest) -> bool:
    """Return whether our own door asks."""
    return DOOR in getattr(request, "scope", ())


def told_kept() -> HttpResponse:
    """Tell the door that the page lies ready."""
    return HttpResponse(status=204, headers={KEPT_HEADER: "1"})
