"""Who asks whom: plain functions, for the door and the application alike."""

from __future__ import annotations

from ipaddress import IPv6Address, ip_address

V6_HOME = 64  # one household's prefix; counting single v6 addresses would count nobody


def told_address(peer: str, forwarded: str, proxies: int) -> str:
    """Return the sender's own address, as told by as many proxies as we were told to trust, and no more.

    Each proxy appends the address that it was called from to X-Forwarded-For, so with n of them the n-th from the right
    is the last that a trusted one wrote; whatever stands left of it anybody may have made up.
    """
    hops = [hop.strip() for hop in forwarded.split(",") if hop.strip()] if proxies else []
    return hops[-proxies] if 0 < proxies <= len(hops) else peer


def household(address: str) -> str:
    """Return an address as it is counted: IPv4 as it is, of IPv6 the first 64 bits; empty when it is none."""
    try:
        place = ip_address(address)
    except ValueError:
        return ""
    if isinstance(place, IPv6Address):
        return str(place.ipv4_mapped or int(place) >> (128 - V6_HOME))
    return str(place)


def server_of(host: str) -> tuple[str, int]:
    """Return the name and port that a Host header names; our own socket, on which such a request comes, has neither."""
    name, colon, port = host.rpartition(":")
    if colon and port.isascii() and port.isdigit() and len(port) < 6:
        return name, int(port)
    return host, 80
