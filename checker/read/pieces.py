"""What the block walker makes of an element tree: boxes, and the pieces of text that lie in them."""

from __future__ import annotations

from dataclasses import dataclass, field

from checker.read.page_words import Telling


@dataclass(slots=True)
class Box:
    """An element with a border of its own; `parent` is a number of an earlier box, -1 for the root."""

    parent: int
    tag: str
    telling: Telling
    hidden: bool
    article: bool = False  # calls itself the article or the main part
    weight: int = 0
    link_letters: int = 0
    letters: int = 0


@dataclass(slots=True)
class Piece:
    """A block as it was walked: `box` holds it, `links` are positions in its own text with the address as written."""

    text: str
    box: int
    tag: str
    quoted: bool
    code: bool
    links: list[tuple[int, int, str]] = field(default_factory=list)


def link_share(piece: Piece) -> float:
    """The share of a block's letters that stand in links."""
    return sum(end - start for start, end, _ in piece.links) / len(piece.text) if piece.links else 0.0


def trimmed(text: str, lead: int, start: int, end: int, href: str) -> tuple[int, int, str] | None:
    """A link without the blanks at its ends, in the block's text without its own."""
    start, end = max(0, start - lead), min(len(text), end - lead)
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end, href) if start < end else None
