"""A page as a reader sees it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum

from checker.model.span import Span
from checker.model.unavailable import Unavailable


class Format(StrEnum):
    """What the bytes turned out to be, told by their content."""

    HTML = "html"
    MARKDOWN = "markdown"
    TEXT = "text"
    PDF = "pdf"


class BlockKind(StrEnum):
    """What a block is on its page."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    CAPTION = "caption"
    CELL = "cell"
    QUOTATION = "quotation"
    BYLINE = "byline"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Link:
    """An anchor: its words in the article's text, and the absolute address it leads to."""

    span: Span
    url: str


@dataclass(frozen=True, slots=True)
class Block:
    """What lies between two block-level borders.

    `main` is false for what is on the page but not the article's prose: navigation, teasers, promotion, captions,
    credits. `time` is that of the update it belongs to, on a page that is written on and on; ISO 8601 as the page has it.
    """

    span: Span
    kind: BlockKind = BlockKind.PARAGRAPH
    main: bool = True
    links: tuple[Link, ...] = ()
    time: str | None = None


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the page says about itself; None where it does not say.

    Dates are ISO 8601 as the page gives them, offset kept. `canonical` is a claim of the page. `declared_article` tells
    whether the page calls itself an article (JSON-LD, `og:type`, front matter); `declared_speech` whether its title or
    metadata calls it a transcript, remarks, a speech, a statement, a letter or a full text. `declared_free` is whether the
    page says that its text may be read for free; that its text is cut is another fact, and `unavailable` has it.
    `next_page` is the address at which the article goes on. `where` names, for each field that was found, the place it was
    read from ("json-ld", "og:title", "byline").
    """

    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    modified: str | None = None
    language: str | None = None
    canonical: str | None = None
    declared_article: bool = False
    declared_speech: bool = False
    declared_free: bool | None = None
    next_page: str | None = None
    where: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """A text with its blocks, ascending and without overlap; every span of the article indexes `text`.

    `path` or `url` tells where the bytes came from. `unavailable` is set, and `blocks` is empty, when the bytes hold no
    prose that could be read (a consent page, an empty file): that is an answer, not an error. `pages`, of a document that
    has pages (a PDF, an article spread over several addresses), are the positions at which each begins.
    """

    text: str
    blocks: tuple[Block, ...] = ()
    metadata: Metadata = field(default_factory=Metadata)
    format: Format = Format.TEXT
    path: str | None = None
    url: str | None = None
    unavailable: Unavailable | None = None
    pages: tuple[int, ...] = ()

    @property
    def name(self) -> str:
        """What to call the article in a report: its path, else its address, else "-" (standard input)."""
        return self.path or self.url or "-"

    def block_at(self, position: int) -> Block | None:
        """The block that holds a position, or None between blocks."""
        index = bisect_right(self.blocks, position, key=lambda block: block.span.start) - 1
        if index >= 0 and position < self.blocks[index].span.end:
            return self.blocks[index]
        return None

    def pages_of(self, span: Span) -> tuple[int, ...]:
        """The first and the last page that a stretch touches, from 1; empty where there are no pages."""
        if not self.pages:
            return ()
        first, last = (bisect_right(self.pages, at) for at in (span.start, max(span.start, span.end - 1)))
        return (first,) if first == last else (first, last)

    def line_and_column(self, position: int) -> tuple[int, int] | None:
        """Both from 1, of a position in a plain text; None for formats whose text is not their source."""
        if self.format is not Format.TEXT:
            return None
        return self.text.count("\n", 0, position) + 1, position - (self.text.rfind("\n", 0, position) + 1) + 1
