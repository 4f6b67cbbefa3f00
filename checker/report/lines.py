"""The two lines of a comparison: the article's words and the original's, the changed ones marked in both."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from checker.model import Article, Edit, EditClass, EditOp, Judgement, Passage, QuotationKind, Report, Span, Verdict
from checker.report.layout import Ink, Piece, piece

# Words that lead to a quotation which completes the reporter's sentence.
_LEAD_WORDS = 7
# A nearest passage that shares less than this is another sentence; marks in it would show nothing.
_COMPARABLE = 0.5

_UNSEEN = {EditClass.SAME, EditClass.TYPOGRAPHY, EditClass.INHERITED, EditClass.INTERJECTED}
_SLIGHT = {EditClass.CASE, EditClass.PUNCTUATION}


class Detail(NamedTuple):
    """How much of both lines is shown.

    Of a long run of words that changed, `edge` words at either end; of a sentence longer than `sentence` words, `context`
    words on either side of the passage. A verdict that needs a decision must be possible to judge from the report alone.
    """

    edge: int
    context: int
    sentence: int


BRIEF = Detail(edge=2, context=6, sentence=22)
NORMAL = Detail(edge=6, context=12, sentence=45)
WHOLE = Detail(edge=10**9, context=10**9, sentence=10**9)


def places(passages: Sequence[Passage]) -> list[Passage]:
    """The deciding passage, and of a splice the other places too, in the order of the quotation's parts.

    The places of a splice lie in one original and answer stretches of the quotation that do not overlap.
    """
    found = list(passages[:1])
    for passage in passages[1:]:
        before, this = _stretch(found[-1]), _stretch(passage)
        if passage.original != found[0].original or not before or not this or this.start < before.end:
            break
        found.append(passage)
    return found


def _stretch(passage: Passage) -> Span | None:
    if not passage.answers or not passage.edits:
        return None
    return Span(passage.edits[0].quotation.start, passage.edits[-1].quotation.end)


def article_line(report: Report, judgement: Judgement, deciding: Iterable[Passage], detail: Detail) -> list[Piece]:
    """The quotation in marks, with the words that lead to it where it only completes a sentence."""
    quotation, article = judgement.attribution.quotation, report.article
    edits = [edit for passage in deciding if passage.similarity >= _COMPARABLE for edit in passage.edits]
    changes = [
        edit.quotation.moved(quotation.span.start)
        for edit in _notable(edits, judgement.verdict)
        if edit.op in (EditOp.INSERT, EditOp.REPLACE)
    ]
    words = _marked(article.text, quotation.span, changes, detail)
    if quotation.kind is QuotationKind.BLOCK:
        return words
    lead, rest = _around(report, article, quotation.span)
    if quotation.kind is QuotationKind.TERM:
        return [*lead, piece("“"), *words, piece("”"), *rest]
    return [*(lead if quotation.partial else ()), piece("“"), *words, piece("”")]


def _around(report: Report, article: Article, span: Span) -> tuple[list[Piece], list[Piece]]:
    """The words before and behind the quotation in its own sentence, without the marks next to it."""
    sentence = next((s for s in report.reading.sentences if s.start <= span.start < s.end), span)
    before = Span(sentence.start, max(span.start - 1, sentence.start)).of(article.text)
    after = Span(min(span.end + 1, max(sentence.end, span.end)), max(sentence.end, span.end)).of(article.text)
    return _last_words(before, _LEAD_WORDS), _first_words(after, _LEAD_WORDS)


def original_line(text: str, passage: Passage, verdict: Verdict, detail: Detail) -> list[Piece]:
    """The passage in its sentence, the words that the quotation does not have marked."""
    start = min(passage.sentence.start, passage.span.start)
    end = max(passage.sentence.end, passage.span.end)
    long = len(Span(start, end).of(text).split(maxsplit=detail.sentence)) > detail.sentence
    words = detail.context if long else detail.sentence
    changes = [e.original for e in _notable(passage.edits, verdict) if e.op in (EditOp.DELETE, EditOp.REPLACE)]
    if passage.similarity < _COMPARABLE:
        changes = []
    return [
        *_last_words(text[start : passage.span.start], words),
        *_marked(text, passage.span, changes, detail),
        *_first_words(text[passage.span.end : end], words),
    ]


def _notable(edits: Iterable[Edit], verdict: Verdict) -> list[Edit]:
    """The differences worth a mark: commas and capitals only where nothing else differs."""
    unseen = _UNSEEN if verdict is Verdict.STYLED else _UNSEEN | _SLIGHT
    return [edit for edit in edits if edit.op is not EditOp.EQUAL and edit.cls not in unseen]


def _marked(text: str, within: Span, changes: list[Span], detail: Detail) -> list[Piece]:
    """The words of `within`, those of `changes` with the ink for it; neighbours with only a space between are one."""
    pieces: list[Piece] = []
    at = within.start
    for change in _joined(text, changes):
        start, end = max(change.start, at), min(change.end, within.end)
        if start >= end:
            continue
        pieces += [piece(text[at:start]), piece(_shortened(text[start:end], detail.edge), Ink.CHANGED)]
        at = end
    pieces.append(piece(text[at : within.end]))
    return [(words, ink) for words, ink in pieces if words]


def _joined(text: str, changes: list[Span]) -> list[Span]:
    joined: list[Span] = []
    for span in sorted(_stripped(text, change) for change in changes):
        if not len(span):
            continue
        if joined and not text[joined[-1].end : span.start].strip():
            joined[-1] = Span(joined[-1].start, max(span.end, joined[-1].end))
        else:
            joined.append(span)
    return joined


def _stripped(text: str, span: Span) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.end - (len(words) - len(words.rstrip()))))


def _shortened(words: str, edge: int) -> str:
    """A long run with only `edge` words at either end, and how many are between."""
    found = words.split()
    if len(found) <= 2 * edge + 2:
        return words
    return f"{' '.join(found[:edge])} … [{len(found) - 2 * edge} words] … {' '.join(found[-edge:])}"


def _last_words(text: str, number: int) -> list[Piece]:
    words = text.split()
    if not words:
        return []
    shown = " ".join(words[-number:]) + (" " if text[-1].isspace() else "")
    return [piece(f"… {shown}" if len(words) > number else shown, Ink.FAINT)]


def _first_words(text: str, number: int) -> list[Piece]:
    words = text.split()
    if not words:
        return []
    shown = (" " if text[0].isspace() else "") + " ".join(words[:number])
    return [piece(f"{shown} …" if len(words) > number else shown, Ink.FAINT)]
