"""A cookie that says that somebody is signed in, and not who.

Public pages are the same bytes for everyone. A page's script looks for this cookie and, only when it is there, asks
/me.json. It carries no identity and opens nothing, so the script may read it; the session cookie stays out of reach.
"""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.http import HttpRequest, HttpResponse

HINT = "signed_in"


class SignedInHint:
    """Set the cookie when a session begins to know somebody and take it away when it forgets them."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.session.modified:
            keep_hint(request, response)
        return response


def keep_hint(request: HttpRequest, response: HttpResponse) -> None:
    """Make the hint agree with the session that goes out with ``response``."""
    if SESSION_KEY not in request.session:
        drop_hint(request, response)
        return
    whole_browser = request.session.get_expire_at_browser_close()
    response.set_cookie(
        HINT,
        "1",
        max_age=None if whole_browser else request.session.get_expiry_age(),
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Lax",
    )


def drop_hint(request: HttpRequest, response: HttpResponse) -> None:
    """Take the cookie away from who has it."""
    if HINT in request.COOKIES:
        response.delete_cookie(HINT, samesite="Lax")
