"""Which numeric addresses lie on the public internet."""

from __future__ import annotations

from functools import cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

Address = IPv4Address | IPv6Address

# What `is_global` lets pass (Python 3.11.7; later versions know some of these) and no news page stands behind.
_NEVER = (
    "168.63.129.16/32",  # a cloud platform's own services, in every machine of it
    "192.0.0.0/24",  # protocol assignments; one cloud keeps its metadata at 192.0.0.192
    "192.88.99.0/24",  # 6to4 relays
    "::/96",  # IPv4 written as IPv6 the old way: ::127.0.0.1
    "64:ff9b::/96",  # NAT64: an IPv4 address in its last four bytes, whatever it is
    "64:ff9b:1::/48",  # the same for local use
    "2001::/23",  # protocol assignments, Teredo among them
    "2002::/16",  # 6to4: an IPv4 address inside
    "3fff::/20",  # documentation
    "5f00::/16",  # segment routing
    "fec0::/10",  # site-local, deprecated and still routed in places
    "ff00::/8",  # multicast
)


@cache
def _never() -> tuple[IPv4Network | IPv6Network, ...]:
    return tuple(ip_network(one) for one in _NEVER)


def is_public(address: Address) -> bool:
    """Whether a page on the open web can stand there.

    >>> is_public(ip_address("93.184.215.14")), is_public(ip_address("::ffff:10.0.0.1"))
    (True, False)
    """
    if isinstance(address, IPv6Address):
        if address.scope_id is not None:
            return False
        if address.ipv4_mapped is not None:
            return is_public(address.ipv4_mapped)
    if not address.is_global or address.is_multicast or address.is_reserved or address.is_unspecified:
        return False
    return not any(address in network for network in _never() if network.version == address.version)


def as_address(text: str) -> Address | None:
    """A numeric address as it is usually written, or None."""
    try:
        return ip_address(text)
    except ValueError:
        return None
