"""What a web archive has of a page that is gone: the Wayback Machine, by its index (CDX) and its raw captures (Memento).

Not by its "available" interface, which is known to answer "none" for pages that it has. Nothing here runs unless somebody
asked for it: an archive learns what is being checked.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlencode

from checker.fetch.visit import Visited, Visitor
from checker.model import Reason, Unavailable

WAYBACK = "https://web.archive.org"

# Ways not to have a page that an older copy makes good. A robots.txt or a court that says no is not one of them.
WORTH_ASKING = frozenset(
    (
        *(Reason.NOT_FOUND, Reason.GONE_ELSEWHERE, Reason.BLOCKED, Reason.LOGIN, Reason.PAYWALL, Reason.JAVASCRIPT),
        *(Reason.NO_SUCH_HOST, Reason.NO_CONNECTION, Reason.CERTIFICATE, Reason.SERVER_ERROR, Reason.BUSY),
        *(Reason.TOO_SLOW, Reason.NOT_READY, Reason.EMPTY, Reason.NO_PROSE, Reason.BROKEN),
    )
)
# A page is often put right in its first days, and an article leans on it as it stood then.
_SETTLED = timedelta(days=2)
_TIMESTAMP = re.compile(r"[0-9]{14}")


@dataclass(frozen=True, slots=True)
class Memento:
    """An archived page, and the day on which it was archived."""

    visited: Visited
    day: date


class WebArchive:
    """One archive, by the address of its service; everything it says is checked as any other answer."""

    def __init__(self, visitor: Visitor, base: str) -> None:
        self._visitor, self._base = visitor, base.rstrip("/")

    def nearest(self, url: str, published: date | None) -> Memento | Unavailable:
        """The last capture up to two days after that day, else the first after; the newest where no day is known."""
        if published is None:
            return self._memento(self._listed(url, limit=-1))
        settled = published + _SETTLED
        found = self._listed(url, limit=-1, to=f"{settled:%Y%m%d}235959")
        if isinstance(found, Unavailable) and found.reason is Reason.NOT_FOUND:
            found = self._listed(url, limit=1, **{"from": f"{settled + timedelta(days=1):%Y%m%d}"})
        return self._memento(found)

    def _listed(self, url: str, **wanted: str | int) -> tuple[str, str] | Unavailable:
        """Timestamp and address of one capture that the index lists (a negative limit counts from the end)."""
        query = {"url": url, "output": "json", "fl": "timestamp,original", "filter": "statuscode:200", **wanted}
        found = self._visitor.visit_service(f"{self._base}/cdx/search/cdx?{urlencode(query)}")
        if isinstance(found, Unavailable):
            return Unavailable(Reason.BROKEN, found.message) if found.reason is Reason.NOT_FOUND else found
        try:
            rows = json.loads(found.answer.body or b"[]")
            if not rows:
                return Unavailable(Reason.NOT_FOUND, "it has no capture of this page")
            timestamp, original = rows[1]
            if rows[0] == ["timestamp", "original"] and _TIMESTAMP.fullmatch(timestamp) and _day(timestamp):
                return timestamp, str(original)
        except (ValueError, TypeError, LookupError, RecursionError):
            pass
        return Unavailable(Reason.BROKEN, "its index gave an answer that cannot be read")

    def _memento(self, listed: tuple[str, str] | Unavailable) -> Memento | Unavailable:
        """The bytes as they were archived: `id_` leaves the archive's own bar and links out."""
        if isinstance(listed, Unavailable):
            return listed
        timestamp, original = listed
        visited = self._visitor.visit_service(f"{self._base}/web/{timestamp}id_/{original}")
        if isinstance(visited, Unavailable):
            return visited
        served = re.search(r"/web/([0-9]{14})", visited.chain[-1])
        day = _day(served[1]) if served else None
        return Memento(visited, day or _day(timestamp) or date.min)


def day_of(published: str | None) -> date | None:
    """The day of a date as a page writes it, or None."""
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def _day(timestamp: str) -> date | None:
    return day_of(f"{timestamp[:4]}-{timestamp[4:6]}-{timestamp[6:8]}")
