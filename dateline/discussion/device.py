"""A guest's browser, known by a signed cookie that it gets with its first post and never by reading."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils.http import http_date

from dateline.delivery.keyed import keyed_hash

from .framing import frame_of

COOKIE = "dateline_device"
FIELD = "device"
SALT = "dateline.discussion.device"
TWO_YEARS = 2 * 365 * 24 * 3600


def device_of(request: HttpRequest) -> str:
    """Return the browser's own secret, or an empty string when it has none or a forged one.

    A browser that keeps cookies out of frames sends it with the form (``FIELD``), below ``/embed/`` and nowhere else.
    """
    device = device_in(request.COOKIES)
    return device or (_unsigned(request.POST.get(FIELD, "")) if frame_of(request) else "")


def device_in(cookies: Mapping[str, str]) -> str:
    """The same, of the cookies that a browser sent."""
    return _unsigned(cookies[COOKIE]) if COOKIE in cookies else ""


def signed(device: str) -> str:
    """Return what a browser keeps of its secret: in the cookie, or in a frame's own storage."""
    return _signer(settings.SECRET_KEY).sign(device)


def fingerprint(device: str) -> str:
    """Return what is stored of a device: enough to know it again, not enough to make its cookie."""
    return keyed_hash(SALT, device) if device else ""


def new_device() -> str:
    """Return a secret for a browser that has none."""
    return secrets.token_urlsafe(18)


def remember(response: HttpResponse, device: str) -> None:
    """Give the browser its secret. Only on answers to a post: public pages set no cookie."""
    response.set_cookie(
        COOKIE,
        signed(device),
        max_age=TWO_YEARS,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )


def forget(response: HttpResponse) -> None:
    """Take the secret away from the browser."""
    response.delete_cookie(COOKIE, samesite="Lax")


def cookie_of(device: str, now: datetime) -> str:
    """Return what ``remember`` sets as a whole ``Set-Cookie`` value, for answers that are not Django's."""
    expires = _date(int(now.timestamp()) + TWO_YEARS)
    cookie = f"{COOKIE}={signed(device)}; expires={expires}; HttpOnly; Max-Age={TWO_YEARS}; Path=/; SameSite=Lax"
    return f"{cookie}; Secure" if settings.SESSION_COOKIE_SECURE else cookie


def _unsigned(text: str) -> str:
    try:
        return _signer(settings.SECRET_KEY).unsign(text) if text else ""
    except signing.BadSignature:
        return ""


@lru_cache(maxsize=2)
def _signer(_secret: str) -> signing.Signer:
    return signing.Signer(salt=SALT)


@lru_cache(maxsize=1)
def _date(second: int) -> str:
    return http_date(second)
