"""What the commands that fetch have in common: their options, the settings behind them, and what is shown meanwhile."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from checker.cli.terminal import Terminal
from checker.errors import UsageError
from checker.model import Article, Document, Reason, Unavailable
from checker.text.secret import without_secret

if TYPE_CHECKING:
    from checker.fetch.fetcher import Fetcher, Told
    from checker.fetch.store import Store
    from checker.settings import FetchSettings


# As `checker.pipeline.spread`, which is not loaded for this: whoever numbers more pages has a gallery.
MOST_PAGES = 20


def add_fetch_arguments(parser: argparse._ActionsContainer) -> None:
    """The options of every command that fetches."""
    add = parser.add_argument
    add(
        "--allow-host",
        action="append",
        default=[],
        metavar="NAME",
        help="a host of your own that may be read though it is not on the public internet; by name, any port",
    )
    add(
        "--archive",
        action="store_true",
        help="ask the Wayback Machine for pages that are gone or blocked; it learns what is being checked",
    )
    add("--refresh", action="store_true", help="fetch again what was fetched before")


def fetch_settings(options: argparse.Namespace, first: str | None) -> FetchSettings:
    """Those of the project that the first article lies in, the command line on top."""
    from checker.settings import settings_beside
    from checker.settings.kinds import seconds_of

    settings = settings_beside(first).fetch
    age = getattr(options, "max_age", None)
    if age is not None:
        try:
            settings = settings._replace(max_age=seconds_of(age))
        except ValueError as wrong:
            raise UsageError(f'--max-age must be {wrong}, not "{age}"') from None
    if wrong_host := next((host for host in options.allow_host if not host or set(host) & set("/*, ")), None):
        raise UsageError(f'--allow-host takes the name of one host, not "{wrong_host}"')
    return settings._replace(allow_host=(*settings.allow_host, *options.allow_host))


def fetcher_for(
    options: argparse.Namespace,
    settings: FetchSettings,
    terminal: Terminal,
    *,
    store: Store | None,
    must_keep: bool = False,
    looker: Looker | None = None,
) -> Fetcher:
    """Pages that turn out to be no prose are refused, so that a wall is not kept in place of the page behind it."""
    from checker.fetch.archive import WAYBACK
    from checker.fetch.fetcher import Fetcher

    return Fetcher(
        settings,
        store=store,
        must_keep=must_keep,
        refresh=options.refresh,
        refuse=(looker or Looker()).refuse,
        archive=WAYBACK if options.archive else None,
        watch=_Watch(terminal) if sys.stderr.isatty() and not getattr(options, "quiet", False) else None,
    )


class Web:
    """The web as `check` uses it: nothing of it is loaded, and no setting read, before a page is asked for."""

    def __init__(self, options: argparse.Namespace, terminal: Terminal) -> None:
        self._options, self._terminal = options, terminal
        self._fetcher: Fetcher | None = None

    def linked(self, urls: Sequence[str], published: str | None) -> Mapping[str, Document | Unavailable]:
        """The pages that an article links to, from the cache or the web; none with `--offline`."""
        if self._options.offline or not urls:
            return {}
        fetcher = self._ready()
        found = fetcher.linked(urls, published)
        if fetcher.not_kept:
            self._terminal.complain(f"what is fetched is not kept: {fetcher.not_kept}")
            fetcher.not_kept = None
        return found

    def older(self, urls: Sequence[str], published: str | None) -> Mapping[str, Document | Unavailable]:
        """What an archive has of pages that lack a quotation today; only with `--archive`."""
        wanted = self._options.archive and not self._options.offline
        return self._ready().older(urls, published) if wanted else {}

    def article(self, url: str) -> Article:
        """An article as it stands on the web now; one that cannot be had is an Article that says why."""
        if self._options.offline:
            raise UsageError(f"{without_secret(url)}: --offline fetches nothing; save the page and give its file name")
        from checker.read.following import continues, joined

        got = self._ready().once(url)
        if isinstance(got, Unavailable):
            return Article("", url=without_secret(url), unavailable=got)
        pages = [read_document(got)]
        while (following := pages[-1].metadata.next_page) and len(pages) < MOST_PAGES:
            got = self._ready().once(following)
            page = None if isinstance(got, Unavailable) else read_document(got)
            if page is None or not continues(page):
                why = got if isinstance(got, Unavailable) else page.unavailable if page else None
                said = f": {why.message}" if why else ""
                self._terminal.complain(f"{without_secret(following)}, where the article goes on, was not read{said}")
                break
            pages.append(page)
        return joined(pages) if len(pages) > 1 else pages[0]

    def _ready(self) -> Fetcher:
        if self._fetcher is None:
            settings = fetch_settings(self._options, first_article(self._options.paths))
            self._fetcher = fetcher_for(self._options, settings, self._terminal, store=cache_of(settings))
        return self._fetcher


def read_document(document: Document) -> Article:
    """A page that was fetched, read."""
    from checker.read import read

    capture = document.capture
    return read(
        document.body,
        url=(capture.final_url or capture.url) if capture else None,
        content_type=capture.content_type if capture else None,
        charset=capture.charset if capture else None,
    )


class Looker:
    """Reads the pages that come: whether they hold prose, and where they go on. From any number of threads."""

    def __init__(self) -> None:
        self._next: dict[str, str | None] = {}

    def refuse(self, document: Document) -> Unavailable | None:
        """Why a page cannot be read. A format that an extra reads is kept: the extra may be there tomorrow."""
        article = read_document(document)
        self._next[_place(document)] = article.metadata.next_page
        why = article.unavailable
        return None if why is None or why.reason is Reason.NEEDS_EXTRA else why

    def next_page(self, document: Document) -> str | None:
        """The address at which the article of a page goes on."""
        place = _place(document)
        if place not in self._next:
            self._next[place] = read_document(document).metadata.next_page
        return self._next[place]


def _place(document: Document) -> str:
    """Which bytes, and where from: links are relative to that."""
    capture = document.capture
    return f"{capture.sha256} {capture.final_url or capture.url}" if capture else document.path


class _Watch:
    """How far each host is, on the line that is written over; and a line for each when it is done, with counts and bytes."""

    def __init__(self, terminal: Terminal) -> None:
        self._terminal = terminal
        self._hosts: dict[str, list[Document | Unavailable]] = {}

    def __call__(self, told: Told) -> None:
        got = self._hosts.setdefault(told.host, [])
        got.append(told.got)
        if told.left:
            self._terminal.status.waits_for(f"{told.host}: {len(got)} of {len(got) + told.left} pages")
            return
        pages = [one for one in got if isinstance(one, Document)]
        size = sum(len(page.body) for page in pages)
        left = sum(isinstance(one, Unavailable) and one.reason is Reason.NOT_AT_HAND for one in got)
        failed = len(got) - len(pages) - left
        facts = [f"{len(pages)} of {len(got)} fetched", f"{size / 1000:,.0f} kB"]
        facts += [f"{failed} could not be had"] * (failed > 0) + [f"{left} not asked for"] * (left > 0)
        self._terminal.complain(f"{told.host}: {', '.join(facts)}")
        del self._hosts[told.host]  # another article may lead there too


def is_address(path: str) -> bool:
    """Whether an argument names a page on the web and not a file."""
    return path.startswith(("http://", "https://"))


def first_article(paths: list[str]) -> str | None:
    """The argument whose folder the settings are looked for in."""
    return next((path for path in paths if not is_address(path) and path != "-"), None)


def cache_of(settings: FetchSettings) -> Store:
    """The cache of originals."""
    from checker.fetch.fetcher import cache_folder
    from checker.fetch.store import Store

    return Store(Path(cache_folder(settings)))
