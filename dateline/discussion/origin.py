"""Where on the network a post came from, told apart but not told."""

from __future__ import annotations

from ipaddress import IPv6Address, ip_address

from django.conf import settings
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

V6_HOME = 64  # one household's prefix; counting single v6 addresses would count nobody


def origin_of(request: HttpRequest) -> str:
    """Return a keyed hash of the sender's address, or of its /64 for IPv6; empty when there is none.

    ``X-Forwarded-For`` is believed only as far as ``TRUSTED_PROXIES`` machines of ours have written it: with n of them
    the n-th entry from the right is what the outermost saw; everything left of it the sender may have made up.
    """
    address = request.META.get("REMOTE_ADDR", "")
    trusted = settings.TRUSTED_PROXIES
    if trusted:
        hops = [hop.strip() for hop in request.headers.get("X-Forwarded-For", "").split(",") if hop.strip()]
        address = hops[-trusted] if len(hops) >= trusted else address
    try:
        place = ip_address(address)
    except ValueError:
        return ""
    known = str(place)
    if isinstance(place, IPv6Address):
        known = str(place.ipv4_mapped or int(place) >> (128 - V6_HOME))
    return salted_hmac("dateline.discussion.origin", known, algorithm="sha256").hexdigest()[:32]
