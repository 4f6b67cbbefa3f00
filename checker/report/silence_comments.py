"""Comments in an article that leave a finding out: `<!-- checker: ignore words-changed reason="as agreed" -->`.

A comment counts for the paragraph of the source that it stands in or, where it stands by itself, for the next one. A
paragraph ends at an empty line in Markdown and at a block's tag in HTML.
"""

from __future__ import annotations

import datetime
import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from checker.model import Finding, Format, Judgement, Report, Span
from checker.report.whereabouts import Whereabouts
from checker.settings.silence import WrongEntryError, date_of

# Where there is no such thing in the bytes of a file, nothing here has to look at it.
MARK = "checker:"

# Bounded: a hostile page is full of openings that never close.
_COMMENT = re.compile(r"<!--\s{0,20}checker:([^<>]{0,1000}?)-->")
_ASKS = re.compile(r"\s*ignore\s+([a-z][a-z0-9-]*(?:\s*,\s*[a-z][a-z0-9-]*)*)\s*(.*)", re.DOTALL)
_GIVEN = re.compile(r"\s*(reason|until)\s*=\s*(?:\"([^\"]*)\"|“([^”]*)”|'([^']*)')")
_BORDERS = {
    Format.MARKDOWN: re.compile(r"\n[ \t\r>]{0,200}(?=\n)"),
    Format.HTML: re.compile(
        r"</?(?:p|div|li|ul|ol|dl|dt|dd|h[1-6]|blockquote|table|tr|td|th|section|article|header|footer|aside|main|"
        r"figure|figcaption|hr|pre|body)\b",
        re.IGNORECASE,
    ),
}
_TAG = re.compile(r"<[/!?A-Za-z][^<>]{0,5000}>")


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment: the rules it names, from where to where in the source it counts, and the line it stands on."""

    rules: frozenset[str]
    reason: str
    reach: Span
    line: int
    until: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Wrong:
    """A comment that cannot be followed: it leaves nothing out. `why` ends a sentence."""

    line: int
    why: str


def comments_in(
    source: str, kind: Format, known: Collection[str], unknown: Callable[[str], str]
) -> tuple[Comment | Wrong, ...]:
    """In their order; `unknown` says what is to be said of a rule that is not `known`. None in plain text."""
    if MARK not in source or kind not in _BORDERS:
        return ()
    found = list(_COMMENT.finditer(source))
    paragraphs = _Paragraphs(source, kind) if found else None
    made: list[Comment | Wrong] = []
    line, at = 1, 0
    for one in found:
        line, at = line + source.count("\n", at, one.start()), one.start()
        try:
            rules, reason, until = _asked(one[1], known, unknown)
        except WrongEntryError as wrong:
            made.append(Wrong(line, str(wrong)))
            continue
        assert paragraphs is not None
        made.append(Comment(rules, reason, paragraphs.reached_from(one.start()), line, until))
    return tuple(made)


class Silenced:
    """Which findings of one article its comments leave out."""

    def __init__(self, report: Report, source: str, comments: tuple[Comment, ...]) -> None:
        self._where = Whereabouts(report.article, source)
        self._comments = comments
        self._used: set[Comment] = set()

    def hides(self, judgement: Judgement | None, finding: Finding) -> bool:
        """Asks for the place only of findings that a comment may mean: to find it takes a while."""
        meant = [one for one in self._comments if finding.rule in one.rules]
        span = _span(judgement, finding) if meant else None
        place = self._where.place(span) if span else None
        hiding = [one for one in meant if place and one.reach.start <= place.start < one.reach.end]
        self._used.update(hiding)
        return bool(hiding)

    def unused(self) -> list[Comment]:
        """Those that left nothing out so far."""
        return [one for one in self._comments if one not in self._used]


def _span(judgement: Judgement | None, finding: Finding) -> Span | None:
    if judgement is not None:
        return judgement.attribution.quotation.span
    return next((evidence.span for evidence in finding.evidence if evidence.where == "article"), None)


def _asked(
    text: str, known: Collection[str], unknown: Callable[[str], str]
) -> tuple[frozenset[str], str, datetime.date | None]:
    asks = _ASKS.fullmatch(text)
    if not asks:
        raise WrongEntryError('must be <!-- checker: ignore RULE reason="…" -->')
    rules = frozenset(re.split(r"\s*,\s*", asks[1].strip()))
    if wrong := next((rule for rule in sorted(rules) if rule not in known), None):
        raise WrongEntryError(unknown(wrong))
    given = dict(_given(asks[2]))
    if not given.get("reason", "").strip():
        raise WrongEntryError('needs a reason="…", for whoever reads it next year')
    return rules, given["reason"].strip(), date_of(given["until"]) if "until" in given else None


def _given(text: str) -> Iterator[tuple[str, str]]:
    at = 0
    while found := _GIVEN.match(text, at):
        yield found[1], next(value for value in found.groups()[1:] if value is not None)
        at = found.end()
    if text[at:].strip():
        raise WrongEntryError(f'has "{text[at:].strip()[:80]}", which is neither reason="…" nor until="2027-01-31"')


class _Paragraphs:
    """The source cut at its borders; each piece reaches to itself or, where it holds no words, to the next that does."""

    def __init__(self, source: str, kind: Format) -> None:
        starts = [0, *(border.start() for border in _BORDERS[kind].finditer(source))]
        self._starts = starts
        reach = Span(starts[-1], len(source))
        self._reaches = [reach]
        for start, end in zip(starts[-2::-1], starts[:0:-1], strict=True):
            if re.search(r"\w", _TAG.sub("", source[start:end])):
                reach = Span(start, end)
            self._reaches.append(reach)
        self._reaches.reverse()

    def reached_from(self, position: int) -> Span:
        """Where a comment at a position counts."""
        return self._reaches[bisect_right(self._starts, position) - 1]
