"""Credit lines: the agency in a dateline or byline, a hat tip, a parenthesis at the end, a digest's "by X's Ann Lee"."""

from __future__ import annotations

import re
from functools import cache

from checker.find.citation_context import Context
from checker.model import Block, BlockKind, Relation, Span

# A credit line is short, and what makes a name one stands next to it.
_NEAR = 120


@cache
def _photo() -> re.Pattern[str]:
    return re.compile(r"\s*(?:/\s*[A-Z]\w+|(?:file\s+)?(?:photos?|images?|photography|via getty)\b)", re.IGNORECASE)


@cache
def _photo_before() -> re.Pattern[str]:
    return re.compile(
        r"(?:photos?|image|picture|photograph|getty|credit)\b[^.;]{0,40}$|\([^()]{2,50}\bvia\s(?:the\s)?$"
        r"|[A-Z][\w’'. -]{2,40}/\s?$",
        re.IGNORECASE,
    )


@cache
def _credit_line() -> re.Pattern[str]:
    return re.compile(r"\s*[-–—―•*]*\s*(?:(?:[Vv]ia|[Ss]ources?|[Hh]/[Tt]|[Cc]redit):?\s+)?(?:[Tt]he\s+)?")


@cache
def _of_picture() -> re.Pattern[str]:
    return re.compile(
        r"\bin (?:this|an?) (?:[\w-]+ ){0,2}(?:photo|image|picture|frame grab|screengrab)\b"
        r"|\b(?:photo|image|picture|photograph)s?\s*(?::|\bby\b|\bcourtesy\b|\bcredit\b|\bvia\b|/)",
        re.IGNORECASE,
    )


@cache
def _contributed() -> re.Pattern[str]:
    return re.compile(r"[^.]{0,80}\bcontributed\s+(?:to|reporting|from)\b")


@cache
def _licence() -> re.Pattern[str]:
    return re.compile(
        r"(?:copyright|©|\(c\)|all rights reserved|licen[sc]ed?|republished|subscribe|sign up|follow us|download)",
        re.IGNORECASE,
    )


def is_photo_credit(text: str, span: Span, block: Block) -> bool:
    """Whether a name stands in the credit of a picture."""
    after = text[span.end : min(block.span.end, span.end + 40)]
    before = text[max(block.span.start, span.start - 60) : span.start]
    bracket = before.rfind("(") > before.rfind(")")
    if bracket:
        return bool(_photo().match(after) or _photo_before().search(before))
    return len(block.span) < 200 and bool(_of_picture().search(block.span.of(text)))


def is_licence(text: str, span: Span, block: Block) -> bool:
    """Whether a name stands in a line on rights or in one that asks for something."""
    return len(block.span) < 300 and bool(_licence().search(block.span.of(text)))


def credit(text: str, span: Span, block: Block, context: Context) -> Relation | None:
    """The relation of a name whose place, not whose neighbouring words, makes it a credit.

    `span` is the whole group of names: "(CNN / Politico)" has two.
    """
    before = text[max(block.span.start, span.start - _NEAR) : span.start]
    after = text[span.end : min(block.span.end, span.end + _NEAR)]
    alone = len(block.span) < _NEAR
    if _in_brackets(before[-40:], after[:60]):
        return Relation.VIA
    if alone and _credit_line().fullmatch(before) and re.fullmatch(r"\s*[.)]?\s*", after):
        return Relation.VIA if before.strip() or block.kind is BlockKind.BYLINE else None
    if alone and re.fullmatch(r"\s*[Bb]y\b[^.!?]{0,80}", before) and re.fullmatch(r"[^.!?]{0,40}", after):
        return Relation.VIA
    if _contributed().match(after):
        return Relation.VIA
    if re.search(r"\bby\s+(?:the\s+|The\s+)?$", context.before) and re.match(
        r"['’]s?\s+[A-Z][\w.’-]*\s+[A-Z]", after[:60]
    ):
        return Relation.REPORTED
    if (
        re.match(r":\s+\S", after[:4])
        and not before.strip()
        and (block.kind is BlockKind.HEADING or block.span.start == 0)
    ):
        return Relation.REPORTED
    return None


def _in_brackets(before: str, after: str) -> bool:
    """ "PARIS (AP) — …", "… he said. (CNN / Politico)"; an acronym that explains a name is none."""
    opened = re.search(r"(?P<outside>.?)\s*\((?:(?:via|source:?|h/t:?)\s+)?(?:the\s+)?$", before, re.IGNORECASE)
    if not opened or not re.match(r"\)", after):
        return False
    dateline = re.match(r"\)\s*(?:[—–-]|--)", after)
    at_end = re.fullmatch(r"\)\s*\.?\s*", after)
    return bool(dateline or at_end or opened["outside"] in ".!?”\"'’")
