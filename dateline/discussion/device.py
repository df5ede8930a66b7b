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

COOKIE = "dateline_device"
SALT = "dateline.discussion.device"
TWO_YEARS = 2 * 365 * 24 * 3600


def device_of(request: HttpRequest) -> str:
    """Return the browser's own secret, or an empty string when it has none or a forged one."""
    return device_in(request.COOKIES)


def device_in(cookies: Mapping[str, str]) -> str:
    """The same, of the cookies that a browser sent."""
    if COOKIE not in cookies:
        return ""
    try:
        return _signer(settings.SECRET_KEY).unsign(cookies[COOKIE])
    except signing.BadSignature:
        return ""


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
        _signer(settings.SECRET_KEY).sign(device),
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
    signed = _signer(settings.SECRET_KEY).sign(device)
    expires = _date(int(now.timestamp()) + TWO_YEARS)
    cookie = f"{COOKIE}={signed}; expires={expires}; HttpOnly; Max-Age={TWO_YEARS}; Path=/; SameSite=Lax"
    return f"{cookie}; Secure" if settings.SESSION_COOKIE_SECURE else cookie


@lru_cache(maxsize=2)
def _signer(_secret: str) -> signing.Signer:
    return signing.Signer(salt=SALT)


@lru_cache(maxsize=1)
def _date(second: int) -> str:
    return http_date(second)
