"""A guest's browser, known by a signed cookie that it gets with its first post and never by reading."""

from __future__ import annotations

import secrets

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac

COOKIE = "dateline_device"
SALT = "dateline.discussion.device"
TWO_YEARS = 2 * 365 * 24 * 3600


def device_of(request: HttpRequest) -> str:
    """Return the browser's own secret, or an empty string when it has none or a forged one."""
    try:
        return signing.Signer(salt=SALT).unsign(request.COOKIES.get(COOKIE, ""))
    except signing.BadSignature:
        return ""


def fingerprint(device: str) -> str:
    """Return what is stored of a device: enough to know it again, not enough to make its cookie."""
    return salted_hmac(SALT, device, algorithm="sha256").hexdigest() if device else ""


def new_device() -> str:
    """Return a secret for a browser that has none."""
    return secrets.token_urlsafe(18)


def remember(response: HttpResponse, device: str) -> None:
    """Give the browser its secret. Only on answers to a post: public pages set no cookie."""
    response.set_cookie(
        COOKIE,
        signing.Signer(salt=SALT).sign(device),
        max_age=TWO_YEARS,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
