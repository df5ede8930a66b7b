"""A cookie that says that this browser has muted somebody, and not whom: only then a page's script asks who."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpResponse

from .device import TWO_YEARS

HINT = "dateline_mutes"


def hint(response: HttpResponse) -> None:
    """Set it; the script may read it."""
    response.set_cookie(HINT, "1", max_age=TWO_YEARS, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE)


def unhint(response: HttpResponse) -> None:
    """Take it away."""
    response.delete_cookie(HINT, samesite="Lax")
