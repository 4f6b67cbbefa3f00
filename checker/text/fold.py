"""Folding: one shape for what typography prints in many, with the way back.

`fold` undoes, class by class, what a typesetter, an encoder or an editor of a site does to words without touching them.
Letters keep their case: case is a difference that the report names, not one that is folded away.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from enum import StrEnum
from html import unescape
from typing import NamedTuple

from checker.model import Span
from checker.text.scripts import POINTS


class FoldClass(StrEnum):
    """What a fold undid; a report may cite it."""

    UNICODE_FORM = "unicode-form"
    LIGATURE_WIDTH = "ligature-width"
    QUOTATION_MARK = "quotation-mark"
    DASH = "dash"
    SPACE = "space"
    INVISIBLE = "invisible"
    LINE_END_HYPHEN = "line-end-hyphen"
    ENTITY = "entity"


QUOTES = dict.fromkeys(map(ord, "“”„‟«»″〝〞「」『』＂"), '"') | dict.fromkeys(map(ord, "‘’‚‛‹›′ʼʹ＇`´"), "'")
DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹘﹣－"), "-")

# U+200C and U+200D are spelling in Persian, Hindi and more; between Latin letters they are noise. Either way no reader
# sees a difference, so they fold to nothing, and the raw text keeps them.
INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"

_ENTITY = r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|amp|quot|apos|nbsp|lt|gt|[lr][sd]quo|[mn]dash|hellip|shy);"
_FOLDABLE = re.compile(
    rf"(?P<entity>{_ENTITY})"
    # The soft hyphen at a line's end is a line-end hyphen too.
    r"|(?P<hyphen>(?<=[^\W\d_])[-\u2010\u00ad][ \t]{0,3}\r?\n[ \t]{0,3}(?=[a-zà-öø-ÿ]))"
    rf"|(?P<invisible>[{INVISIBLE}{POINTS}]+)"
    r"|(?P<space>(?<= )\s+|[^\S ]\s*|``|'')"
    r"|(?P<other>[^\x00-\x7f][\u0300-\u036f]*|[\x21-\x7e][\u0300-\u036f]+|`)"
)


class Folded(NamedTuple):
    """`folded` is `raw` after folding; `classes` says what was undone, in the order of first use.

    `starts` and `ends` give, for each code point of `folded`, the stretch of `raw` that it came from; both are None when
    nothing was folded.
    """

    raw: str
    folded: str
    starts: list[int] | None = None
    ends: list[int] | None = None
    classes: tuple[FoldClass, ...] = ()

    def to_raw(self, span: Span) -> Span:
        """The stretch of `raw` that a stretch of `folded` came from; what folded to nothing at its ends stays outside.

        >>> folded = fold("he said: “don’t”")
        >>> folded.to_raw(Span(10, 15)).of(folded.raw)
        'don’t'
        """
        if self.starts is None or self.ends is None:
            return span
        if span.start == span.end:
            at = self.starts[span.start] if span.start < len(self.starts) else len(self.raw)
            return Span(at, at)
        return Span(*self.raw_ends(span.start, span.end))

    def raw_ends(self, start: int, end: int) -> tuple[int, int]:
        """The same for a stretch that is not empty, as two numbers: words are many."""
        if self.starts is None or self.ends is None:
            return start, end
        return self.starts[start], self.ends[end - 1]

    def from_raw(self, position: int) -> int:
        """The first position of `folded` that came from `position` of `raw` or after it."""
        return position if self.starts is None else bisect_left(self.starts, position)


def fold(text: str) -> Folded:
    """Folds a text, in time linear in its length.

    >>> fold("co\\u00adoper&amp;ate…").folded
    'cooper&ate...'
    """
    if text.isascii() and not _needs_work(text):
        return Folded(text, text)
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    classes: dict[FoldClass, None] = {}
    at = 0
    for match in _FOLDABLE.finditer(text):
        new, cls = _replacement(match)
        if new == match.group():
            continue
        classes[cls] = None
        start, end = match.span()
        pieces.append(text[at:start])
        starts.extend(range(at, start))
        ends.extend(range(at + 1, start + 1))
        pieces.append(new)
        starts.extend([start] * len(new))
        ends.extend([end] * len(new))
        at = end
    if not classes:
        return Folded(text, text)
    pieces.append(text[at:])
    starts.extend(range(at, len(text)))
    ends.extend(range(at + 1, len(text) + 1))
    return Folded(text, "".join(pieces), starts, ends, tuple(classes))


def _needs_work(text: str) -> bool:
    """Whether an ASCII text holds anything that folds."""
    return not text.isprintable() or "&" in text or "  " in text or "`" in text or "''" in text


def _replacement(match: re.Match[str]) -> tuple[str, FoldClass]:
    kind, found = match.lastgroup, match.group()
    if kind == "entity":
        return fold(unescape(found)).folded, FoldClass.ENTITY
    if kind == "hyphen":
        return "", FoldClass.LINE_END_HYPHEN
    if kind == "invisible":
        return "", FoldClass.INVISIBLE
    if kind == "space":
        if found in ("``", "''"):
            return '"', FoldClass.QUOTATION_MARK
        follows_space = match.start() > 0 and match.string[match.start() - 1] == " "
        return ("" if follows_space else " "), FoldClass.SPACE
    return _other(found)


def _other(found: str) -> tuple[str, FoldClass]:
    if (quote := QUOTES.get(ord(found[0]))) is not None:
        return quote, FoldClass.QUOTATION_MARK
    if (dash := DASHES.get(ord(found[0]))) is not None:
        return dash, FoldClass.DASH
    if found.isnumeric() and not found.isdecimal():
        return found, FoldClass.LIGATURE_WIDTH  # "2½" is not "21/2", nor "10²" "102"
    composed = unicodedata.normalize("NFC", found)
    wide = unicodedata.normalize("NFKC", found)
    return wide, FoldClass.UNICODE_FORM if wide == composed else FoldClass.LIGATURE_WIDTH
