"""What stands before and after a name in its sentence, with quoted words hidden."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from checker.model import Block, Quotation, Span
from checker.text.sentences import sentence_spans

# How far a cue may stand from its name: the longest seen in 120 articles is 110 letters away.
_REACH = 220
_HIDDEN = "¤"


class Context(NamedTuple):
    """The sentence around a name: `before` and `after` are cut at the sentence and hide what stands in quotation marks.

    `opens`: the name stands at the head of its sentence.
    """

    sentence: Span
    before: str
    after: str


class Sentences:
    """The sentences of one block, and of all quotations (ascending) those in it."""

    def __init__(self, text: str, block: Block, quoted: Sequence[Span]) -> None:
        self.text = text
        self.spans = sentence_spans(text, block.span)
        self._ends = [span.end for span in self.spans]
        first = bisect_right(quoted, block.span.start, key=lambda span: span.end)
        self._quoted = quoted[first : bisect_left(quoted, block.span.end, key=lambda span: span.start)]
        self._quoted_ends = [span.end for span in self._quoted]
        self._block = block

    def at(self, position: int) -> Span:
        """The sentence that holds a position; the block where none does."""
        index = bisect_left(self._ends, position + 1)
        return self.spans[index] if index < len(self.spans) else self._block.span

    def around(self, name: Span) -> Context:
        """The context of a name."""
        sentence = self.at(name.start)
        start, end = max(sentence.start, name.start - _REACH), min(max(sentence.end, name.end), name.end + _REACH)
        return Context(
            sentence,
            self._masked(Span(min(start, name.start), name.start)),
            self._masked(Span(name.end, max(end, name.end))),
        )

    def in_quotation(self, span: Span) -> bool:
        """Whether a place lies within quoted words."""
        index = bisect_left(self._quoted_ends, span.end)
        return index < len(self._quoted) and self._quoted[index].covers(span)

    def quotes(self, link: Span) -> bool:
        """Whether a link covers most of one quotation and little else: the page it leads to has the words."""
        index = bisect_left(self._quoted_ends, link.start + 1)
        if index >= len(self._quoted):
            return False
        part = self._quoted[index]
        common = min(part.end, link.end) - max(part.start, link.start)
        return common > 0.6 * max(len(part), len(link))

    def _masked(self, span: Span) -> str:
        text = self.text[span.start : span.end]
        index = bisect_left(self._quoted_ends, span.start + 1)
        while index < len(self._quoted) and self._quoted[index].start < span.end:
            start, end = max(self._quoted[index].start, span.start), min(self._quoted[index].end, span.end)
            text = text[: start - span.start] + _HIDDEN * (end - start) + text[end - span.start :]
            index += 1
        return re.sub(r"\s", " ", text)


def quoted_spans(quotations: Sequence[Quotation]) -> tuple[Span, ...]:
    """The parts of all quotations, ascending and without overlap."""
    found: list[Span] = []
    for part in sorted(part for quotation in quotations for part in quotation.parts):
        if not found or part.start >= found[-1].end:
            found.append(part)
    return tuple(found)
