"""Plain text to an Article: paragraphs, and what stands around the prose at its head and foot."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from checker.model import Article, Block, BlockKind, Format, Link, Metadata, Span
from checker.read.addresses import written_out
from checker.read.dates import date_line
from checker.read.lines import author_of_byline, kind_of_line, line_rule, may_be_special
from checker.read.speech import calls_itself_speech
from checker.text.late import late

# Headline, byline, date and captions stand in the first lines, credits and promotion in the last ones as well.
_HEAD, _FOOT = 12, 6
# A note at the foot that mends the article: the date after it is the note's. The headline may well be "Corrections".
_TOP = 2
_CORRECTION = late(
    r"corrections?\b|corrected\b|clarifications?\b|editor['’]?s['’]? note\b|because of an? (?:editing |production )?error\b|"
    r"(?:this|an|the) (?:article|earlier version|previous version|story|report) (?:\w+ ){0,6}?(?:about|misstated|was|has)\b",
    re.IGNORECASE,
)

# The longest line that editors and mail programs wrap at; a longer line is a paragraph of its own.
_WIDEST = 100

# Of more paragraphs than this a text is a transcript or a book, where short lines are not headings.
_ARTICLE_SIZE = 400

_BLANK_LINES = late(r"\n[^\S\n]*\n\s*")
_NEXT_WORD = late(r"\S{1,40}")
_TURN = late(r"[^\W\d_][\w.'’() -]{0,30}:(?:\s|$)|[QA][.:]\s")
_TWO_SENTENCES = late(r"[a-zа-я0-9)”\"]{3}[.!?][”\"]?\s[“\"]?[^\W\d_a-zа-я]")
_NO_HEADLINE = late('["“”„«»「」『』:;]|https?://')


def read_text(text: str) -> Article:
    """An article whose text is `text` itself; blocks cover every letter of it.

    Paragraphs are parted by blank lines. Lines that were wrapped by an editor stay together; any other line of a group
    is a block of its own (transcripts, lists, a date below a headline).
    """
    spans = list(_paragraphs(text))
    blocks = described(text, spans)
    return Article(text, tuple(blocks), metadata_of(text, blocks), Format.TEXT)


def _paragraphs(text: str) -> Iterator[Span]:
    width = _wrap_width(text)
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    while start < end:
        gap = _BLANK_LINES.search(text, start, end)
        stop = gap.start() if gap else end
        if text.find("\n", start, stop) < 0:
            yield _trimmed(text, start, stop)
        else:
            yield from _lines_of_group(text, start, stop, width)
        start = gap.end() if gap else end


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    return Span(start, start + len(piece.rstrip())) if piece[-1:].isspace() else Span(start, end)


def _lines_of_group(text: str, start: int, end: int, width: int) -> Iterator[Span]:
    """The lines of a blank-line group, those that are one wrapped paragraph joined."""
    open_at = line_start = start
    while line_start < end:
        line_end = text.find("\n", line_start, end)
        line_end = end if line_end < 0 else line_end
        following = line_end + 1
        if following < end and width and _wrapped_here(text, line_start, line_end, end, width):
            line_start = following
            continue
        first = open_at
        while first < line_end and text[first].isspace():
            first += 1
        if first < line_end:
            yield _trimmed(text, first, line_end)
        open_at = line_start = following


def _wrapped_here(text: str, start: int, end: int, limit: int, width: int) -> bool:
    """Whether the line end at `end` only wraps: the next word would not have fitted, or goes on in lower case.

    A headline, a date, a byline or a caption never runs on into the next line.
    """
    if end - start > _WIDEST:
        return False
    following = _NEXT_WORD.match(text, end + 1, limit)
    if not following:
        return False  # an indented line begins a paragraph
    line = text[start:end].strip()
    full = end - start + 1 + len(following[0]) > width
    if not full and not (end - start > 0.6 * width and following[0][0].islower()):
        return False
    next_end = text.find("\n", end + 1, limit)
    return not _stands_alone(line) and not _stands_alone(text[end + 1 : next_end if next_end >= 0 else limit].strip())


def _stands_alone(line: str) -> bool:
    return bool(line) and (date_line(line) is not None or (may_be_special(line) and line_rule(line) is not None))


def _wrap_width(text: str) -> int:
    """The width at which the file's lines were wrapped, 0 where they were not.

    Told by the first 200 kB: hardly a line is longer than `_WIDEST`, and at most line ends inside a group the next word
    would not have fitted (a list or a transcript has short lines too, but seldom ends them for want of room).
    """
    lines = text[:200_000].split("\n")
    lengths = sorted(len(line) for line in lines if line.strip())
    if len(lengths) < 4 or lengths[int(0.97 * (len(lengths) - 1))] > _WIDEST:
        return 0
    width = min(lengths[int(0.97 * (len(lengths) - 1))], lengths[-1])
    if width < 40:
        return 0
    breaks = full = 0
    for line, following in itertools.pairwise(lines):
        word = _NEXT_WORD.match(following)
        if line.strip() and word:
            breaks += 1
            full += len(line) + 1 + len(word[0]) > width - 4
    return width if breaks >= 3 and full >= 0.6 * breaks else 0


def described(text: str, spans: list[Span]) -> list[Block]:
    """Paragraphs as blocks, each with its kind by wording and place; shared with what else has no markup."""
    blocks = []
    foot = len(spans) - _FOOT
    links = _links(text, spans)
    for index, span in enumerate(spans):
        kind, main = BlockKind.PARAGRAPH, True
        if span.end - span.start <= 400:
            line = text[span.start : span.end]
            if "\n" not in line:
                kind, main = kind_of_line(line)
                if kind is BlockKind.BYLINE and _HEAD <= index < foot:
                    kind = BlockKind.PARAGRAPH  # "By Jane Doe" in the middle of a text is what it says there
        blocks.append(Block(span, kind, main, links.get(index, ())))
    for index in _headings(text, blocks):
        blocks[index] = replace(blocks[index], kind=BlockKind.HEADING)
    return blocks


def _links(text: str, spans: list[Span]) -> dict[int, tuple[Link, ...]]:
    """Addresses written out in the text, by the block they stand in."""
    found: dict[int, list[Link]] = {}
    for start, end in written_out(text):
        index = bisect_right(spans, start, key=lambda span: span.start) - 1
        if index >= 0 and start < spans[index].end:
            found.setdefault(index, []).append(Link(Span(start, end), text[start:end]))
    return {index: tuple(links) for index, links in found.items()}


def _headings(text: str, blocks: list[Block]) -> Iterator[int]:
    """The headline, and in a text of article size the short lines that stand between longer paragraphs."""
    headline = _headline(text, blocks)
    if headline is not None:
        yield headline
    if len(blocks) > _ARTICLE_SIZE:
        return
    for index in range(1, len(blocks) - 1):
        block = blocks[index]
        if block.kind is BlockKind.PARAGRAPH and index != headline and len(block.span) <= 70:
            line = block.span.of(text)
            roomy = len(blocks[index + 1].span) >= 80 and len(blocks[index - 1].span) >= 80
            if roomy and line[-1].isalnum() and line[0].isupper() and not _NO_HEADLINE.search(line):
                yield index


def _headline(text: str, blocks: list[Block]) -> int | None:
    """The first line that is neither promotion nor caption, date or byline, if it is short and more follows."""
    for index, block in enumerate(blocks[:_HEAD]):
        if block.kind is BlockKind.PARAGRAPH and block.main:
            following = [other.span.of(text) for other in blocks[index + 1 : index + 7] if other.main]
            if len(block.span) > 220 or not following:
                return None
            line = block.span.of(text)
            return index if _reads_as_headline(line, following) else None
    return None


def _reads_as_headline(line: str, following: list[str]) -> bool:
    """A title or a sentence; not prose of several sentences, and no turn of a transcript ("WALLACE: Good evening.")."""
    if "\n" in line or line[-1] == ",":
        return False
    turns = sum(1 for other in following if _TURN.match(other))
    if _TURN.match(line) and turns >= min(2, len(following)):
        return False
    return len(line) <= 130 or line[-1] not in '.”"' or not _TWO_SENTENCES.search(line)


def metadata_of(text: str, blocks: list[Block]) -> Metadata:
    """What the head and the foot of the file say; the head wins."""
    found: dict[str, str] = {}
    where: dict[str, str] = {}
    corrected = False
    for index, block in enumerate(blocks):
        if _HEAD <= index < len(blocks) - _FOOT:
            continue
        line = block.span.of(text)
        corrected = corrected or (index > _TOP and bool(_CORRECTION.match(line)))
        if block.kind is BlockKind.HEADING and "title" not in found:
            found["title"], where["title"] = " ".join(line.split()), "first line"
        elif block.kind is BlockKind.BYLINE:
            dated = date_line(line)
            author = None if dated else author_of_byline(line)
            if dated and dated[0]:
                name = "modified" if dated[1] or corrected else "published"
                found.setdefault(name, dated[0])
                where.setdefault(name, "date line")
            elif author:
                found.setdefault("author", author)
                where.setdefault("author", "byline")
    return Metadata(
        title=found.get("title"),
        author=found.get("author"),
        published=found.get("published"),
        modified=found.get("modified"),
        declared_speech=calls_itself_speech(found.get("title", "")),
        where=tuple(sorted(where.items())),
    )
