"""The quotation as it is compared: its units, marked cuts, brackets, and what of it is the reporter's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from checker.align.alignment import Quoted
from checker.model import Span
from checker.text.english.guards import CONTRASTS, FILLERS, FUNCTION_WORDS, NEGATORS
from checker.text.late import late
from checker.text.plain import plain_words
from checker.text.words import Kind, Unit, Words

# `A,” she said, “B` between the outer marks: a closing mark after punctuation, a few words, an opening mark. A nested
# quotation is the other way round: an opening mark after a space, a closing one after a word.
_INTERJECTION = late(
    r"(?<=[,.!?…—–-])(?P<close>[\"”’'»“]|'')"
    r"(?P<words>\s(?=[^\"“”«»\n]{0,60}\b(?:said|says|told|tells|added|adds|wrote|writes|asked|asks|continued|explained|noted|replied|"
    r"tweeted|argued|insisted|recalled|declared|went\s+on)\b)[^\"“”«»\n]{1,80}?\s"
    # In another language the cue is not known: then a few words only.
    r"|\s[^\"“”«»\n]{1,24}?\s)(?P<open>[\"“‘'«„]|'')(?=\S)"
)

# What joins two inner quotations of the speaker's own ("A," and "B") is no "he said".
_JOINING = FUNCTION_WORDS | CONTRASTS | NEGATORS

# "WALLACE: Let's start": the speaker tag of a transcript that is printed as it stands is nobody's word.
_TAG = late(r"^[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}:(?=\s)", re.MULTILINE)


# By their first word. "Kind of" and "sort of" fill no pause as often as they do.
_FILLERS = {
    first: tuple(filler for filler in FILLERS if filler[0] == first)
    for first in {filler[0] for filler in FILLERS if filler[-1] != "of"}
}


class Printed(NamedTuple):
    """A quotation ready to be looked for; spans and units index `text`, the quotation's own.

    `guessed`: that a "he said" stands between its parts is read off its own marks.
    """

    text: str
    words: Words
    units: tuple[Unit, ...]
    quoted: Quoted
    plain: tuple[str, ...]
    interjections: tuple[Span, ...] = ()
    guessed: bool = False

    @property
    def cut(self) -> bool:
        """Whether a cut is marked inside, not only at the ends."""
        return any(0 < at < len(self.units) for at in self.quoted.cuts)

    def span_of(self, first: int, last: int) -> Span:
        """Where units `first` to `last` (exclusive) stand in `text`."""
        return Span(self.words.span_of(self.units[first]).start, self.words.span_of(self.units[last - 1]).end)


def prepare(text: str, parts: Sequence[Span] = ()) -> Printed:
    """Reads a quotation's text. `parts` are its parts within `text`; without them a "he said" between marks is looked for."""
    guessed = () if parts else tuple(_interjected(text))
    return _read(text, tuple(_between(parts)) + guessed, guessed=bool(guessed))


def as_one(printed: Printed) -> Printed:
    """The same, with nothing between its parts: inner marks are the speaker's own, as in "I said, 'No,' and I meant it"."""
    return _read(printed.text, (), guessed=False)


def _read(text: str, between: tuple[Span, ...], *, guessed: bool) -> Printed:
    between += tuple(Span(*tag.span()) for tag in _TAG.finditer(text))
    words = Words(text)
    units: list[Unit] = []
    bracketed: set[int] = set()
    cuts: set[int] = set()
    joints: set[int] = set()
    marks = iter(
        [at for at, word in enumerate(words.words) if word.kind is Kind.ELLIPSIS and not _inside(word.span, between)]
    )
    mark = next(marks, None)
    for unit in words.units:
        if between and _inside(words.span_of(unit), between):
            joints.add(len(units))
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
    keys = tuple(unit.key for unit in units)
    capitals = frozenset(at for at, unit in enumerate(units) if words.words[unit.first].surface[0].isupper())
    quoted = Quoted(keys, frozenset(cuts), frozenset(bracketed), _fillers(keys), capitals, frozenset(joints))
    return Printed(text, words, tuple(units), quoted, _plain(text, between), between, guessed)


def _fillers(keys: tuple[str, ...]) -> frozenset[int]:
    """The units that only fill a pause."""
    return frozenset(
        at + offset
        for at, key in enumerate(keys)
        for filler in _FILLERS.get(key, ())
        if keys[at : at + len(filler)] == filler
        for offset in range(len(filler))
    )


def _between(parts: Sequence[Span]) -> list[Span]:
    return [Span(before.end, after.start) for before, after in pairwise(parts)]


def _interjected(text: str) -> list[Span]:
    if not any(mark in text for mark in "\"”’'»“"):
        return []
    return [
        Span(match.start("close"), match.end("open"))
        for match in _INTERJECTION.finditer(text)
        if not set(match["words"].lower().split()) <= _JOINING
    ]


def _inside(span: Span, stretches: Sequence[Span]) -> bool:
    return any(stretch.covers(span) for stretch in stretches)


def _plain(text: str, between: Sequence[Span]) -> tuple[str, ...]:
    words, starts, ends = plain_words(text)
    if not between:
        return tuple(words)
    return tuple(
        word for word, start, end in zip(words, starts, ends, strict=True) if not _inside(Span(start, end), between)
    )
