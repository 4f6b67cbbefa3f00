"""Pages from the web as documents: kept once they are fetched, each asked for once, hosts in parallel."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from checker.errors import CaptureError, UsageError
from checker.fetch.archive import WORTH_ASKING, WebArchive, day_of
from checker.fetch.guard import RefusedError, target_of
from checker.fetch.links import bare
from checker.fetch.network import Network
from checker.fetch.pages import page_of, unkept
from checker.fetch.store import Page, Store
from checker.fetch.visit import Visitor
from checker.model import Document, Reason, Unavailable
from checker.settings import FetchSettings

Fetched = Document | Unavailable

# One thread a host; each mostly waits. More hosts than an article's links cannot come.
_THREADS = 64

_TODAY = Unavailable(Reason.NOT_FOUND, "today's page does not have the words")


@dataclass(frozen=True, slots=True)
class Told:
    """What somebody who watches is told after each page; `left` is how many this host still owes."""

    host: str
    url: str
    got: Fetched
    left: int


class Fetcher:
    """Documents by address; a call fetches one, `fetch_all` many, and an address is asked for once in its life.

    `store` is where pages are looked for and kept. With `must_keep` a page that cannot be kept raises CaptureError;
    without, it is used all the same and `not_kept` says why. `refresh` looks for nothing there; `max_age` comes from
    the settings. `refuse` is asked about every page that came (a wall of consent is a page too): what it names is not kept.
    `archive` (such as WAYBACK) is asked for what cannot be had today: it learns what is being checked.
    """

    def __init__(
        self,
        settings: FetchSettings | None = None,
        *,
        store: Store | None = None,
        must_keep: bool = False,
        refresh: bool = False,
        refuse: Callable[[Document], Unavailable | None] | None = None,
        archive: str | None = None,
        network: Network | None = None,
        watch: Callable[[Told], None] | None = None,
    ) -> None:
        self._settings = settings or FetchSettings()
        try:
            self._visitor = Visitor(self._settings, network or Network())
        except RefusedError as error:
            raise UsageError(f"a host that is allowed by name is none: {error}") from None
        self._store, self._must_keep, self._refresh = store, must_keep, refresh
        self._refuse, self._watch = refuse, watch
        self._archive = WebArchive(self._visitor, archive) if archive else None
        self._day: date | None = None
        self._known: dict[str, Fetched] = {}
        self._lock = threading.Lock()
        self.not_kept: str | None = None

    def __call__(self, url: str) -> Fetched:
        """One page."""
        return self.fetch_all([url])[url]

    def linked(self, urls: Sequence[str], published: str | None = None) -> Mapping[str, Fetched]:
        """The pages that one article links to: the first of them, up to the limit of the settings.

        `published` is the date of the article: an archive has many captures, and the article leans on an early one.
        """
        day = day_of(published)
        if (
            day != self._day
        ):  # another article: what an archive gave for the last one may be too young or too old for it
            self._known = {key: got for key, got in self._known.items() if not _archived(got)}
        self._day = day
        within = self._settings.links
        late = Unavailable(
            Reason.TOO_MANY_LINKS, f"the article leads to more than {within} pages, and this one comes after them"
        )
        unique = list(dict.fromkeys(urls))
        return {**self.fetch_all(unique[:within]), **dict.fromkeys(unique[within:], late)}

    def older(self, urls: Sequence[str], published: str | None = None) -> Mapping[str, Fetched]:
        """What the archive has of pages that can be had today, and that lack what an article found there once."""
        self._turn_to(published)
        found: dict[str, Fetched] = {}
        for url in urls if self._archive else ():
            key = self._key(url)
            found[url] = key if isinstance(key, Unavailable) else self._archived(key, url, _TODAY, self._store)
        return found

    def fetch_all(self, urls: Sequence[str]) -> Mapping[str, Fetched]:
        """Every page, in the order of the addresses. Two that mean one page (`bare`) get one and the same document.

        Ctrl-C ends what is under way; what was fetched before is kept.
        """
        by_key: dict[str, list[str]] = {}
        found: dict[str, Fetched] = {}
        for url in dict.fromkeys(urls):
            key = self._key(url)
            if isinstance(key, Unavailable):
                found[url] = key
            else:
                by_key.setdefault(key, []).append(url)
        self._fetch_keys([key for key in by_key if key not in self._known], {k: v[0] for k, v in by_key.items()})
        for key, names in by_key.items():
            one = _known_as(self._known[key], names)
            found |= dict.fromkeys(names, one)
        return {url: found[url] for url in urls}

    def once(self, url: str) -> Fetched:
        """One page as it is now: not looked for in the store, and not kept."""
        key = self._key(url)
        return key if isinstance(key, Unavailable) else self._fetch(key, url, None)

    def tidy(self, url: str) -> None:
        """Removes from the store the older bodies of an address, which nothing names any more."""
        key = self._key(url)
        if self._store and isinstance(key, str):
            self._store.discard_older(key)

    def _key(self, url: str) -> str | Unavailable:
        try:
            checked = target_of(url, self._visitor.allowed).url  # before anything else splits the address
            return target_of(bare(checked), self._visitor.allowed).url
        except RefusedError as error:
            return error.unavailable

    def _fetch_keys(self, keys: Sequence[str], names: Mapping[str, str]) -> None:
        """Into `_known`; a host's pages one after the other, hosts beside each other."""
        by_host: dict[str, list[str]] = {}
        for key in keys:
            by_host.setdefault(urlsplit(key).netloc, []).append(key)
        if not by_host:
            return

        def work(host: str) -> None:
            while (key := self._next(by_host[host])) is not None:
                got = self._fetch(key, names[key], self._store)
                with self._lock:
                    self._known[key] = got
                    owed[host] -= 1
                    if self._watch:
                        self._watch(Told(host, names[key], got, owed[host]))

        owed = {host: len(waiting) for host, waiting in by_host.items()}
        workers = [host for host, waiting in by_host.items() for _ in waiting[: self._settings.per_host]]
        from concurrent.futures import ThreadPoolExecutor, as_completed

        pool = ThreadPoolExecutor(min(_THREADS, len(workers)), "fetch")
        try:
            for future in as_completed([pool.submit(work, host) for host in workers]):
                future.result()
        except BaseException:  # Ctrl-C, or a folder that cannot be written: nobody waits for the rest
            self._visitor.stop()
            raise
        finally:
            pool.shutdown(cancel_futures=True)

    def _next(self, waiting: list[str]) -> str | None:
        with self._lock:
            return waiting.pop(0) if waiting else None

    def _fetch(self, key: str, url: str, store: Store | None) -> Fetched:
        if store and not self._refresh:
            kept = store.find(key, max_age=self._settings.max_age)
            if kept is not None:
                return kept
        visited = self._visitor.visit(key)
        got = visited if isinstance(visited, Unavailable) else self._kept(key, page_of(url, visited), store)
        if isinstance(got, Unavailable) and self._archive and got.reason in WORTH_ASKING:
            return self._archived(key, url, got, store)
        return got

    def _archived(self, key: str, url: str, why: Unavailable, store: Store | None) -> Fetched:
        """What an archive has of a page that cannot be had today; kept beside it, for another article has another day."""
        aside = f"{key} in an archive for {self._day or 'any day'}"
        kept = store.find(aside, max_age=self._settings.max_age) if store and not self._refresh else None
        if kept is not None:
            return kept
        assert self._archive is not None
        found = self._archive.nearest(key, self._day)
        if not isinstance(found, Unavailable):
            note = f"in the archive's capture of {found.day}, not in today's page"
            if why is not _TODAY:
                note += f": {why.message}"
            got = self._kept(aside, page_of(url, found.visited, archived=key, note=note), store)
            if not isinstance(got, Unavailable):
                return got
            found = got
        return Unavailable(why.reason, f"{why.message}; in the archive: {found.message}")

    def _turn_to(self, published: str | None) -> None:
        """Another article: what an archive gave for the last one may be too young or too old for it."""
        day = day_of(published)
        if day != self._day:
            self._known = {key: got for key, got in self._known.items() if not _archived(got)}
        self._day = day

    def _kept(self, key: str, page: Page, store: Store | None) -> Fetched:
        """The page in the store, unless it is refused."""
        document = unkept(page)
        refused = self._refuse(document) if self._refuse else None
        if refused is not None or store is None:
            return refused or document
        try:
            return store.put(key, page)
        except CaptureError as error:
            if self._must_keep:
                raise
            self.not_kept = str(error)
            return document


def _archived(got: Fetched) -> bool:
    return isinstance(got, Document) and got.capture is not None and got.capture.archive is not None


def _known_as(got: Fetched, urls: Sequence[str]) -> Fetched:
    """The document with every address under which it was asked for, so that each of these links is tied to it."""
    if isinstance(got, Unavailable) or got.capture is None:
        return got
    capture = got.capture
    known = {capture.url, capture.final_url, *capture.redirects}
    more = tuple(url for url in urls if url not in known)
    return replace(got, capture=replace(capture, redirects=(*capture.redirects, *more))) if more else got


def cache_folder(settings: FetchSettings) -> Path:
    """Where fetched originals are kept: as the settings say, else in the user's folder for caches."""
    if settings.cache is not None:
        return settings.cache
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "checker" / "Cache"
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "checker"
    return Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache") / "checker"
