"""Where on the network a request came from, told apart but not told: for limits, and for nothing else."""

from __future__ import annotations

from ipaddress import IPv6Address, ip_address

from django.http import HttpRequest
from django.utils.crypto import salted_hmac

V6_HOME = 64  # one household's prefix; counting single v6 addresses would count nobody


def sender_key(request: HttpRequest, *, purpose: str) -> str:
    """Return a keyed hash of the sender's address, or of its /64 for IPv6; empty when there is none.

    ``REMOTE_ADDR`` is what we believe; TrustedProxies has weighed what proxies say. The same sender has another key for
    another ``purpose``, so that what is kept for one cannot be laid beside what is kept for another.
    """
    try:
        place = ip_address(request.META.get("REMOTE_ADDR", ""))
    except ValueError:
        return ""
    known = str(place)
    if isinstance(place, IPv6Address):
        known = str(place.ipv4_mapped or int(place) >> (128 - V6_HOME))
    return salted_hmac(f"dateline.{purpose}.origin", known, algorithm="sha256").hexdigest()[:32]
