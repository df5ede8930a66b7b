"""Where on the network a request came from, told apart but not told: for limits, and for nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http import HttpRequest

from .hops import household, told_address
from .keyed import keyed_hash


def sender_address(meta: Mapping[str, Any]) -> str:
    """Return the sender's own address, as told by as many proxies as we were told to trust, and no more."""
    return told_address(meta.get("REMOTE_ADDR", ""), meta.get("HTTP_X_FORWARDED_FOR", ""), settings.TRUSTED_PROXIES)


def sender_key(request: HttpRequest, *, purpose: str) -> str:
    """Return the key of who sent ``request``; ``REMOTE_ADDR`` is what we believe, TrustedProxies has seen to it."""
    return address_key(request.META.get("REMOTE_ADDR", ""), purpose=purpose)


def address_key(address: str, *, purpose: str) -> str:
    """Return a keyed hash of an address, or of its /64 for IPv6; empty when it is none.

    The same sender has another key for another ``purpose``, so that what is kept for one cannot be laid beside what is
    kept for another.
    """
    known = household(address)
    return keyed_hash(f"dateline.{purpose}.origin", known)[:32] if known else ""
