"""What was changed: the edits of a passage with the class that counts for the verdict."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from checker.judge.tokens import content_words, tokens
from checker.model import Edit, EditClass, EditOp, Passage, Span
from checker.text.sentences import sentence_spans

# More than so many words between two joined places, or a whole sentence of so many, make a splice: the line that the
# labelled pairs of `tests/quality` draw as well.
_SPLICE_WORDS, _SPLICE_SENTENCE = 12, 8
# So many letters hold more words than that.
_ENOUGH = 1000
# A clause of its own: so many words, of which so many carry meaning, that stand nowhere.
_CLAUSE_WORDS, _CLAUSE_CONTENT = 5, 3

# What leaves the words as they were said.
_AS_SAID = frozenset((EditClass.SAME, EditClass.TYPOGRAPHY, EditClass.INHERITED, EditClass.CASE, EditClass.PUNCTUATION))


class Change(NamedTuple):
    """One difference that is more than the same word: its class, and the words on both sides.

    `cls` is the edit's own class but for what is joined without a mark: a long cut counts as a splice, a short way
    between two places as a cut. `printed` and `said` are the words, blanks at the ends left out. `orphan`: a clause of
    the quotation for which the original has nothing.
    """

    cls: EditClass
    edit: Edit
    passage: Passage
    printed: str
    said: str
    orphan: bool = False


def changes_of(passages: Sequence[Passage], text: str, words: str) -> tuple[Change, ...]:
    """The changes in the order of the quotation; `text` is the original's, `words` the quotation's."""
    moved = swapped(passages)
    return tuple(change for passage in passages for change in _of(passage, text, words, moved=moved))


def reversed_places(passages: Sequence[Passage]) -> bool:
    """Whether two places of one original stand there in the other order."""
    return (
        len(passages) > 1
        and passages[1].original == passages[0].original
        and passages[1].span.end <= passages[0].span.start
    )


def swapped(passages: Sequence[Passage]) -> bool:
    """Whether they are two parts of one sentence: words moved, not sentences in another order."""
    return reversed_places(passages) and passages[0].sentence.overlaps(passages[1].span)


def _of(passage: Passage, text: str, words: str, *, moved: bool) -> Iterator[Change]:
    for edit in passage.edits:
        if edit.cls is EditClass.SAME:
            continue
        printed, said = edit.quotation.of(words).strip(), edit.original.of(text).strip()
        cls = EditClass.ORDER if moved and edit.cls is EditClass.SPLICE else _class(edit, text, said)
        yield Change(cls, edit, passage, printed, said, _orphan(edit, printed, said))


def _class(edit: Edit, text: str, said: str) -> EditClass:
    if edit.cls is EditClass.CUT and _far(text, edit.original, said):
        return EditClass.SPLICE
    if edit.cls is EditClass.SPLICE and said and not _far(text, edit.original, said):
        return EditClass.CUT
    return edit.cls


def _far(text: str, gap: Span, said: str) -> bool:
    if len(tokens(said[:_ENOUGH])) > _SPLICE_WORDS:
        return True
    inside = [sentence.of(text) for sentence in sentence_spans(text, gap)]
    whole = [sentence for sentence in inside[1:] if sentence.rstrip("\"”’')").endswith((".", "!", "?"))]
    return any(len(tokens(sentence)) >= _SPLICE_SENTENCE for sentence in whole)


def _orphan(edit: Edit, printed: str, said: str) -> bool:
    if edit.op not in (EditOp.INSERT, EditOp.REPLACE) or edit.cls is not EditClass.CONTENT_WORD:
        return False
    there = set(tokens(said))
    alone = [word for word in tokens(printed) if word not in there]
    long = len(alone) >= _CLAUSE_WORDS and len(content_words(alone)) >= _CLAUSE_CONTENT
    return long and 2 * len(there) <= len(alone)


def half_found(passage: Passage, words: str) -> Span | None:
    """The part of a quotation that a passage lacks, where it has the other end of it word for word; None otherwise.

    Both parts must be clauses: five words or more, three of them with a meaning. `words` is the quotation's text.
    """
    for edits, at_start in ((passage.edits, True), (passage.edits[::-1], False)):
        kept = list(takewhile(lambda edit: edit.cls in _AS_SAID, edits))
        if not kept or len(kept) == len(edits):
            continue
        border = kept[-1].quotation.end if at_start else kept[-1].quotation.start
        there, rest = (words[:border], words[border:]) if at_start else (words[border:], words[:border])
        if _is_clause(there) and _is_clause(rest):
            return _trimmed(words, Span(border, len(words)) if at_start else Span(0, border))
    return None


def _is_clause(words: str) -> bool:
    found = tokens(words)
    return len(found) >= _CLAUSE_WORDS and len(content_words(found)) >= _CLAUSE_CONTENT


def _trimmed(text: str, span: Span) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip(" \n,;"))
    return Span(start, max(start, span.end - (len(words) - len(words.rstrip(" \n,;")))))
