"""Proof that a form was sent from our own pages, without a token in the page.

Public pages are the same bytes for everyone, so they cannot carry a token of one reader. Browsers say themselves
where a request comes from: Fetch Metadata (W3C), and the Origin header (RFC 6454) where that is missing. A request
that says neither is not from a browser's form and carries no reader's cookies worth stealing, yet it is refused all
the same.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

SAFE = {"GET", "HEAD", "OPTIONS"}


def is_same_origin(request: HttpRequest) -> bool:
    """Return whether the browser says that this request was made by a page of this very site."""
    return says_same_origin(
        request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin", ""), host=request.get_host
    )


def says_same_origin(site: str | None, origin: str, *, host: Callable[[], str]) -> bool:
    """The same, of the two headers that say so; ``host`` is asked for our own only where Sec-Fetch-Site is missing."""
    if site:
        return site == "same-origin"
    try:
        return urlsplit(origin).netloc == host()
    except ValueError:  # no address at all, such as half of an IPv6 one
        return False


def same_origin_only(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Refuse (403) what another site makes a browser send; takes the place of the CSRF token on public pages."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method not in SAFE and not is_same_origin(request):
            raise PermissionDenied(
                _("This form was not sent from our own page. Open the page again and send it from there.")
            )
        return view(request, *args, **kwargs)

    return csrf_exempt(guarded)
