"""Where a webhook may not lead: into the newsroom's own network, unless the newsroom says so.

An editor names the address, but an editor's session is not the network: whatever a program inside believes because a
request comes from inside must not be within reach of a form.
"""

from __future__ import annotations

import socket
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

INSIDE = [  # what some versions of Python take for public
    ip_network("64:ff9b:1::/48"),  # NAT64 of one's own network, RFC 8215
    ip_network("fec0::/10"),  # site-local, RFC 3879
]


class NotOutside(Exception):
    """The host has an address that is not one of the public network's; trying again does not help."""


def outside_addresses(host: str, port: int, *, may_be_private: bool = False) -> list[str]:
    """Return the addresses of ``host``, all of which lie outside. Raises NotOutside, and OSError where it has none.

    What is connected to afterwards must be one of these and not the name: asked again, it may have others.
    """
    found = [str(row[4][0]) for row in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    addresses = list(dict.fromkeys(found))
    if not may_be_private and not all(is_outside(address) for address in addresses):
        raise NotOutside(host)
    return addresses


def is_outside(address: str) -> bool:
    """Return whether an address is one of the public network's, also behind what is mapped or tunnelled into IPv6."""
    known = ip_address(address.partition("%")[0])
    if any(known in network for network in INSIDE):
        return False
    return all(each.is_global and not each.is_multicast for each in [known, *_within(known)])


def _within(address: IPv4Address | IPv6Address) -> list[IPv4Address]:
    """IPv4 addresses that an IPv6 one leads to: mapped, compatible (RFC 4291), 6to4, Teredo, NAT64 (RFC 6052)."""
    if isinstance(address, IPv4Address):
        return []
    inner = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    if address.packed[:12] in {bytes(12), bytes.fromhex("0064ff9b") + bytes(8)}:
        inner.append(IPv4Address(address.packed[12:]))
    return [each for each in inner if each is not None]
