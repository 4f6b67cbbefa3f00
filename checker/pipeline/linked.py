"""Which pages an article leads to that may be the originals of its quotations, and are not at hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from checker.model import Article, Document, QuotationKind, Reading, Unavailable
from checker.pipeline.originals import Originals
from checker.pipeline.spread import MOST_PAGES, next_page_of
from checker.resolve.ties import address, linked_addresses

# Addresses and the date of the article that has them, to pages: as `checker.fetch.fetcher.Fetcher.linked` does it.
Fetch = Callable[[Sequence[str], str | None], Mapping[str, Document | Unavailable]]


def with_fetched(
    article: Article, reading: Reading, originals: Originals, fetch: Fetch
) -> tuple[Originals, Mapping[str, Unavailable]]:
    """The originals with those that could be fetched, and of the rest, by compared address, why not."""
    failed: dict[str, Unavailable] = {}
    wanted = addresses_to_fetch(article, reading, originals)
    for _ in range(MOST_PAGES):
        got = fetch(wanted, article.metadata.published)
        pages = {page.path: page for page in got.values() if isinstance(page, Document)}
        failed |= {address(url): why for url, why in got.items() if isinstance(why, Unavailable)}
        originals = originals.joined(list(pages.values())) if pages else originals
        wanted = tuple(url for url in pages_to_fetch(article, reading, originals) if address(url) not in failed)
        if not wanted:
            break
    return originals, failed


def pages_to_fetch(article: Article, reading: Reading, originals: Originals) -> tuple[str, ...]:
    """Where the originals go on that the article leads to: their next pages that are not at hand."""
    links = (linked_addresses(article, one, reading, originals.outlets) for one in reading.attributions)
    linked = {address(url) for found in links for url, _ in found}
    nexts = (next_page_of(page.original) for page in originals.pages if page.addresses & linked)
    return tuple(dict.fromkeys(url for url in nexts if url))


def addresses_to_fetch(article: Article, reading: Reading, originals: Originals) -> tuple[str, ...]:
    """Those that surely are meant come first, then those that only the page itself can confirm; each in reading order.

    A page that a given or captured original answers for is at hand, and the article itself is no original.
    """
    at_hand = {name for page in originals.pages for name in page.addresses}
    own = {address(url) for url in (article.url, article.metadata.canonical) if url}
    sure: dict[str, str] = {}
    perhaps: dict[str, str] = {}
    for attribution in reading.attributions:
        for url, meant in linked_addresses(article, attribution, reading, originals.outlets):
            name = address(url)
            if name in at_hand or name in own or not url.startswith(("http://", "https://")):
                continue
            if meant:
                sure.setdefault(name, url)
            elif attribution.quotation.kind is not QuotationKind.TERM:
                perhaps.setdefault(name, url)
    return tuple({**perhaps, **sure}[name] for name in dict.fromkeys((*sure, *perhaps)))
