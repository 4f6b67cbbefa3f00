"""Articles that are spread over several pages: what belongs together is one original."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from checker.model import Original
from checker.resolve.ties import address

# The longest interview met had eight. Whoever numbers more has a gallery.
MOST_PAGES = 20


def joined_pages(originals: Sequence[Original]) -> list[Original]:
    """The originals, each with the pages that follow it; a page that follows another stands no more by itself."""
    if not any(next_page_of(original) for original in originals):
        return list(originals)
    by_address = _by_address(originals)
    chains = [_chain(original, by_address) for original in originals]
    followers = {id(page) for chain in chains for page in chain[1:]}
    return [_one(chain) for chain in chains if id(chain[0]) not in followers]


def next_page_of(original: Original) -> str | None:
    """The address at which an original goes on that is not part of it."""
    if original.article is None or original.unavailable or (original.capture and original.capture.reconstruction):
        return None
    return original.article.metadata.next_page


def _by_address(originals: Sequence[Original]) -> Mapping[tuple[str, bool], Original]:
    """By each address under which a page was captured, and whether an archive did it: today's page goes on today."""
    found: dict[tuple[str, bool], Original] = {}
    for original in originals:
        capture = original.capture
        if capture is not None and original.article is not None and original.unavailable is None:
            for url in (capture.url, capture.final_url or capture.url, *capture.redirects):
                found.setdefault((address(url), capture.archive is not None), original)
    return found


def _chain(original: Original, by_address: Mapping[tuple[str, bool], Original]) -> list[Original]:
    from checker.read.following import continues

    chain = [original]
    archived = original.capture is not None and original.capture.archive is not None
    while (url := next_page_of(chain[-1])) and len(chain) < MOST_PAGES:
        page = by_address.get((address(url), archived)) or by_address.get((address(url), not archived))
        if page is None or page.article is None or not continues(page.article) or any(page is one for one in chain):
            break
        chain.append(page)
    return chain


def _one(chain: Sequence[Original]) -> Original:
    from checker.read.following import joined

    articles = [page.article for page in chain if page.article is not None]
    if len(chain) == 1:
        return chain[0]
    return replace(chain[0], article=joined(articles), following=tuple(chain[1:]))
