"""Why something could not be read or had."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Reason(StrEnum):
    """One word for each way in which an original cannot be had or read."""

    NOT_IDENTIFIED = "not-identified"  # an outlet is named, and nothing of it is linked or at hand
    NOT_AT_HAND = "not-at-hand"  # linked, and no capture of it exists; nothing was fetched
    NOT_FOUND = "not-found"  # 404, 410, a page that says so, or an address that leads to the front page
    GONE_ELSEWHERE = "gone-elsewhere"  # the address now leads to another site
    BLOCKED = "blocked"  # 403, a bot wall, a consent page
    ROBOTS = "refused-by-robots"
    LEGAL = "legal-reasons"  # 451
    LOGIN = "needs-login"
    PAYWALL = "paywall"  # a stub: the text is cut
    JAVASCRIPT = "needs-javascript"
    EMPTY = "empty"
    NO_PROSE = "no-prose"
    NOT_TEXT = "not-text"
    TOO_LARGE = "too-large"
    TOO_SLOW = "too-slow"
    NOT_READY = "not-ready"  # 202: accepted, and no page yet
    BUSY = "asked-to-come-back"  # 429, 503
    SERVER_ERROR = "server-error"
    BROKEN = "broken-answer"  # cut off, wrongly packed, or no HTTP at all
    NO_CONNECTION = "no-connection"
    NO_SUCH_HOST = "no-such-host"
    CERTIFICATE = "wrong-certificate"
    REFUSED_ADDRESS = "refused-address"  # not on the public web, or written so that two programs read it differently
    TOO_MANY_HOPS = "too-many-redirects"
    TOO_MANY_LINKS = "too-many-links"  # beyond the limit of one article
    NEEDS_EXTRA = "needs-extra"  # a format that an extra of this package reads


@dataclass(frozen=True, slots=True)
class Unavailable:
    """An answer: nothing to compare with, and why, as one sentence for the reader."""

    reason: Reason
    message: str
