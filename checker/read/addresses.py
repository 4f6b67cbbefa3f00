"""Addresses of links, as absolute http addresses."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.I)
_INSIDE = str.maketrans("", "", "\t\n\r")  # browsers drop these wherever they stand, so "java\nscript:" hides nothing
_ENDS = "".join(map(chr, range(0x21)))
_LONGEST = 8192


def base_of(base: str | None, canonical: str | None, url: str | None) -> str | None:
    """What relative addresses of a page are resolved against: its base element, else canonical, else where it was."""
    outer = url if is_web(url) else canonical if is_web(canonical) else None
    if base:
        joined = resolve(base, outer)
        if is_web(joined):
            return joined
    return canonical if is_web(canonical) else outer


def resolve(href: str, base: str | None) -> str | None:
    """The address a link leads to; as written where nothing is known to resolve it against; None for no web address.

    >>> resolve("/b?c", "https://news.example/a"), resolve("java\\nscript:x", None), resolve("b.html", None)
    ('https://news.example/b?c', None, 'b.html')
    """
    href = href.strip(_ENDS).translate(_INSIDE)
    if not href or len(href) > _LONGEST:
        return None
    if _SCHEME.match(href):
        return href if is_web(href) else None
    if not base:
        return None if href.startswith("#") else href
    try:
        joined = urljoin(base, href)
    except ValueError:
        return None
    return joined if is_web(joined) else None


def is_web(url: str | None) -> bool:
    """Whether an address is http or https with a host."""
    if not url or url[:4].lower() != "http":
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)
