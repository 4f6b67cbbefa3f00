"""Addresses as the registry keys them: host and path, without what only says how or in which language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

# A page kept by a web archive, or passed on by a page accelerator, is the page of the address inside.
_INSIDE = re.compile(
    r"^(?:https?://)?(?:web\.archive\.org/web/[^/]*/|archive\.(?:today|ph|is|li|vn|md|fo)/\d+/"
    r"|(?:www\.)?google\.[a-z.]+/amp/(?:s/)?)(?=.)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"^(?:[a-z][a-z0-9+.-]*:)?(?://)?(?:[^/?#@]*@)?(?P<host>[^/?#:@]+)(?::\d*)?(?P<path>/[^?#]*)?", re.I
)
_HOST = re.compile(r"^(?=.{4,253}$)[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,}$")
# Sub-domains that show the same outlet in another language or for another device; all others are outlets of their own.
_SAME_OUTLET = re.compile(r"^(?:www\d?|m|mobile|amp|[a-z]{2}|english|arabic|persian|farsi|turkish|russian)\.")


def keys(url: str) -> Iterator[str]:
    """What to look up for an address, the longest path first, then the host without language or device.

    >>> list(keys("https://en.mehrnews.com/news/1?x=2"))[-1]
    'mehrnews.com'
    """
    found = _ADDRESS.match(_INSIDE.sub("", url.strip()[:4096]))
    if not found:
        return
    host = _as_written(found["host"].casefold().rstrip("."))
    if not _HOST.match(host):
        return
    path = [part for part in (found["path"] or "").casefold().split("/") if part][:6]
    while True:
        for length in range(len(path), -1, -1):
            yield "/".join([host, *path[:length]])
        shorter = _SAME_OUTLET.sub("", host, count=1)
        if shorter == host or "." not in shorter:
            return
        host = shorter


def _as_written(host: str) -> str:
    """A host in its own letters, in one form: "xn--e1aybc.xn--p1ai" and "тест.рф" are the same."""
    if host.isascii() and "xn--" in host:
        try:
            host = host.encode().decode("idna")
        except UnicodeError:
            return host
    return host if host.isascii() else unicodedata.normalize("NFC", host)
