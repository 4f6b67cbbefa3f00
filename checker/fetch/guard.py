"""Addresses come out of articles, and articles come from strangers: what may be asked for, before anything is asked.

Guards for requests exist. Held against the 102 address cases of the suite, requests-hardened 1.3.0 tries forbidden places in
3 (168.63.129.16, `[::127.0.0.1]`, fec0::/10) and takes any port and user:password; ssrfguard 0.4.1 tries 1 (168.63.129.16)
and is closest. Neither bounds the whole time of an answer or hands over its socket to be shut, which `pinned.py` needs, and
neither lets one named host through; what would be left to use of them is the table in `ranges.py`. So this is our own.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from checker.fetch.ranges import as_address, is_public
from checker.model import Reason, Unavailable

# Longer than any address of a page that was met; servers commonly stop at 8,192 themselves.
LONGEST = 8192

_PORTS = {"http": 80, "https": 443}
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029]")
# Names that are never on the public internet (RFC 6761, 6762, 7686, 8375, 9476 and what ICANN keeps for private use).
_INSIDE = ("localhost", "local", "internal", "home.arpa", "onion", "alt")
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
# What programs of the C library take for a number: 127.1, 0x7f.1, 0177.0.0.1, 2130706433.
_NUMBER = re.compile(r"(?:0x[0-9a-f]*|[0-9]+)")
_FULL_STOPS = str.maketrans("。．｡", "...")


class RefusedError(Exception):
    """Why an address is not asked for; `unavailable` is the answer for the reader."""

    def __init__(self, message: str, reason: Reason = Reason.REFUSED_ADDRESS) -> None:
        super().__init__(message)
        self.unavailable = Unavailable(reason, message)


@dataclass(frozen=True, slots=True)
class Target:
    """An address that may be asked for, in the one spelling that everything below uses.

    `host` is in ASCII and small letters, an IPv6 address without its brackets. `named`: somebody named this host as
    their own (`--allow-host`), so it may be anywhere and use any port.
    """

    url: str
    scheme: str
    host: str
    port: int
    named: bool = False

    @property
    def origin(self) -> str:
        """Scheme, host and port, as in the first part of the address."""
        return self.url[: self.url.index("/", len(self.scheme) + 3)]


def target_of(url: str, allowed: Collection[str] = ()) -> Target:
    """The address in its safe spelling; raises RefusedError with a sentence that never shows a password.

    >>> target_of("HTTPS://Bücher.example/a b#top").url
    'https://xn--bcher-kva.example/a%20b'
    """
    url = url.strip(" ")
    if _CONTROL.search(url) or "\\" in url:
        raise RefusedError("the address holds a character that no address has (a line break, a backslash)")
    if len(url) > LONGEST:
        raise RefusedError(f"the address is longer than {LONGEST:,} characters")
    scheme, colon, _ = url.partition(":")
    if colon and re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*", scheme) and scheme.lower() not in _PORTS:
        raise RefusedError(f"only http and https are fetched, and the address begins with {scheme[:20].lower()}:")
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise RefusedError("the address is malformed: its host or port cannot be told") from None
    if parts.scheme not in _PORTS:
        raise RefusedError("the address does not begin with http:// or https://")
    if "@" in parts.netloc:
        raise RefusedError("the address holds a user name or a password, which is never sent")
    host = _host(host, bracketed="[" in parts.netloc)
    named = host in allowed
    if not named:
        _check_name(host)
    port = _port(parts.scheme, port, named)
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?[]")
    shown = f"[{host}]" if ":" in host else host
    if port != _PORTS[parts.scheme]:
        shown += f":{port}"
    return Target(f"{parts.scheme}://{shown}{path}{'?' + query if query else ''}", parts.scheme, host, port, named)


def host_name(text: str) -> str:
    """A host as a person writes it in settings, in the spelling of `Target.host`; raises RefusedError."""
    return _host(text.strip("[]"), bracketed=":" in text)


def _port(scheme: str, port: int | None, named: bool) -> int:
    if port is None:
        return _PORTS[scheme]
    if port not in _PORTS.values() and (not named or port == 0):
        raise RefusedError(f"port {port} is not one that pages are read from (80 and 443)")
    return port


def _host(host: str, *, bracketed: bool) -> str:
    """One spelling for each host. What a program may take for a number in another way than we do is refused."""
    if not host:
        raise RefusedError("the address has no host")
    if bracketed:
        address = as_address(host)
        if address is None or address.version != 6 or "%" in host:
            raise RefusedError("the host in brackets is no IPv6 address")
        return address.compressed
    if "%" in host or any(unicodedata.category(sign) in ("Cf", "Zs") for sign in host):
        raise RefusedError("the host holds a percent sign, a space or an invisible character")
    host = unicodedata.normalize("NFKC", host.translate(_FULL_STOPS)).lower().removesuffix(".")
    if _NUMBER.fullmatch(host.rpartition(".")[2]):
        address = as_address(host)
        if address is None:
            raise RefusedError("the host is a number in a spelling that programs read differently")
        return str(address)
    if not host.isascii():
        host = _in_ascii(host)
    if len(host) > 253 or not all(_LABEL.fullmatch(label) for label in host.split(".")):
        raise RefusedError("the host is no name that a host can have")
    return host


def _in_ascii(host: str) -> str:
    import idna

    try:
        return idna.encode(host, uts46=True, std3_rules=True).decode("ascii").lower()
    except idna.IDNAError:
        raise RefusedError("the host is no name that a host can have") from None


def _check_name(host: str) -> None:
    address = as_address(host)
    if address is not None:
        if not is_public(address):
            raise RefusedError(f"{host} is not an address on the public internet")
        return
    if "." not in host and host not in _INSIDE:
        raise RefusedError(f"{host} is a name inside a network; name it with --allow-host if it is your own archive")
    if any(host == name or host.endswith("." + name) for name in _INSIDE):
        raise RefusedError(f"{host} is a name inside a network, not on the public internet")
