"""Hashes that only we can make, of what must be known again but not be read."""

from __future__ import annotations

import hashlib
import hmac
from functools import lru_cache

from django.conf import settings


def keyed_hash(salt: str, value: str) -> str:
    """Return Django's ``salted_hmac(salt, value, algorithm="sha256").hexdigest()``, in a third of the time."""
    return hmac.digest(_key(salt, settings.SECRET_KEY), value.encode(), "sha256").hex()


@lru_cache(maxsize=32)
def _key(salt: str, secret: str) -> bytes:
    return hashlib.sha256((salt + secret).encode()).digest()
