"""Who renders: a module named in the settings, because it stands above us. What we ask of it is written down here."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from functools import cache
from importlib import import_module
from typing import Protocol, cast

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase


class Rendered(Protocol):
    """An answer of the application."""

    status: int
    content: bytes


class Renderer(Protocol):
    """What ``DELIVERY_RENDERER`` names."""

    def render(self, address: str) -> Rendered:
        """Return what a reader gets, made now from the rows as they are; nothing is kept."""

    def renew(self, address: str) -> Rendered:
        """Make a page anew and keep it."""

    def render_parts(self, names: Iterable[str]) -> dict[str, bytes]:
        """Return the parts of these names, from the rows as they are; those that are no more are left out."""

    def tags_of_part(self, name: str) -> frozenset[str]:
        """Return the tags of a part."""

    def is_kept(self, view_name: str) -> bool:
        """Return whether answers of a view may be kept for everybody."""

    def tags_of(self, request: HttpRequest, response: HttpResponseBase) -> frozenset[str] | None:
        """Return what an answer hangs on; None where it is not for everybody."""

    def lasts(self, view_name: str) -> timedelta:
        """Return for how long a page of a view is right though nothing changes."""

    def policies(self) -> dict[str, str]:
        """Return the Content-Security-Policy of kept files by how their names end."""

    def first_addresses(self) -> list[str]:
        """Return the pages to have ready before anybody asks."""

    def request_for(self, address: str) -> HttpRequest:
        """Return a GET of an address at our public host, by nobody."""


@cache
def renderer() -> Renderer:
    """Return the renderer."""
    return cast("Renderer", import_module(settings.DELIVERY_RENDERER))
