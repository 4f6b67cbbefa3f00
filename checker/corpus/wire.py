"""What an article says of where its text comes from: the dateline, and the agency it is credited to.

    WASHINGTON (AP) — The committee …        By Jane Doe, Associated Press        Source: Reuters

Only the article's head and foot are looked at. An agency that "contributed to this report" is not its origin.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.model import Article, Block, BlockKind
from checker.outlets import Outlets

# A place, perhaps a date, an agency in brackets or between slashes, and the dash that parts it from the text.
_WITH_AGENCY = re.compile(
    r"(?P<line>[^\W\d_][\w .,'’/-]{1,70}?\s*"
    r"(?:\((?P<agency>[^()\n]{2,40})\)(?=\s*[.,]?\s*(?:[-–—]|$))|/(?P<slashed>[^/\n]{2,40})/(?=[.,])))"
)
# Without an agency only a place in capitals: "A man – he was forty – said" is no dateline.
_PLACE_ALONE = re.compile(r"(?P<line>[^\W\d_a-z]{2}[^\na-z]{1,38}(?:,\s[\w. ]{2,24})?)\s[-–—]{1,2}\s")
_CREDIT_LINE = re.compile(
    r"\W*(?:(?:source|sources|by|via|from|copyright|credit|text|with material from)\b[\s:]*)?(?:©|\(c\))?\s*(?:\d{4}\s)?"
    r"(?P<name>.+?)(?:\s\d{4})?(?:[.,]\s*all rights reserved)?\W*",
    re.IGNORECASE,
)
_CONTRIBUTED = re.compile(r"\bcontribut", re.IGNORECASE)

# A credit stands in one of the first or last lines, and a longer line is prose.
_LINES, _LONGEST = 4, 120
_HEAD = 160


@dataclass(frozen=True, slots=True)
class Wire:
    """Both as written, None where the article has none."""

    dateline: str | None = None
    credit: str | None = None


def wire_of(article: Article, outlets: Outlets) -> Wire:
    """The dateline of the first paragraph that has one, and the first credit: dateline, byline, line at the end."""
    dateline, credit = _dateline(article)
    if credit and not _names(credit, outlets, agency=False):
        credit = None
    if credit is None:
        author = article.metadata.author or ""
        credit = next((one for one in _credits(article, author) if _names(one, outlets, agency=True)), None)
    return Wire(dateline, credit)


def _dateline(article: Article) -> tuple[str | None, str | None]:
    prose = (block for block in article.blocks if block.main and block.kind is BlockKind.PARAGRAPH)
    for _, block in zip(range(_LINES), prose, strict=False):
        head = block.span.of(article.text)[:_HEAD]
        found = _WITH_AGENCY.match(head)
        if found:
            return " ".join(found["line"].split()), (found["agency"] or found["slashed"]).strip()
        found = _PLACE_ALONE.match(head)
        if found:
            return " ".join(found["line"].split()), None
    return None, None


def _credits(article: Article, author: str) -> Iterator[str]:
    """Everything that may be an agency's name: parts of the byline, short lines at the head and the foot."""
    for part in (author, *re.split(r",|;|\band\b|\|", author)):
        if part.strip() and len(part) <= _LONGEST:
            yield part.strip()
    blocks: tuple[Block, ...] = article.blocks
    around = blocks if len(blocks) <= 2 * _LINES else (*blocks[:_LINES], *blocks[-_LINES:])
    for block in around:
        line = block.span.of(article.text).strip()
        if len(line) > _LONGEST or block.kind is BlockKind.HEADING or _CONTRIBUTED.search(line):
            continue
        found = _CREDIT_LINE.fullmatch(line)
        if found:
            # "By Jane Doe, Associated Press": the last part may be where she works.
            yield from dict.fromkeys((found["name"].strip(), found["name"].rpartition(",")[2].strip()))


def _names(words: str, outlets: Outlets, *, agency: bool) -> bool:
    """Whether the words are the name of one outlet and nothing else; with `agency` of a wire agency."""
    for mention in outlets.find_names(words):
        outlet = outlets.by_id(mention.outlet_id) if mention.outlet_id else None
        if outlet and not mention.generic and len(mention.reach) >= 0.8 * len(words):
            return not agency or outlet.type == "wire_agency"
    return False
