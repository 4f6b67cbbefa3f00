"""Which stretches between marks are the article's quotations, paragraph by paragraph, and which belong together."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import NamedTuple

from checker.model import Article, Block, BlockKind, Span
from checker.text.marks import Marked, double_marked, single_marked

# "‘Morning Joe,’": a name between single marks is shorter, nearly always.
_SENTENCE_WORDS = 4


class Piece(NamedTuple):
    """A stretch between marks in one block: `block` counts the blocks that are looked at."""

    span: Span
    outer: Span
    block: int
    closed: bool = True
    whole_block: bool = False  # a block quotation, without marks


class Regions(NamedTuple):
    """The prose blocks of an article with the pieces of each; both in reading order, of the same length."""

    blocks: tuple[Block, ...]
    pieces: tuple[tuple[Piece, ...], ...]


@cache
def _tag() -> re.Pattern[str]:
    return re.compile(r"\s*(?:[A-Z][A-Z.'’-]+ ?){1,4}(?:\([^()\n]{1,30}\) ?)?:\s+")


def regions_of(article: Article) -> Regions:
    """The pieces of every block of prose.

    Single marks count where they are the article's own way to quote, as in British papers: where more stretches stand
    between them than between double marks outside of them. Elsewhere they count outside of double marks where a comma
    or a stop stands before the closing one and the words begin as a sentence does: ‘We do not know,’ he said.
    """
    text = article.text
    blocks = tuple(block for block in article.blocks if block.main)
    doubles = [() if block.kind is BlockKind.QUOTATION else double_marked(text, block.span) for block in blocks]
    singles = [() if block.kind is BlockKind.QUOTATION else single_marked(text, block.span) for block in blocks]
    pieces = []
    quoting = _quotes_with_single_marks(doubles, singles)
    for index, block in enumerate(blocks):
        if block.kind is BlockKind.QUOTATION:
            pieces.append(_of_block_quotation(text, block, index))
            continue
        single = singles[index] if quoting else tuple(one for one in singles[index] if _is_sentence(text, block, one))
        marked = _outermost(doubles[index], single)
        if not all(one.closed for one in marked):
            below = _opening_mark(text, blocks[index + 1], doubles[index + 1]) if index + 1 < len(blocks) else ""
            last = marked[-1]
            marked = tuple(found for one in marked for found in _mended(text, one, below if one is last else ""))
        pieces.append(tuple(Piece(one.span, one.outer, index, one.closed) for one in marked))
    return Regions(blocks, tuple(pieces))


@cache
def _lost_end() -> re.Pattern[str]:
    """Where words end whose closing mark was lost: at a "said X" of the reporter's, or at a single mark."""
    return re.compile(
        r"[,?!—](?=\s(?:said|says|added|asked|wrote)\s(?:the\s|an?\s)?[A-Z])|[,?!—](?=\s(?:he|she|they)\s(?:said|says|added|asked)\b)"
        r"|[.,?!](?=’\s)"
    )


def _opening_mark(text: str, block: Block, marked: tuple[Marked, ...]) -> str:
    """The mark that a block begins with, or nothing."""
    return text[marked[0].outer.start] if marked and marked[0].outer.start - block.span.start <= 1 else ""


def _mended(text: str, marked: Marked, below: str) -> tuple[Marked, ...]:
    """What stands between marks of which the closing one was lost; a stretch that is closed or goes on `below` as it is.

    A straight mark at the head of somebody's paragraph that has quotations of its own between curly marks gives these.
    """
    if marked.closed or text[marked.outer.start] == below:
        return (marked,)
    inner = double_marked(text, marked.span) if text[marked.outer.start] == '"' else ()
    if any(one.closed and text[one.outer.start] == "“" for one in inner):
        return inner
    end = _lost_end().search(text, marked.span.start, marked.span.end)
    if end is None or (text[end.end() : end.end() + 1] == "’" and "‘" in text[marked.span.start : end.start()]):
        return (marked,)
    close = end.end() + (text[end.end()] == "’")
    return (Marked(Span(marked.span.start, end.end()), Span(marked.outer.start, close)),)


def _of_block_quotation(text: str, block: Block, index: int) -> tuple[Piece, ...]:
    """The whole block; marks around the whole of it stay outside."""
    words = block.span.of(text)
    start = block.span.start + len(words) - len(words.lstrip())
    end = start + len(words.strip())
    if end <= start:
        return ()
    marked = double_marked(text, Span(start, end))
    if len(marked) == 1 and marked[0].outer.start == start and marked[0].outer.end >= end - 1:
        return (Piece(marked[0].span, Span(start, end), index, whole_block=True),)
    return (Piece(Span(start, end), Span(start, end), index, whole_block=True),)


def _quotes_with_single_marks(doubles: list[tuple[Marked, ...]], singles: list[tuple[Marked, ...]]) -> bool:
    sure = outside = 0
    for in_double, in_single in zip(doubles, singles, strict=True):
        free = [one for one in in_single if one.sure and not _inside_any(one.outer, in_double)]
        sure += len(free)
        outside += sum(not _inside_any(one.outer, in_single) for one in in_double)
    return sure > outside


def _is_sentence(text: str, block: Block, marked: Marked) -> bool:
    """Whether single marks enclose what can be nothing but speech: no apostrophe, no name, no headline."""
    if block.kind is BlockKind.HEADING or not marked.sure or marked.outer == block.span:
        return False
    words = marked.span.of(text)[:200].split()
    small = sum(word[:1].islower() for word in words)
    return len(words) >= _SENTENCE_WORDS and words[0][:1].isupper() and 2 * small > len(words)


def _inside_any(span: Span, marked: tuple[Marked, ...]) -> bool:
    """`marked` ascends; a short look is enough, since few stretches lie in one paragraph."""
    index = bisect_right(marked, span.start, key=lambda one: one.outer.start) - 1
    return index >= 0 and marked[index].outer.covers(span) and marked[index].outer != span


def _outermost(doubles: tuple[Marked, ...], singles: tuple[Marked, ...]) -> tuple[Marked, ...]:
    """Both conventions together, ascending; of two that overlap the one that begins first."""
    found: list[Marked] = []
    for marked in sorted((*doubles, *singles), key=lambda one: (one.outer.start, -one.outer.end)):
        if not found or marked.outer.start >= found[-1].outer.end:
            found.append(marked)
    return tuple(found)


def reopened(text: str, regions: Regions, piece: Piece) -> Piece | None:
    """The first piece of the next block where a quotation goes on: its paragraph ends open, the next begins with a mark."""
    block = regions.blocks[piece.block]
    if (
        piece.closed
        or piece is not regions.pieces[piece.block][-1]
        or text[piece.outer.end : block.span.end].strip()
        or piece.block + 1 >= len(regions.blocks)
    ):
        return None
    following = regions.pieces[piece.block + 1]
    if not following or following[0].whole_block:
        return None
    start = regions.blocks[piece.block + 1].span.start
    return following[0] if not text[start : following[0].outer.start].strip() else None


def speaker_tag(text: str, span: Span) -> Span | None:
    """The name before a colon at the head of a stretch of a transcript: "WALLACE: But, Governor"."""
    match = _tag().match(text, span.start, span.end)
    if match is None:
        return None
    name = match[0].rstrip().rstrip(":")
    lead = len(name) - len(name.lstrip())
    return Span(match.start() + lead, match.start() + len(name.rstrip()))
