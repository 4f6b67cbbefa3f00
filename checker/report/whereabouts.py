"""Where words of the article stand in its file: line and column, for reports that are shown beside the file.

Of a plain text that is known. The reading of HTML and Markdown keeps no way back to the source, so there the words are
looked for in it: in Markdown they give line and column, in HTML, where a page builder writes many words on a line, the line.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from dataclasses import dataclass

from checker.model import Article, Format, Span

# Between two words of a sentence the source may have so many that a reader does not see: the number of a footnote, a class.
_GAP = 3
# So many words before the quotation tell two places with the same words apart.
_BEFORE = 6
# The rarest of so many first words is looked up; then its neighbours are compared.
_FIRST = 8

_WORD = re.compile(r"[^\W_]+")
# Bounded on every side: a hostile page is full of openings that never close.
_HIDDEN = re.compile(r"<[/!?A-Za-z][^<>]{0,5000}>|&#?\w{1,32};|\]\([^()\n]{0,2000}\)")
_INLINE = re.compile(r"</?(?:a|abbr|b|bdi|cite|em|font|i|mark|q|s|small|span|strong|sub|sup|u|wbr)\b", re.IGNORECASE)
_OPENS = re.compile("<!--|<script|<style")
_CLOSES = {"<!--": "-->", "<script": "</script", "<style": "</style"}


@dataclass(frozen=True, slots=True)
class Region:
    """Lines and columns from 1, in code points, the end exclusive; columns are None where only the line is known."""

    line: int
    column: int | None
    end_line: int
    end_column: int | None


class Whereabouts:
    """The places of one article; `source` is its file as text, None where that is not at hand."""

    def __init__(self, article: Article, source: str | None) -> None:
        self._article = article
        self._source = article.text if article.format is Format.TEXT else source
        self._plain: _Plain | None = None
        self._starts: list[int] | None = None

    def region(self, span: Span) -> Region | None:
        """Where a stretch of `article.text` stands; None where that can't be told."""
        found = self.place(span)
        return self._between(found, columns=self._article.format is not Format.HTML) if found else None

    def place(self, span: Span) -> Span | None:
        """The stretch of the source, exact in plain text and Markdown; None where that can't be told."""
        if self._source is None or not len(span):
            return None
        if self._article.format is Format.TEXT:
            return span
        if self._plain is None:
            self._plain = _Plain(self._source, self._article.format)
        return self._plain.find(self._article.text, span)

    def _between(self, span: Span, *, columns: bool) -> Region:
        assert self._source is not None
        starts = self._lines()
        line, end_line = bisect_right(starts, span.start), bisect_right(starts, span.end)
        if not columns:
            return Region(line, None, end_line, None)
        return Region(line, span.start - starts[line - 1] + 1, end_line, span.end - starts[end_line - 1] + 1)

    def _lines(self) -> list[int]:
        if self._starts is None:
            assert self._source is not None
            self._starts = [0, *(found.end() for found in re.finditer("\n", self._source))]
        return self._starts


class _Plain:
    """The words of a source that a reader sees, each with its place in the source."""

    def __init__(self, source: str, kind: Format) -> None:
        self._source = source
        self._words: list[str] = []
        self._spans: list[Span] = []
        self._at: dict[str, list[int]] = {}
        for word, span in _words_of(_blank(source) if kind is Format.HTML else source):
            self._at.setdefault(word, []).append(len(self._words))
            self._words.append(word)
            self._spans.append(span)

    def find(self, text: str, span: Span) -> Span | None:
        """The place in the source, of several the one with the same words before it, else the first."""
        words = _words(span.of(text))
        if not words:
            return None
        lead = min(range(min(_FIRST, len(words))), key=lambda number: len(self._at.get(words[number], ())) or 10**9)
        before = _words(text[max(0, span.start - 200) : span.start])[-_BEFORE:]
        best: tuple[int, int, int] | None = None
        for at in self._at.get(words[lead], ()):
            first, back = self._follow(at, words[:lead][::-1], -1)
            last, onward = self._follow(at, words[lead + 1 :], 1)
            if back < lead or onward < (len(words) - lead - 1) * 3 // 4:
                continue
            agree = self._follow(first, before[::-1], -1)[1]
            if best is None or agree > best[0]:
                best = agree, first, last
        if best is None:
            return None
        return self._with_marks(Span(self._spans[best[1]].start, self._spans[best[2]].end), span.of(text))

    def _follow(self, at: int, words: list[str], step: int) -> tuple[int, int]:
        """From one word of the source on: the last word met, and how many of `words` were."""
        met = 0
        for word in words:
            for next_at in range(at + step, at + step * (_GAP + 2), step):
                if 0 <= next_at < len(self._words) and self._words[next_at] == word:
                    at, met = next_at, met + 1
                    break
            else:
                break
        return at, met

    def _with_marks(self, found: Span, quoted: str) -> Span:
        """With the marks at either end that belong to the quotation, where the source has the same ones."""
        seen = list(_WORD.finditer(quoted))
        before, after = quoted[: seen[0].start()], quoted[seen[-1].end() :]
        start, end = found.start - len(before), found.end + len(after)
        return Span(
            start if before and start >= 0 and self._source[start : found.start] == before else found.start,
            end if after and self._source[found.end : end] == after else found.end,
        )


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _words_of(source: str) -> list[tuple[str, Span]]:
    """The words with their places; tags inside a word do not part it, character references are read."""
    made: list[str] = []
    back: list[tuple[int, int]] = []
    length = at = 0
    for found in _HIDDEN.finditer(source):
        shown = html.unescape(found[0]) if found[0][0] == "&" else "" if _INLINE.match(found[0]) else " "
        for piece, start in ((source[at : found.start()], at), (shown, found.start())):
            made.append(piece)
            back.append((length, start))
            length += len(piece)
        at = found.end()
    back.append((length, at))
    plain = "".join([*made, source[at:]])
    offsets = [place for place, _ in back]

    def place(position: int) -> int:
        made_at, source_at = back[bisect_right(offsets, position) - 1]
        return source_at + position - made_at

    spans = ((found[0].casefold(), place(found.start()), place(found.end() - 1) + 1) for found in _WORD.finditer(plain))
    return [(word, Span(start, max(start, end))) for word, start, end in spans]


def _blank(source: str) -> str:
    """The source with scripts, styles and comments turned to spaces: they may hold the whole article once more."""
    low = source.lower()
    if len(low) != len(source):  # a few letters grow when they are made small
        low = source
    pieces: list[str] = []
    at = 0
    while opening := _OPENS.search(low, at):
        end = low.find(_CLOSES[opening[0]], opening.end())
        end = len(source) if end < 0 else end + len(_CLOSES[opening[0]])
        pieces += [source[at : opening.start()], " " * (end - opening.start())]
        at = end
    return "".join([*pieces, source[at:]])
