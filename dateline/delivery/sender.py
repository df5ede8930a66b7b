"""Where on the network a request came from, told apart but not told: for limits, and for nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from ipaddress import IPv6Address, ip_address
from typing import Any

from django.conf import settings
from django.http import HttpRequest

from .keyed import keyed_hash

V6_HOME = 64  # one household's prefix; counting single v6 addresses would count nobody


def sender_address(meta: Mapping[str, Any]) -> str:
    """Return the sender's own address, as told by as many proxies as we were told to trust, and no more.

    Each proxy appends the address that it was called from to X-Forwarded-For, so with n of them the n-th from the right
    is the last that a trusted one wrote; whatever stands left of it anybody may have made up.
    """
    count = settings.TRUSTED_PROXIES
    hops = [hop.strip() for hop in meta.get("HTTP_X_FORWARDED_FOR", "").split(",") if hop.strip()] if count else []
    return hops[-count] if 0 < count <= len(hops) else meta.get("REMOTE_ADDR", "")


def sender_key(request: HttpRequest, *, purpose: str) -> str:
    """Return the key of who sent ``request``; ``REMOTE_ADDR`` is what we believe, TrustedProxies has seen to it."""
    return address_key(request.META.get("REMOTE_ADDR", ""), purpose=purpose)


def address_key(address: str, *, purpose: str) -> str:
    """Return a keyed hash of an address, or of its /64 for IPv6; empty when it is none.

    The same sender has another key for another ``purpose``, so that what is kept for one cannot be laid beside what is
    kept for another.
    """
    try:
        place = ip_address(address)
    except ValueError:
        return ""
    known = str(place)
    if isinstance(place, IPv6Address):
        known = str(place.ipv4_mapped or int(place) >> (128 - V6_HOME))
    return keyed_hash(f"dateline.{purpose}.origin", known)[:32]
