"""The quotation as it is compared: its units, marked cuts, brackets, and what of it is the reporter's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from checker.align.alignment import Quoted
from checker.model import Span
from checker.text.plain import plain_words
from checker.text.words import Kind, Unit, Words

# `A,” she said, “B` between the outer marks: a closing mark after punctuation, a few words, an opening mark. A nested
# quotation is the other way round: an opening mark after a space, a closing one after a word.
_INTERJECTION = re.compile(
    r"(?<=[,.!?…—–-])(?P<close>[\"”’'»“]|'')(?P<words>\s[^\"“”«»\n]{1,120}?\s)(?P<open>[\"“‘'«„]|'')(?=\S)"
)


@dataclass(frozen=True, slots=True)
class Printed:
    """A quotation ready to be looked for; spans and units index `text`, the quotation's own."""

    text: str
    words: Words
    units: tuple[Unit, ...]
    quoted: Quoted
    plain: tuple[str, ...]
    interjections: tuple[Span, ...] = ()

    def span_of(self, first: int, last: int) -> Span:
        """Where units `first` to `last` (exclusive) stand in `text`."""
        return Span(self.words.span_of(self.units[first]).start, self.words.span_of(self.units[last - 1]).end)


def prepare(text: str, parts: Sequence[Span] = ()) -> Printed:
    """Reads a quotation's text. `parts` are its parts within `text`; without them a "he said" between marks is looked for."""
    between = tuple(_between(parts)) if len(parts) > 1 else tuple(_interjected(text))
    words = Words(text)
    units: list[Unit] = []
    bracketed: set[int] = set()
    cuts: set[int] = set()
    marks = iter(
        [at for at, word in enumerate(words.words) if word.kind is Kind.ELLIPSIS and not _inside(word.span, between)]
    )
    mark = next(marks, None)
    for unit in words.units:
        span = words.span_of(unit)
        if _inside(span, between):
            continue
        while mark is not None and mark < unit.first:
            cuts.add(len(units))
            mark = next(marks, None)
        if words.words[unit.first].in_bracket:
            bracketed.add(len(units))
        units.append(unit)
    while mark is not None:
        cuts.add(len(units))
        mark = next(marks, None)
    quoted = Quoted(tuple(unit.key for unit in units), frozenset(cuts), frozenset(bracketed))
    return Printed(text, words, tuple(units), quoted, _plain(text, between), between)


def _between(parts: Sequence[Span]) -> list[Span]:
    return [Span(before.end, after.start) for before, after in pairwise(parts)]


def _interjected(text: str) -> list[Span]:
    if not any(mark in text for mark in "\"”’'»“"):
        return []
    return [Span(match.start("close"), match.end("open")) for match in _INTERJECTION.finditer(text)]


def _inside(span: Span, stretches: Sequence[Span]) -> bool:
    return any(stretch.covers(span) for stretch in stretches)


def _plain(text: str, between: Sequence[Span]) -> tuple[str, ...]:
    words, starts, ends = plain_words(text)
    if not between:
        return tuple(words)
    return tuple(
        word for word, start, end in zip(words, starts, ends, strict=True) if not _inside(Span(start, end), between)
    )
