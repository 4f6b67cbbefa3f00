"""The next page of an article that is spread over several, and such pages joined again.

`rel=next` alone says little: of 101 real news pages that have it, it leads to the same article's second page on 7, else to
another article. So a next page is only what lies at the same address or below it and has the number that comes next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, parse_qsl, urlsplit, urlunsplit

from checker.model import Article, Block, Link
from checker.read.addresses import resolve
from checker.read.page_words import Telling
from checker.read.pieces import Box, Piece
from checker.text.late import late

if TYPE_CHECKING:
    from checker.read.parts import Parts

# The parameters and the parts of paths by which sites number the pages of one article.
_NAMES = "page|pagenumber|page_number|pageno|pagenum|paged|pg|p|seite|pagina|página|strona|sida|side"
_IN_QUERY = late(rf"(?:{_NAMES})", re.I)
# A number below the address, or one that a word calls a page: "story-2" is another story, "story_page_2" is not.
_WORDS = "page|seite|pagina|página|strona|sida|side"
_IN_PATH = late(
    rf"(?P<base>/.*?)(?:/(?:(?:{_NAMES})[-_/]?)?|[-_,.](?:{_WORDS})[-_,]?)(?P<number>[1-9]\d?)(?:\.html?|\.php)?/?",
    re.I,
)
_ENDING = late(r"(?:\.(?:html?|php|aspx?|shtml))?/?$", re.I)

# Lists of articles have pages too.
_LISTS = frozenset(
    "category categories tag tags topic topics author authors search archive archives section page".split()
)

_NEXT = late(
    r"next|older|continue|weiter|nächste|suivant|siguiente|seguente|próxima|volgende|nästa|następna|далее|следующая|"
    r"次へ|次の|下一页|下一頁|다음|التالي|بعدی",
    re.I,
)
_NAMED = late(r"(?:[^\W\d_]|\d{5})[^/]*$")  # "/2026/3" is a month, and the next one is another
_LONGEST_ANCHOR = 40
_MOST_ANCHORS = 3_000


def next_page(parts: Parts, pieces: Sequence[Piece], boxes: Sequence[Box], url: str | None) -> str | None:
    """The address of the next page of the article at `url`; None where there is none or nothing is sure."""
    here = _split(url)
    if here is None or (_kind(parts) not in ("", "article", "news", "newsarticle")):
        return None
    base, number = _numbered(here)
    if _LISTS & set(base.lower().split("/")) or not _NAMED.search(base):
        return None
    for href in _candidates(parts, pieces, boxes, number + 1):
        address = resolve(href, url)
        there = _split(address)
        if there is None or not _same_host(here, there) or _other_query(here) != _other_query(there):
            continue
        if _numbered(there) == (base, number + 1):
            return urlunsplit((here.scheme, here.netloc, there.path, there.query, ""))
    return None


def _candidates(parts: Parts, pieces: Sequence[Piece], boxes: Sequence[Box], number: int) -> Iterator[str]:
    """What the page calls its next one; then the anchors that say the number or "next", those among comments left out."""
    for link in parts.all("link")[:500]:
        href = link.get("href")
        if isinstance(href, str) and "next" in str(link.get("rel")).lower().split():
            yield href
    seen = 0
    for piece in pieces:
        if not piece.links or _among_comments(piece, boxes):
            continue
        for start, end, href in piece.links:
            seen += 1
            if seen > _MOST_ANCHORS:
                return
            words = piece.text[start : min(end, start + _LONGEST_ANCHOR + 1)].strip(" \n\xa0.:|»›→>«‹[]()")
            if len(words) <= _LONGEST_ANCHOR and (words.rpartition(" ")[2] == str(number) or _NEXT.search(words)):
                yield href


def _among_comments(piece: Piece, boxes: Sequence[Box]) -> bool:
    at = piece.box
    for _ in range(64):  # deeper nesting than pages have; the climb is bounded for those that are made to hurt
        if at < 0:
            return False
        if boxes[at].telling is Telling.COMMENTS:
            return True
        at = boxes[at].parent
    return False


def _kind(parts: Parts) -> str:
    metas = (meta for meta in parts.all("meta") if meta.get("property") == "og:type")
    return next((str(meta.get("content")).strip().lower() for meta in metas), "")


def _split(url: str | None) -> SplitResult | None:
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return parts if parts.scheme in ("http", "https") and parts.netloc else None


def _same_host(one: SplitResult, other: SplitResult) -> bool:
    return one.netloc.lower().removeprefix("www.") == other.netloc.lower().removeprefix("www.")


def _numbered(parts: SplitResult) -> tuple[str, int]:
    """The path without what numbers the page, and the number, 1 where there is none.

    >>> _numbered(urlsplit("https://a.example/story.html?page=3")), _numbered(urlsplit("https://a.example/story/2/"))
    (('/story', 3), ('/story', 2))
    """
    for name, value in parse_qsl(parts.query[:2000]):
        if _IN_QUERY.fullmatch(name) and re.fullmatch(r"[1-9]\d?", value, re.ASCII):
            return _ENDING.sub("", parts.path), int(value)
    found = _IN_PATH.fullmatch(parts.path[:2000])
    if found:
        return _ENDING.sub("", found["base"]), int(found["number"])
    return _ENDING.sub("", parts.path), 1


def _other_query(parts: SplitResult) -> list[tuple[str, str]]:
    return [(name, value) for name, value in parse_qsl(parts.query[:2000]) if not _IN_QUERY.fullmatch(name)]


def joined(pages: Sequence[Article]) -> Article:
    """The pages of one article as one text; what a later page repeats (headline, standfirst, navigation) stands once.

    The metadata are the first page's, but for `next_page`, which is the last one's. `pages` tells where each begins.
    """
    first = pages[0]
    seen = {block.span.of(first.text) for block in first.blocks}
    texts, blocks, starts = [first.text], list(first.blocks), [0]
    length = len(first.text)
    for page in pages[1:]:
        starts.append(length + 2)
        for block in page.blocks:
            words = block.span.of(page.text)
            if words not in seen:
                blocks.append(_moved(block, length + 2 - block.span.start))
                texts.append(words)
                length += 2 + len(words)
        seen |= {block.span.of(page.text) for block in page.blocks}
    metadata = replace(first.metadata, next_page=pages[-1].metadata.next_page)
    text = "\n\n".join(texts)
    return replace(first, text=text, blocks=tuple(blocks), metadata=metadata, pages=tuple(starts))


def continues(page: Article) -> bool:
    """Whether a page has a text to be joined; a wall or an error page in its place has none."""
    return page.unavailable is None and any(block.main for block in page.blocks)


def _moved(block: Block, by: int) -> Block:
    links = tuple(Link(link.span.moved(by), link.url) for link in block.links)
    return replace(block, span=block.span.moved(by), links=links)
