"""What a host lets programs read: its robots.txt (RFC 9309), by protego."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from checker.fetch.guard import Target
from checker.fetch.wire import Answer
from checker.model import Reason, Unavailable

if TYPE_CHECKING:
    from protego import Protego

# RFC 9309, 2.5: a parser must read at least 500 KiB; what stands behind that is left out.
SIZE = 500 * 1024

# The name that a robots.txt calls this program by.
NAME = "checker"


class Robots:
    """The rules of each host, asked for once. `get` fetches a robots.txt (cut at SIZE), redirects followed."""

    def __init__(self, get: Callable[[str], Answer | Unavailable]) -> None:
        self._get = get
        self._known: dict[str, Protego | Unavailable] = {}
        self._locks: dict[str, threading.Lock] = {}
        self._lock = threading.Lock()

    def refusal(self, target: Target) -> Unavailable | None:
        """Why a page may not be read; None where it may. A host that cannot be reached at all says so here."""
        origin = target.origin
        with self._lock:
            lock = self._locks.setdefault(origin, threading.Lock())
        with lock:
            if origin not in self._known:
                self._known[origin] = self._rules(origin, target.host)
        rules = self._known[origin]
        if isinstance(rules, Unavailable):
            return rules
        if rules.can_fetch(target.url, NAME):
            return None
        return Unavailable(Reason.ROBOTS, f"the robots.txt of {target.host} asks programs not to read it")

    def _rules(self, origin: str, host: str) -> Protego | Unavailable:
        from protego import Protego

        answer = self._get(f"{origin}/robots.txt")
        if isinstance(answer, Unavailable):
            return Protego.parse("") if answer.reason is Reason.TOO_MANY_HOPS else answer  # RFC 9309, 2.3.1.2
        if answer.status == 429 or answer.status >= 500:  # 4xx allows all, and what cannot be read now forbids all
            return Unavailable(
                Reason.ROBOTS,
                f"the robots.txt of {host} could not be read (it answered {answer.status}), which counts as a no",
            )
        body = answer.body if 200 <= answer.status < 300 else b""
        text = body.decode("utf-8", "replace").removeprefix("\ufeff")  # protego takes the mark for a letter
        return Protego.parse(text)
