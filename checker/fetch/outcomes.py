"""What an answer means for somebody who wanted the page: each outcome a reason of its own, with a sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from checker.fetch.guard import Target
from checker.fetch.wire import Answer, UnansweredError
from checker.model import Reason, Unavailable

_BY_STATUS = {
    202: (Reason.NOT_READY, "{host} accepted the request and has no page yet (202)"),
    204: (Reason.EMPTY, "{host} answered that there is nothing on this page (204)"),
    205: (Reason.EMPTY, "{host} answered that there is nothing on this page (205)"),
    401: (Reason.LOGIN, "{host} asks for a login (401)"),
    402: (Reason.PAYWALL, "{host} asks for a payment (402)"),
    403: (Reason.BLOCKED, "{host} does not let this program read it (403)"),
    404: (Reason.NOT_FOUND, "{host} has no such page (404)"),
    407: (Reason.LOGIN, "something between here and {host} asks for a login (407)"),
    410: (Reason.NOT_FOUND, "{host} has taken the page away (410)"),
    429: (Reason.BUSY, "{host} asked to come back later (429)"),
    451: (Reason.LEGAL, "{host} may not show it here for legal reasons (451)"),
    503: (Reason.BUSY, "{host} asked to come back later (503)"),
}
# Worth a second try, after a pause (the rest would answer the same again).
AGAIN = frozenset((429, 502, 503, 504))

# What is no text whatever is in it; anything else is told by its content (`checker.read`).
_NO_TEXT = ("image/", "audio/", "video/", "font/", "model/")
_NO_TEXT_TYPES = frozenset(
    "application/zip application/gzip application/x-tar application/x-7z-compressed application/vnd.rar "
    "application/java-archive application/wasm application/msword application/vnd.ms-excel".split()
)
# Hosts whose addresses stand for others on purpose; that one of them leads elsewhere tells nothing.
_FORWARDERS = frozenset(
    "t.co bit.ly j.mp tinyurl.com ow.ly buff.ly lnkd.in dlvr.it goo.gl is.gd trib.al shorturl.at fb.me youtu.be "
    "nyti.ms wapo.st bbc.in reut.rs cnn.it apne.ws econ.st on.ft.com on.wsj.com bloom.bg politi.co gu.com cbsn.ws "
    "nbcnews.to abcn.ws n.pr zpr.io spr.ly sz.de spon.de taz.de lemde.fr doi.org dx.doi.org hdl.handle.net purl.org "
    "w.wiki feedproxy.google.com news.google.com www.google.com l.facebook.com lm.facebook.com out.reddit.com".split()
)
_SHORT = re.compile(r"/\w{1,12}/?", re.ASCII)  # what an address has that a shortener made; there are hundreds of them
_FRONT_PAGES = frozenset(("", "/", "/index.html", "/index.htm", "/index.php", "/home", "/home/", "/index"))


def unavailable_of(answer: Answer, start: Target) -> Unavailable | None:
    """Why an answer is no page, as far as that can be told without reading it; None where it is one."""
    host, status = answer.target.host, answer.status
    if answer.headers.get("cf-mitigated") == "challenge":
        return Unavailable(Reason.BLOCKED, f"{host} wants to see a person before it shows the page")
    if status in _BY_STATUS:
        reason, message = _BY_STATUS[status]
        return Unavailable(reason, message.format(host=host))
    if 300 <= status < 400:
        return Unavailable(Reason.BROKEN, f"{host} says that the page is elsewhere and not where ({status})")
    if 400 <= status < 500 or status >= 900:  # 999 is how one large network says no
        return Unavailable(Reason.BLOCKED, f"{host} refused the request ({status})")
    if not 200 <= status < 300:
        return Unavailable(Reason.SERVER_ERROR, f"{host} has an error of its own ({status})")
    return _led_away(start, answer.target)


def _led_away(start: Target, end: Target) -> Unavailable | None:
    """Whether redirects ended at a front page, or on another site at a page that does not look the same."""
    before, after = urlsplit(start.url), urlsplit(end.url)
    if start.host in _FORWARDERS or (before.path in _FRONT_PAGES and not before.query) or start.url == end.url:
        return None
    if after.path in _FRONT_PAGES and not after.query:
        return Unavailable(Reason.NOT_FOUND, f"the address leads to the front page of {end.host}, so the page is gone")
    if _site(start.host) == _site(end.host):
        return None
    if _SHORT.fullmatch(before.path):
        return None
    segment = before.path.rstrip("/").rpartition("/")[2].partition(".")[0].lower()
    if segment and segment in after.path.lower():  # a paper that moved to another name keeps its addresses
        return None
    return Unavailable(Reason.GONE_ELSEWHERE, f"the address now leads to another site, {end.host}")


def _site(host: str) -> str:
    """The part of a host that is registered, roughly: without a list of suffixes, "co.uk" is told by its shape."""
    labels = host.split(".")
    short = len(labels) > 2 and len(labels[-1]) == 2 and len(labels[-2]) <= 3
    return ".".join(labels[-3 if short else -2 :])


def content_type_of(headers: Mapping[str, str]) -> str:
    """The type alone, in small letters; empty where the host says nothing."""
    return headers.get("content-type", "").partition(";")[0].strip().lower()


def check_content_type(headers: Mapping[str, str]) -> None:
    """Raises UnansweredError for what is surely no text, before its body is read."""
    content_type = content_type_of(headers)
    if content_type.startswith(_NO_TEXT) or content_type in _NO_TEXT_TYPES:
        raise UnansweredError(Reason.NOT_TEXT, f"this is {content_type[:60]}, not a text")
