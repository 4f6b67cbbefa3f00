"""The lines of a PDF's pages to paragraphs.

A PDF knows where letters stand and nothing of paragraphs, so borders are told by what a reader sees: a wider gap, an
indented line, another size of letters, a line that ends early. What stands at the same place of several pages is a
running head and leaves the text, so that a sentence which runs over the end of a page is whole.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

# Gaps, sizes and indents are in shares, since a PDF's unit can be scaled to anything.
_WIDE_GAP = 1.3  # of the usual distance between lines
_OTHER_SIZE = 0.1  # difference of letter sizes, of the larger one
_INDENT = 0.8  # of the size of the letters
_EARLY = 0.75  # of the usual letters in a line; ragged lines of proportional letters differ by a tenth
_EARLY_AT_TURN = 0.9  # the same where a page or column ends with a sentence: paragraphs often end there

_EDGE_LINES = 2  # at the head and at the foot of a page, where running heads stand
_LONGEST_HEAD = 120  # letters

_SENTENCE_END = re.compile(r"[.!?…。！？:][\"'”’»)\]]*$")
_NUMBERS = re.compile(r"\d+|^[ivxl]+$")  # a preface has its pages in Roman ones


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it was set: `page` from 1, `x` and `y` of its first letter, `y` growing upwards."""

    text: str
    page: int
    x: float
    y: float
    size: float


def paragraphs(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of each paragraph, in the order of the file, running heads left out."""
    running = _running_heads(lines)
    kept = [line for line in lines if _head_of(line) not in running]
    if not kept:
        return []
    borders = _Borders(kept)
    found = [[kept[0]]]
    for number, (line, following) in enumerate(itertools.pairwise(kept)):
        after = kept[number + 2] if number + 2 < len(kept) else None
        if borders.between(line, following, after):
            found.append([following])
        else:
            found[-1].append(following)
    return found


def body_size(lines: Sequence[Line]) -> float:
    """The size in which most of the letters are set."""
    letters: Counter[float] = Counter()
    for line in lines:
        letters[round(line.size, 1)] += len(line.text)
    return max(letters, key=lambda size: (letters[size], -size), default=0.0)


def _head_of(line: Line) -> tuple[str, int]:
    """What makes a running head the same on another page: its words without the numbers, and its height."""
    return _NUMBERS.sub("0", line.text), round(line.y)


def _running_heads(lines: Sequence[Line]) -> set[tuple[str, int]]:
    pages: Counter[tuple[str, int]] = Counter()
    for _, group in itertools.groupby(lines, key=lambda line: line.page):
        by_height = sorted(group, key=lambda line: line.y)
        edges = (*by_height[:_EDGE_LINES], *by_height[_EDGE_LINES:][-_EDGE_LINES:])
        pages.update({_head_of(line) for line in edges if len(line.text) <= _LONGEST_HEAD})
    return {head for head, count in pages.items() if count > 1}


class _Borders:
    """Where paragraphs end, told by what is usual in the document for letters of one size."""

    def __init__(self, lines: Sequence[Line]) -> None:
        gaps: dict[float, Counter[float]] = {}
        lengths: dict[float, list[int]] = {}
        for line in lines:
            lengths.setdefault(round(line.size), []).append(len(line.text))
        for line, following in itertools.pairwise(lines):
            gap = line.y - following.y
            if line.page == following.page and gap > 0.1 * line.size and _same_size(line, following):
                gaps.setdefault(round(line.size), Counter())[round(gap, 1)] += 1
        # Of two gaps as frequent the smaller is the one inside paragraphs.
        self._gap = {size: max(counts, key=lambda gap: (counts[gap], -gap)) for size, counts in gaps.items()}
        self._width = {size: sorted(many)[int(0.75 * (len(many) - 1))] for size, many in lengths.items()}

    def between(self, line: Line, following: Line, after: Line | None) -> bool:
        """Whether a paragraph ends between two lines; `after` is the line that comes then."""
        if not _same_size(line, following):
            return True
        gap = line.y - following.y
        if line.page != following.page or gap < -line.size:
            return self._ends_at_turn(line, following, after)
        if gap > _WIDE_GAP * self._gap.get(round(line.size), gap):
            return True
        indented = following.x - line.x
        if gap > 0.1 * line.size and _INDENT * line.size < indented < 10 * line.size:
            return True
        return self._ends_early(line, following)

    def _ends_at_turn(self, line: Line, following: Line, after: Line | None) -> bool:
        """The same at the end of a page or a column, where the gap tells nothing."""
        if following.text[:1].islower():
            return False
        if not _SENTENCE_END.search(line.text[-6:]):
            return self._ends_early(line, following)
        indented = after is not None and after.page == following.page and following.x - after.x > _INDENT * line.size
        return indented or self._ends_early(line, following, _EARLY_AT_TURN)

    def _ends_early(self, line: Line, following: Line, share: float = _EARLY) -> bool:
        """Whether the next word would have fitted, so that the line was ended on purpose."""
        word = following.text.split(maxsplit=1)[0]
        usual = self._width.get(round(line.size), 0)
        return not following.text[:1].islower() and len(line.text) + 1 + len(word) < share * usual


def _same_size(line: Line, other: Line) -> bool:
    return abs(line.size - other.size) <= _OTHER_SIZE * max(line.size, other.size)


def lines_of(pieces: Sequence[tuple[str, float, float, float]], page: int) -> Iterator[Line]:
    """Lines from the pieces of text that a page was set in: text (a line end is in it), x, y and size of its letters."""
    texts: list[str] = []
    first: tuple[float, float, float] | None = None
    for text, x, y, size in pieces:
        for number, part in enumerate(text.split("\n")):
            if number and first is not None:
                yield Line(" ".join("".join(texts).split()), page, *first)
            if number:
                texts, first = [], None
            if first is None and part.strip():
                first = (x, y, size)
            texts.append(part)
    if first is not None:
        yield Line(" ".join("".join(texts).split()), page, *first)
