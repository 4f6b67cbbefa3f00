"""Why something could not be read or had."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Reason(StrEnum):
    """One word for each way in which an original cannot be had or read."""

    NOT_IDENTIFIED = "not-identified"  # an outlet is named, and nothing of it is linked or at hand
    NOT_AT_HAND = "not-at-hand"  # linked, and no capture of it exists; nothing was fetched
    NOT_FOUND = "not-found"  # 404, 410, or a page that says so
    BLOCKED = "blocked"  # 403, a bot wall, a consent page
    LOGIN = "needs-login"
    PAYWALL = "paywall"  # a stub: the text is cut
    JAVASCRIPT = "needs-javascript"
    EMPTY = "empty"
    NO_PROSE = "no-prose"
    NOT_TEXT = "not-text"
    TOO_LARGE = "too-large"
    NEEDS_EXTRA = "needs-extra"  # a format that an extra of this package reads


@dataclass(frozen=True, slots=True)
class Unavailable:
    """An answer: nothing to compare with, and why, as one sentence for the reader."""

    reason: Reason
    message: str
