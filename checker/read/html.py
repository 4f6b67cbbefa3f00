"""A web page to an Article. The parser is lxml, the same everywhere, so that a page reads the same."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from checker.model import Article, Block, BlockKind, Format, Link, Metadata, Reason, Span, Unavailable
from checker.read.addresses import base_of, resolve
from checker.read.blocks import walk
from checker.read.following import next_page
from checker.read.lines import kind_of_line
from checker.read.live import with_times
from checker.read.metadata import read_metadata
from checker.read.page_words import Telling
from checker.read.parts import Parts
from checker.read.pieces import Box, Piece, link_share
from checker.read.refusal import why_unreadable
from checker.read.region import Region
from checker.read.tree import Element

# Reading takes up to 1.2 s per 100,000 tags, and 250 MB of memory for as many as are let in, cells of a letter each. The
# largest of 1,428 real news pages had 2.2 MB.
_MOST_LETTERS = 12_000_000
_MOST_TAGS = 500_000

# A block that is this much link leads elsewhere and says nothing itself.
_ALL_LINK = 0.9

_SENTENCE = 60  # letters from which a paragraph in a cell is prose of a page that is laid out in a table

# A quotation set off in a blockquote stands beside other prose; a page that is one blockquote only indents its text.
_INDENTED_PAGE = 0.8

_XML_HEAD = re.compile(r"\s*<\?xml[^>]{0,200}>")
_KINDS = {
    "li": BlockKind.ITEM,
    "dt": BlockKind.ITEM,
    "dd": BlockKind.ITEM,
    "td": BlockKind.CELL,
    "th": BlockKind.CELL,
    "figcaption": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION,
    "legend": BlockKind.OTHER,
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), BlockKind.HEADING),
}

_IN_KINDS = {tag: _KINDS[tag] for tag in ("li", "dt", "dd", "td", "th")}  # a paragraph of an item is an item


def read_html(page: str, *, path: str | None = None, url: str | None = None) -> Article:
    """The article of a page, with everything else on the page as blocks that are not main."""
    if len(page) > _MOST_LETTERS or page.count("<") > _MOST_TAGS:
        message = f"the page is too large to be read ({len(page):,} characters, {page.count('<'):,} tags)"
        return Article("", (), Metadata(), Format.HTML, path, url, Unavailable(Reason.TOO_LARGE, message))
    with _collector_paused():
        return _article_of(page, path, url)


def _article_of(page: str, path: str | None, url: str | None) -> Article:
    pieces, boxes, parts = _read(page)
    main = Region(pieces, boxes).main()
    metadata = read_metadata(parts, pieces, main, url)
    metadata = replace(metadata, next_page=next_page(parts, pieces, boxes, url or metadata.canonical))
    base = base_of(_base(parts), metadata.canonical, url)
    text, blocks = assemble(pieces, boxes, main, base, indented=_only_indented(pieces, main))
    unavailable = why_unreadable(parts, text, blocks, metadata)
    if unavailable:
        return Article("", (), metadata, Format.HTML, path, url, unavailable)
    return Article(text, tuple(with_times(text, blocks, parts)), metadata, Format.HTML, path, url)


@contextmanager
def _collector_paused() -> Iterator[None]:
    """The tree of a page is half a million objects that live until it is read: to look for garbage took 40 % of the time."""
    paused = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if paused:
            gc.enable()


def _read(page: str) -> tuple[list[Piece], list[Box], Parts]:
    """What is kept of a page. The tree ends here: of a large page it is more than all that is made of it."""
    root = parse(page)
    return *walk(root), Parts(root)


def parse(page: str) -> Element:
    """The element tree."""
    from checker.read.parser import tree_of

    head = _XML_HEAD.match(page)  # from the start only: a search would try every blank of an endless run
    page = page[head.end() :] if head else page
    return tree_of(page)


def assemble(
    pieces: list[Piece], boxes: list[Box], main: list[bool], base: str | None, *, indented: bool = False
) -> tuple[str, list[Block]]:
    """The blocks' texts joined by blank lines, and the blocks with their places in it.

    `indented`: what stands in a blockquote is no quotation, the page only looks better that way.
    """
    blocks: list[Block] = []
    texts: list[str] = []
    at = 0
    for piece, is_main in zip(pieces, main, strict=True):
        text = piece.text
        kind, is_main = _kind(piece, boxes, is_main, indented)
        links = tuple(
            Link(Span(at + start, at + end), address)
            for start, end, href in piece.links
            if (address := resolve(href, base))
        )
        blocks.append(Block(Span(at, at + len(text)), kind, is_main, links))
        texts.append(text)
        at += len(text) + 2
    return "\n\n".join(texts), blocks


def _kind(piece: Piece, boxes: list[Box], main: bool, indented: bool) -> tuple[BlockKind, bool]:
    kind = _KINDS.get(piece.tag, BlockKind.PARAGRAPH)
    if piece.tag in ("p", "div") and boxes[piece.box].parent >= 0:
        within = _IN_KINDS.get(boxes[boxes[piece.box].parent].tag, kind)
        kind = within if within is not BlockKind.CELL or len(piece.text) < _SENTENCE else kind
    told = _told(piece, boxes)
    if piece.code or (piece.tag != "h1" and piece.links and link_share(piece) >= _ALL_LINK):
        return (BlockKind.OTHER if kind is BlockKind.PARAGRAPH else kind), False
    if kind is BlockKind.CAPTION or told is Telling.CAPTION:
        return BlockKind.CAPTION, False
    if piece.quoted and not indented and kind is BlockKind.PARAGRAPH:
        return BlockKind.QUOTATION, main
    if told is Telling.BYLINE and len(piece.text) <= 200 and kind is not BlockKind.HEADING:
        return BlockKind.BYLINE, main
    if kind is BlockKind.CELL and len(piece.text) >= 200:
        return BlockKind.PARAGRAPH, main  # a page laid out in a table
    if kind is BlockKind.PARAGRAPH and len(piece.text) <= 400:
        by_words, stays = kind_of_line(piece.text)
        return by_words, main and stays
    return kind, main


def _told(piece: Piece, boxes: list[Box]) -> Telling:
    """Whether the names of the block's own box, or of the two around it, call it a caption or a byline."""
    number = piece.box
    for _ in range(3):
        if number < 0:
            break
        box = boxes[number]
        if box.telling in (Telling.CAPTION, Telling.BYLINE):
            return box.telling
        if box.tag == "figure" and not piece.quoted and len(piece.text) <= 400:
            return Telling.CAPTION
        number = box.parent
    return Telling.NOTHING


def _only_indented(pieces: list[Piece], main: list[bool]) -> bool:
    """Whether nearly all of the prose is in a blockquote, and nothing says that it is somebody's ("The statement:")."""
    prose = [piece for piece, is_main in zip(pieces, main, strict=True) if is_main and piece.tag not in _KINDS]
    quoted = sum(len(piece.text) for piece in prose if piece.quoted)
    first = next((n for n, piece in enumerate(prose) if piece.quoted), 0)
    announced = first > 0 and prose[first - 1].text.endswith((":", "："))
    return quoted > _INDENTED_PAGE * sum(len(piece.text) for piece in prose) and not announced


def _base(parts: Parts) -> str | None:
    addresses = (element.get("href") for element in parts.all("base"))
    return next((address for address in addresses if isinstance(address, str)), None)
