"""What stands between two words on either side: spaces, marks, an ellipsis, a stage direction, a "he said"."""

from __future__ import annotations

import re
from functools import lru_cache

from checker.align.printed import Printed
from checker.model import EditClass, Span
from checker.text.fold import fold
from checker.text.late import late
from checker.text.words import Kind, Words

_BRACKETS = late(r"[\[\]]")
_ELLIPSIS = late(r"\.\s?\.")
_ASKING = frozenset(
    "who whom whose which what when where why how do does did is are was were am have has had can could will would should shall "
    "may might must isn aren wasn weren don doesn didn won wouldn couldn shouldn haven hasn hadn can't".split()
)
_LEADING = frozenset("and but so well now then or oh yes no ok because i mean look".split())
_SENTENCE_END = ".?!"
# After these a full stop ends no sentence: what follows is a name.
AFTER_TITLE = late(r"\b(?:Mr|Mrs|Ms|Dr|Sen|Gov|Gen|Rep|Prof|Lt|Maj|Col|Sgt|Capt|St|Messrs|[A-Z])\.$")


def between_class(printed: Printed, window: Words, text: str, o_span: Span, q_span: Span) -> EditClass:
    """The class of a stretch between words."""
    q_raw, o_raw = q_span.of(printed.text), o_span.of(text)
    if q_raw == o_raw:
        return EditClass.SAME
    if any(q_span.covers(interjection) for interjection in printed.interjections):
        return EditClass.INTERJECTED
    q, o = _bare(q_raw), _bare(o_raw)
    if printed.words.has(Kind.SIC, q_span):
        return EditClass.BRACKET
    if _ELLIPSIS.search(_folded(q_raw)):
        return _marked(q_raw, o_raw)
    if window.has(Kind.STAGE, o_span):
        return EditClass.STAGE
    if q == o:
        return EditClass.TYPOGRAPHY
    if q != o and _BRACKETS.sub("", q) == o:
        return EditClass.BRACKET
    if ("?" in q) != ("?" in o) and not _asks(printed, q_span.start):
        return EditClass.QUESTION
    if _minus(q_raw, printed.text, q_span.end) != _minus(o_raw, text, o_span.end):
        return EditClass.NUMBER
    if {q, o} <= {"", "-"} and not any(mark.isspace() for mark in (q_raw if q else o_raw)):
        return EditClass.HYPHEN
    return EditClass.PUNCTUATION


def _minus(gap: str, text: str, at: int) -> bool:
    """Whether a dash stands right before a number and after a space: "minus 3"."""
    return text[at : at + 1].isdigit() and bool(re.search(r"[\s(]-$", _folded(gap)))


@lru_cache(maxsize=1000)
def _folded(raw: str) -> str:
    """What stands between words is one of a few dozen things."""
    return fold(raw).folded


@lru_cache(maxsize=1000)
def _bare(raw: str) -> str:
    """The marks alone: folded, without spaces, a run of dashes as one."""
    return re.sub(r"-+", "-", re.sub(r"\s+", "", _folded(raw)))


def _marked(q_raw: str, o_raw: str) -> EditClass:
    folded = _folded(o_raw)
    if _ELLIPSIS.search(folded):
        return EditClass.INHERITED
    # A pause that the transcript writes as a dash is a pause still.
    return EditClass.TYPOGRAPHY if "-" in folded and not re.search(r"[\[(]", q_raw) else EditClass.ELISION


def end_class(printed: Printed, text: str, at: int, q_span: Span, *, whole: bool) -> EditClass:
    """The class of what follows the quotation's last word; `at` is where the passage ends in `text`.

    Punctuation at the very end is typography. A question made of a statement, or the other way round, is not: where the
    quotation is the whole sentence, and the order of words does not show what it is.
    """
    following = text[at : at + 3].lstrip("\"'”’ ")
    q = _bare(q_span.of(printed.text))
    ends_there = following[:1] in tuple(_SENTENCE_END)
    turned = ("?" in q) != following.startswith("?") and any(mark in q for mark in _SENTENCE_END)
    if whole and ends_there and turned and not _asks(printed, q_span.start):
        return EditClass.QUESTION
    return EditClass.TYPOGRAPHY


def _asks(printed: Printed, position: int) -> bool:
    """Whether the order of words shows a question in the sentence of the quotation that ends at a position."""
    start = max(printed.text.rfind(mark, 0, position) for mark in _SENTENCE_END) + 1
    words = re.findall(r"[^\W\d_]+", printed.text[start:position].lower())
    while len(words) > 1 and words[0] in _LEADING:
        words = words[1:]
    return bool(words) and words[0] in _ASKING
