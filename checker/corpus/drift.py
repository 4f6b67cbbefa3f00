"""How a wording differs from another one of the same words, in the classes of `docs/verdicts.md`.

The wording that the others are held against is an early one of this corpus, not the original: a difference says that two
outlets print the words differently, not which of them is right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from checker.align import Found, Shelf, prepare
from checker.judge.changes import Change, changes_of
from checker.judge.verdict import MARKS, MEANING, STYLE, WORDS
from checker.model import EditClass, Span


class Kind(StrEnum):
    """The most serious difference, harmless ones first."""

    SAME = "same"
    STYLE = "style"
    MARKED = "marked"
    WORDS = "words"
    MEANING = "meaning"
    OTHER = "other"


IN_WORDS = {
    Kind.SAME: "the same words",
    Kind.STYLE: "house style differs",
    Kind.MARKED: "cut or filled in, and marked",
    Kind.WORDS: "words differ",
    Kind.MEANING: "what may change the meaning differs",
    Kind.OTHER: "no stretch in common with it",
}
_KINDS = ((Kind.MEANING, MEANING), (Kind.WORDS, WORDS), (Kind.MARKED, MARKS), (Kind.STYLE, STYLE))


@dataclass(frozen=True, slots=True)
class Difference:
    """One change: its class, the words of the early wording and those that stand here; either may be empty."""

    cls: EditClass
    early: str
    here: str


@dataclass(frozen=True, slots=True)
class Drift:
    """`words` of the early wording's `of` stand here, or, where it is the longer one, all of them and `more` others."""

    kind: Kind
    differences: tuple[Difference, ...]
    words: int
    of: int
    more: int = 0

    @property
    def part(self) -> bool:
        """Whether a stretch of the early wording is left out at its ends."""
        return self.words < self.of


class Early:
    """The early wording, made ready once for all the others."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _shelf(self) -> Shelf:
        return Shelf(["early"], [self.text])

    def drift(self, text: str) -> Drift:
        """How another wording differs."""
        of = len(self.text.split())
        if text == self.text:
            return Drift(Kind.SAME, (), of, of)
        if len(text) <= len(self.text):
            found = _answer(self._shelf, text)
            return _drift(found, self.text, text, of)
        # The longer one is what is searched; what is early and what is here change places.
        found = _answer(Shelf(["here"], [text]), self.text)
        turned = _drift(found, text, self.text, of)
        differences = tuple(Difference(one.cls, one.here, one.early) for one in turned.differences)
        more = max(len(text.split()) - turned.words, 0) if found else 0
        return Drift(turned.kind, differences, of if found else 0, of, more)


def _answer(shelf: Shelf, text: str) -> Found | None:
    return next(iter(shelf.find(prepare(text), {0})), None)


def _drift(found: Found | None, text: str, words: str, of: int) -> Drift:
    if found is None:
        return Drift(Kind.OTHER, (), 0, of)
    changes = [one for one in changes_of(found.passages, text, words) if one.cls not in _UNSEEN]
    covered = sum(len(passage.span.of(text).split()) for passage in found.passages)
    kind = next((kind for kind, classes in _KINDS if any(one.cls in classes for one in changes)), Kind.SAME)
    if not found.answers and found.passages[0].similarity < _RELATED:
        return Drift(Kind.OTHER, (), 0, of)
    return Drift(kind, tuple(_differences(changes, text, words)), covered, of)


# What nobody would call a difference: the table of `docs/verdicts.md` has them in its first line.
_UNSEEN = (EditClass.SAME, EditClass.TYPOGRAPHY, EditClass.INHERITED, EditClass.INTERJECTED)
# Of two wordings that were grouped a passage less alike than this is no answer (`checker.report.lines` shows none below).
_RELATED = 0.5


# Marks that come in pairs: of "[censored]" neither is a difference of its own.
_PAIRED = frozenset("[](){}“”‘’\"'«»")


def _differences(changes: Sequence[Change], text: str, words: str) -> Iterator[Difference]:
    """In the order of the text; brackets and quotation marks stay with the words that they stand around."""
    at = 0
    while at < len(changes):
        end = at + 1
        while end < len(changes) and _belong(changes[end - 1], changes[end], text, words):
            end += 1
        joined = changes[at:end]
        cls = next((one.cls for one in joined if not _is_mark(one)), joined[0].cls)
        early = Span(joined[0].edit.original.start, joined[-1].edit.original.end)
        here = Span(joined[0].edit.quotation.start, joined[-1].edit.quotation.end)
        if len(joined) == 1:
            yield Difference(cls, joined[0].said, joined[0].printed)
        else:
            yield Difference(cls, early.of(text).strip(), here.of(words).strip())
        at = end


def _belong(one: Change, other: Change, text: str, words: str) -> bool:
    """Whether a mark and what it stands around follow each other, on both sides with nothing between."""
    between = (
        text[one.edit.original.end : other.edit.original.start],
        words[one.edit.quotation.end : other.edit.quotation.start],
    )
    return (_is_mark(one) or _is_mark(other)) and not any(map(str.strip, between))


def _is_mark(change: Change) -> bool:
    return change.cls is EditClass.PUNCTUATION and set(change.said + change.printed) <= _PAIRED
