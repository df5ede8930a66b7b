"""Which hosts are ours, which pages everybody may read, and where they are: read once for a whole batch of posts."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest
from django.http.request import split_domain_port, validate_host
from wagtail.models import Page, PageViewRestriction, Site

from .statements import Row, ask, ask_again, listed

LIVE = """
    SELECT p.id, p.path, p.url_path FROM wagtailcore_page p
    WHERE p.live AND p.id IN (SELECT CAST(asked.value AS bigint) FROM EACH(%s) AS asked)
"""


def is_our_host(host: str) -> bool:
    """Return whether ``host`` is one that Django would answer for."""
    return _is_allowed(host, tuple(settings.ALLOWED_HOSTS))


@lru_cache(maxsize=64)
def _is_allowed(host: str, allowed: tuple[str, ...]) -> bool:
    domain, _port = split_domain_port(host)
    return bool(domain) and validate_host(domain, allowed)


def is_safe_enough(meta: Mapping[str, str]) -> bool:
    """Return whether a request came by TLS, where we insist on that."""
    if not settings.SECURE_SSL_REDIRECT:
        return True
    header, secure = settings.SECURE_PROXY_SSL_HEADER or ("wsgi.url_scheme", "https")
    return meta.get(header, "").split(",", 1)[0].strip() == secure


class Addresses:
    """The pages among ``numbers`` that everybody may read, as ``Page.objects.live().public()`` would have them."""

    def __init__(self, numbers: Collection[int]) -> None:
        rows = ask(LIVE, listed(numbers)) if numbers else []
        private = tuple(row[0] for row in ask_again(_private)) if rows else ()
        self.pages = {row[0]: row[2] for row in rows if not row[1].startswith(private)}
        self.sites = tuple(ask_again(_sites)) if rows else ()

    def of(self, number: int | None, meta: Mapping[str, str]) -> str | None:
        """Return the address of a page for who sent a request; None where it has none or is not for everybody."""
        if number not in self.pages:
            return None
        host, port = meta.get("HTTP_HOST", ""), meta.get("SERVER_PORT", "80")
        return _address(number, self.pages[number], host, port, self.sites)


@lru_cache(maxsize=1024)
def _address(number: int, _url_path: str, host: str, port: str, _sites: tuple[Row, ...]) -> str | None:
    """Ask Wagtail, once for as long as the page and all sites are where they are."""
    request = HttpRequest()
    request.META = {"HTTP_HOST": host, "SERVER_NAME": host, "SERVER_PORT": port}
    return Page.objects.get(pk=number).get_url(request)


def _private() -> QuerySet[Any, Any]:
    return PageViewRestriction.objects.order_by().values_list("page__path")


def _sites() -> QuerySet[Any, Any]:
    return Site.objects.order_by("pk").values_list("pk", "hostname", "port", "is_default_site", "root_page__url_path")
