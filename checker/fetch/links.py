"""The address that a link means, where it stands behind a counter, a tracker or a copy for telephones."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit, urlunsplit

# Parameters that say where a reader came from and not which page it is.
_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|yclid|_hsenc|_hsmi|cmpid|ncid|smid|s_cid|icid|ref_src",
    re.IGNORECASE,
)
# Hosts that only pass on, with the parameter that holds where to.
_PASSED_ON = {
    "www.google.com/url": ("q", "url"),
    "google.com/url": ("q", "url"),
    "l.facebook.com/l.php": ("u",),
    "lm.facebook.com/l.php": ("u",),
    "out.reddit.com/": ("url",),
    "www.youtube.com/redirect": ("q",),
}
_VIEWER = re.compile(r"/amp/(s/)?([\w-]+(?:\.[\w-]+)+/.*)")
_AMP_CACHE = re.compile(r"/[acivx]/(s/)?([\w-]+(?:\.[\w-]+)+/.*)")


def bare(url: str) -> str:
    """The address behind a link, without fragment and tracking; what is no such link comes back nearly as it was.

    >>> bare("https://www.google.com/url?q=https://paper.example/a%3Fid%3D7&sa=U")
    'https://paper.example/a?id=7'
    >>> bare("https://paper-example.cdn.ampproject.org/c/s/paper.example/a?utm_source=x#top")
    'https://paper.example/a'
    """
    for _ in range(3):  # one counter behind the other
        inner = _behind(url)
        if inner is None:
            break
        url = inner
    try:
        parts = urlsplit(url)
        if not _TRACKING.search(parts.query):
            return urlunsplit(parts._replace(fragment=""))
        kept = [(key, value) for key, value in parse_qsl(parts.query, True) if not _TRACKING.fullmatch(key)]
        return urlunsplit(parts._replace(query=urlencode(kept), fragment=""))
    except ValueError:
        return url


def _behind(url: str) -> str | None:
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        names = _PASSED_ON.get(f"{host}{parts.path}", ())
        values = parse_qs(parts.query, max_num_fields=100) if names else {}
    except ValueError:
        return None
    for name in names:
        if (value := values.get(name, [""])[0]).startswith(("http://", "https://")):
            return value
    pattern = _VIEWER if host in ("www.google.com", "google.com") else _AMP_CACHE
    if pattern is _VIEWER or host.endswith(".cdn.ampproject.org"):
        match = pattern.fullmatch(parts.path)
        if match:
            return f"http{'s' if match[1] else ''}://{match[2]}{'?' + parts.query if parts.query else ''}"
    return None
