"""Addresses of links, as absolute http addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import urljoin, urlsplit

from checker.text.late import late

_SCHEME = late(r"[a-z][a-z0-9+.-]*:", re.I)
_INSIDE = str.maketrans("", "", "\t\n\r")  # browsers drop these wherever they stand, so "java\nscript:" hides nothing
_ENDS = "".join(map(chr, range(0x21)))
_LONGEST = 8192

# Nearly all addresses look like one of these two, and are what they say. To take them apart and put them together again costs
# 10 µs each; of the rest (dots in the path, brackets, parameters, an empty query) that is what tells.
_PLAIN_WEB = re.compile(r"https?://[a-z0-9][a-z0-9.-]*(?:[/?#]\S*)?", re.I | re.ASCII)
_PLAIN_PATH = re.compile(r"(?:/(?!\.{1,2}(?:[/?#]|\Z))[^/?#;\s]+)+/?(?:\?[^#\s]+)?(?:#\S+)?")

_WRITTEN_OUT = late(r"https?://[^\s<>\"“”«»‹›\[\]{}|\\^`]{3,2000}")


def written_out(text: str) -> Iterator[tuple[int, int]]:
    """Where addresses stand in a text without being links; the punctuation that closes a sentence is not theirs.

    >>> text = "See https://news.example/a_(b), and (https://news.example/c)."
    >>> [text[start:end] for start, end in written_out(text)]
    ['https://news.example/a_(b)', 'https://news.example/c']
    """
    if "://" in text:
        for match in _WRITTEN_OUT.finditer(text):
            url = match[0].rstrip(".,;:!?'’*_(")
            if url.endswith(")") and "(" not in url:
                url = url.rstrip(").,")
            yield match.start(), match.start() + len(url)


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
    origin = _origin(base)
    if origin and _PLAIN_PATH.fullmatch(href):
        return origin + href
    try:
        joined = urljoin(base, href)
    except ValueError:
        return None
    return joined if is_web(joined) else None


def is_web(url: str | None) -> bool:
    """Whether an address is http or https with a host."""
    if not url or url[:4].lower() != "http":
        return False
    if _PLAIN_WEB.fullmatch(url):
        return True
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


@lru_cache(maxsize=64)
def _origin(base: str) -> str | None:
    """Scheme and host of an address that other addresses of its page are resolved against; None of what is no web address."""
    if not is_web(base):
        return None
    parts = urlsplit(base)
    return f"{parts.scheme}://{parts.netloc}"
