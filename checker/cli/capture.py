"""`checker capture`: records originals from the web into a folder."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from checker.cli.articles import open_article
from checker.cli.fetching import (
    MOST_PAGES,
    Looker,
    add_fetch_arguments,
    fetch_settings,
    fetcher_for,
    first_article,
    is_address,
)
from checker.cli.status import Status
from checker.cli.terminal import Terminal
from checker.model import Document, Unavailable
from checker.text.escape import for_terminal
from checker.text.secret import without_secret

if TYPE_CHECKING:
    from checker.fetch.fetcher import Fetcher
    from checker.pipeline import Originals

_EPILOG = """\
Each original becomes a file and a sidecar (docs/captures.md), named after a hash; what is there already is left as it is.
Of an article that is spread over several pages each page is recorded.
Prints the file and the address of each. Ends with 3 when one was refused or could not be had.

examples:
  checker capture article.html --into captures
  checker capture https://paper.example/interview --into captures
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Only for the parser of this command."""
    parser.epilog = _EPILOG
    parser.add_argument(
        "paths",
        nargs="+",
        metavar="PATH|URL",
        help="an article, whose linked originals are recorded; or the address of an original, which is recorded itself",
    )
    parser.add_argument("--into", required=True, metavar="DIR", help="the folder; it is made where there is none")
    add_fetch_arguments(parser)


def run(options: argparse.Namespace, terminal: Terminal) -> Status:
    """Every original is tried, whatever became of the one before."""
    from checker.fetch.store import Store

    into = Path(options.into)
    settings = fetch_settings(options, first_article(options.paths))
    store = Store(into)
    looker = Looker()
    fetcher = fetcher_for(options, settings, terminal, store=store, must_keep=True, looker=looker)
    incomplete = False
    at_hand = None if options.refresh else _at_hand(into)
    fetcher.fetch_all([path for path in options.paths if is_address(path)])  # hosts beside each other
    for path in options.paths:
        got = fetcher.fetch_all([path]) if is_address(path) else fetcher.linked(*_linked(path, at_hand, terminal))
        for _ in range(MOST_PAGES):
            incomplete |= _told(got, fetcher, terminal)
            following = [url for one in got.values() if isinstance(one, Document) and (url := looker.next_page(one))]
            if not following:
                break
            got = fetcher.fetch_all(following)
    return Status.INCOMPLETE if incomplete else Status.CLEAN


def _told(got: Mapping[str, Document | Unavailable], fetcher: Fetcher, terminal: Terminal) -> bool:
    """Says what became of each page; whether one could not be had."""
    for url, one in got.items():
        if isinstance(one, Unavailable):
            terminal.complain(f"{without_secret(url)} was not recorded: {one.message}")
        else:
            fetcher.tidy(url)
            terminal.print(f"{for_terminal(one.path)}\t{for_terminal(url)}\n")
    return any(isinstance(one, Unavailable) for one in got.values())


def _linked(path: str, at_hand: Originals | None, terminal: Terminal) -> tuple[Sequence[str], str | None]:
    """The addresses that the article leads to, and its date; one that cannot be opened ends the command."""
    from checker.pipeline import Originals, read_reading
    from checker.pipeline.linked import addresses_to_fetch, pages_to_fetch

    originals = at_hand or Originals(())
    article = open_article(path)
    reading = read_reading(article, originals.outlets)
    found = (*addresses_to_fetch(article, reading, originals), *pages_to_fetch(article, reading, originals))
    if not found:
        why = (
            article.unavailable.message if article.unavailable else "no link of it leads to an original not yet at hand"
        )
        terminal.complain(f"{path}: nothing to record: {why}")
    return found, article.metadata.published


def _at_hand(into: Path) -> Originals | None:
    """What the folder holds already, under whatever names."""
    from checker.fetch import load_captures
    from checker.pipeline import Originals

    return Originals(load_captures([into])) if into.is_dir() else None
