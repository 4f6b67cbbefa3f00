"""From an address to the answer at its end: every hop checked, the rules of hosts kept, the whole within its limits."""

from __future__ import annotations

import contextlib
import re
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from checker.fetch.guard import RefusedError, Target, host_name, target_of
from checker.fetch.manners import Manners
from checker.fetch.network import Network
from checker.fetch.outcomes import AGAIN, check_content_type, content_type_of, unavailable_of
from checker.fetch.pinned import Fuse
from checker.fetch.robots import NAME, SIZE, Robots
from checker.fetch.wire import Answer, Bounds, UnansweredError, ask
from checker.model import Reason, Unavailable
from checker.settings import FetchSettings
from checker.version import __version__

if TYPE_CHECKING:
    import requests

_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_RETRIES = 2
# A host that asks for more is told to the reader instead.
_LONGEST_WAIT = 60.0


@dataclass(frozen=True, slots=True)
class Visited:
    """A page and how it was reached: every address that answered, the first one first."""

    answer: Answer
    chain: tuple[str, ...]


class Visitor:
    """Fetches pages, each call one, from any number of threads; what it knows of hosts is shared between them."""

    def __init__(self, settings: FetchSettings, network: Network) -> None:
        self._settings, self._network = settings, network
        self.allowed = frozenset(host_name(host) for host in settings.allow_host)
        self._manners = Manners(network, pause=settings.pause, per_host=settings.per_host)
        self._robots = Robots(self._robots_txt)
        self._fuses: set[Fuse] = set()
        self._lock = threading.Lock()

    def visit(self, url: str) -> Visited | Unavailable:
        """The page at an address, or why there is none."""
        return self._visit(url, obey=True)

    def visit_service(self, url: str) -> Visited | Unavailable:
        """The answer of a service that is meant for programs, as an archive is: its robots.txt is about its pages.

        Redirects to other hosts are not followed, for these would be asked without looking at theirs.
        """
        return self._visit(url, obey=False)

    def _visit(self, url: str, *, obey: bool) -> Visited | Unavailable:
        found = self._follow(url, self._page_size, obey=obey, stay=not obey)
        if isinstance(found, Unavailable):
            return found
        return unavailable_of(found.answer, target_of(found.chain[0], self.allowed)) or found

    def stop(self) -> None:
        """Ends what is under way; everything after it is unavailable."""
        self._network.stopped.set()
        with self._lock:
            for fuse in self._fuses:
                fuse.blow()

    def _robots_txt(self, url: str) -> Answer | Unavailable:
        found = self._follow(url, lambda headers: SIZE, obey=False, cut=True)
        return found if isinstance(found, Unavailable) else found.answer

    def _page_size(self, headers: Mapping[str, str]) -> int:
        check_content_type(headers)
        pdf = content_type_of(headers) == "application/pdf"
        return self._settings.pdf_bytes if pdf else self._settings.html_bytes

    def _follow(
        self, url: str, size: Callable[[Mapping[str, str]], int], *, obey: bool, cut: bool = False, stay: bool = False
    ) -> Visited | Unavailable:
        """The answer at the end of the redirects. `obey` asks robots.txt at each; `cut` keeps what fits into `size`,
        `stay` follows no redirect to another host.
        """
        trip = _Trip(_session(), self._settings.seconds, size, cut)
        chain: list[str] = []
        try:
            while len(chain) <= self._settings.hops:
                target = target_of(url, self.allowed)
                if stay and chain and target.host != target_of(chain[0], self.allowed).host:
                    return Unavailable(Reason.GONE_ELSEWHERE, f"it only leads on to {target.host}")
                refusal = self._robots.refusal(target) if obey else None
                if refusal is not None:
                    return refusal
                chain.append(target.url)
                answer = self._ask(target, trip)
                location = _location(answer)
                if location is None:
                    return Visited(answer, tuple(chain))
                url = urljoin(target.url, location)
        except RefusedError as error:
            return _further_on(error.unavailable) if chain else error.unavailable
        except UnansweredError as error:
            return error.unavailable
        except ValueError:  # urljoin of what no address can be
            return _further_on(Unavailable(Reason.REFUSED_ADDRESS, "the address is malformed"))
        return Unavailable(
            Reason.TOO_MANY_HOPS, f"it leads from one address to the next, more than {self._settings.hops} times"
        )

    def _ask(self, target: Target, trip: _Trip) -> Answer:
        """One answer, with at most two more tries where a second one may go better."""
        for tries_left in reversed(range(_RETRIES + 1)):
            wait: float | None = None
            try:
                answer = self._ask_once(target, trip)
            except UnansweredError as error:
                if not (error.again and tries_left):
                    raise
            else:
                wait = _retry_after(answer.headers.get("retry-after", ""))
                if answer.status not in AGAIN or not tries_left or (wait or 0) > _LONGEST_WAIT:
                    return answer
            self._network.wait(2.0 ** (_RETRIES - tries_left) if wait is None else wait)
        raise AssertionError("the last try returns or raises")

    def _ask_once(self, target: Target, trip: _Trip) -> Answer:
        fuse = Fuse()
        with self._manners.turn(target.host), self._lit(fuse):
            if self._network.stopped.is_set():
                raise UnansweredError(Reason.NOT_AT_HAND, "the fetching was interrupted before it came")
            began = self._network.now()
            bounds = Bounds(trip.seconds, trip.size, trip.cut, self._settings.seconds)
            try:
                return ask(trip.session, target, self._headers(), bounds, self._network, fuse)
            finally:
                trip.seconds -= self._network.now() - began

    @contextlib.contextmanager
    def _lit(self, fuse: Fuse) -> Iterator[None]:
        with self._lock:
            self._fuses.add(fuse)
        try:
            yield
        finally:
            with self._lock:
                self._fuses.discard(fuse)

    def _headers(self) -> Mapping[str, str]:
        contact = f" (+{self._settings.contact})" if self._settings.contact else ""
        return {
            "User-Agent": f"{NAME}/{__version__}{contact}",
            "Accept": "text/html, application/xhtml+xml, text/plain;q=0.9, application/pdf;q=0.9, */*;q=0.1",
            "Accept-Encoding": "gzip, deflate",
            "Connection": "close",
        }


@dataclass(slots=True)
class _Trip:
    """One page's redirects: cookies are kept from one to the next, and forgotten after; `seconds` are what is left."""

    session: requests.Session
    seconds: float
    size: Callable[[Mapping[str, str]], int]
    cut: bool


def _session() -> requests.Session:
    import requests

    session = requests.Session()
    session.trust_env = False  # no proxy of the environment: the guard could not see where it goes
    return session


def _location(answer: Answer) -> str | None:
    """Where a redirect leads, or None. http.client takes the bytes for Latin-1; hosts write UTF-8."""
    location = answer.headers.get("location", "").strip()
    if answer.status not in _REDIRECTS or not location:
        return None
    try:
        return location.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return location


def _further_on(why: Unavailable) -> Unavailable:
    return Unavailable(why.reason, f"it leads on to an address that is not asked for: {why.message}")


def _retry_after(value: str) -> float | None:
    """Seconds to wait, or None where the header says nothing that can be used."""
    value = value.strip()
    if re.fullmatch(r"\d{1,9}", value, re.ASCII):
        return float(value)
    from email.utils import parsedate_to_datetime

    try:
        when = parsedate_to_datetime(value)
    except ValueError:
        return None
    if when.tzinfo is None:
        return None
    return max(0.0, (when - datetime.now(UTC)).total_seconds())
