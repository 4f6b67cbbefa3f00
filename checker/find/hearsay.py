"""Where the article passes something on without saying whom it has it from: "reportedly", "is said to", "sources say"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from checker.find.cues import CueClass, cue_verbs, forms
from checker.find.mentions import mentions_of
from checker.find.phrases import Mention
from checker.find.words import Paragraph, paragraph_words
from checker.model import Article, Block, BlockKind, Hearsay, Quotation, Span
from checker.text.sentences import sentence_spans


class Word(NamedTuple):
    """One way to pass something on. `anchor` stands in every match: the pattern is compiled only where it occurs.

    `hit` is a sentence that the pattern finds, `near` one like it that it does not.
    """

    anchor: str
    pattern: str
    hit: str
    near: str


_BE = r"(?:is|are|was|were|be|been|being)"
_SAID = r"(?:said|believed|thought|understood|alleged|claimed|reported|rumou?red|presumed|feared)"
_SAY = r"(?:say|says|said|tell|tells|told|claim|claims|claimed|suggest|suggests|suggested|indicate|indicates|indicated)"
_VAGUE = (
    r"(?:anonymous|unnamed|unidentified|undisclosed|unspecified|various|several|multiple|some|many|other|certain"
    r"|informed|reliable|well-placed)"
)

WORDS = (
    Word("reportedly", r"\breportedly\b", "Ten were reportedly killed.", "He reported the boat stolen."),
    Word("allegedly", r"\ballegedly\b", "He allegedly took the money.", "The alleged thief was freed."),
    Word("purportedly", r"\bpurportedly\b", "A letter purportedly by him.", "The purported letter was shown."),
    Word("supposedly", r"\bsupposedly\b", "They were supposedly at home.", "They were supposed to be at home."),
    Word("rumour", r"\brumou?red\b", "The boat is rumoured to be for sale.", "He denied the rumour."),
    Word("rumor", r"\brumored\b", "A rumored sale of the boat.", "She wrote about rumors in history."),
    Word(
        "it",
        r"\b(?:rumou?r|word|legend|gossip) (?:has|had) it\b",
        "Rumour has it that he left.",
        "The word has its use.",
    ),
    Word(
        "to",
        rf"\b{_BE} (?:also |now |still |widely |variously |long )?{_SAID} to (?!(?:a|an|the|his|her|their|me|us|him|them)\b)",
        "He is said to have fled.",
        "It was reported to the police.",
    ),
    Word(
        "it",
        rf"\bit (?:{_BE}|has been|had been) (?:also |now |widely )?{_SAID}\b(?! (?:by|to|in|on|at|as)\b)",
        "It is believed that he fled.",
        "It was said by his own lawyer.",
    ),
    Word(
        "sources",
        rf"(?<![\w’'-] )\b(?:{_VAGUE} )?sources (?:have |had |also )?{_SAY}\b",
        "Sources say he fled.",
        "Two police sources said he fled.",
    ),
    Word(
        "sources",
        rf"\baccording to (?:{_VAGUE} )?sources\b(?! (?:in|at|within|close|familiar|with|from|inside)\b)",
        "According to sources, he fled.",
        "According to sources in the ministry, he fled.",
    ),
    Word(
        "reports",
        rf"(?<![\w’'-] )\b(?:{_VAGUE} |unconfirmed |unverified |media |press |news |local |recent )*reports"
        rf" (?:have |had |also )?(?:{_SAY}|circulate[sd]?|emerged?)\b",
        "Unconfirmed reports say he fled.",
        "The agency’s reports say he fled.",
    ),
    Word(
        "reports",
        rf"\b(?:according to|amid) (?:{_VAGUE} |unconfirmed |unverified |media |press |news |local |recent )*reports\b"
        r"(?! (?:by|in|from|of the|on)\b)",
        "According to media reports, he fled.",
        "According to reports in two papers, he fled.",
    ),
    Word("some", r"\bsome say\b(?!-)", "Some say that he fled.", "Some say-so is needed."),
)

# Blocks where a sentence stands for itself: a headline is sourced below it.
_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTATION, BlockKind.CELL})
# Verbs of speech that more often tell what somebody does: "Iran continued its attacks", "the parties agreed".
_DOING = frozenset(
    """continue agree press object charge counter echo laugh lecture text message sing read type point remember maintain
    cry cheer chant wonder marvel probe storm post weigh vent crow bark""".split()
)
_NOBODY = frozenset("it there this that which what some".split())
_BEING = frozenset("is are was were be been being".split())


def find_hearsay(
    article: Article, quotations: Sequence[Quotation], sources: Sequence[Span] = ()
) -> tuple[Hearsay, ...]:
    """The words of the article's prose that pass something on without a source of their own, in reading order.

    `sources` are the places that name an outlet. One is `sourced` when its sentence, or a neighbour in the same
    paragraph, names a speaker, somebody who says something, or an outlet. Quoted words are left out: they are their
    speaker's. A paragraph is the border: the next one is another matter more often than not.
    """
    quoted = sorted(part for quotation in quotations for part in quotation.parts)
    named = sorted([*sources, *(one.speaker for one in quotations if one.speaker is not None)])
    found: list[Hearsay] = []
    lowered = article.text.lower()
    present = [word for word in WORDS if word.anchor in lowered]
    for block in article.blocks if present else ():
        if not block.main or block.kind not in _PROSE:
            continue
        words = [span for span in _words(article.text, block.span, present) if not _inside(span, quoted)]
        if words:
            reach = _Reach(article.text, block, words, _within(named, block.span))
            found += [Hearsay(span, reach.has_source(span)) for span in words]
    return tuple(found)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """A blank in a pattern is any blank: plain texts break their lines anywhere. Small letters only, which is quicker."""
    return re.compile(pattern.replace(" ", r"\s"))


def _words(text: str, within: Span, present: Sequence[Word]) -> list[Span]:
    """Every match in a stretch, ascending; of two that overlap the longer one that begins first.

    `present` are the ways that the article can use at all.
    """
    lowered = within.of(text).lower()
    anchored = [word for word in present if word.anchor in lowered]
    if not anchored:
        return []
    if len(lowered) != len(within):  # a letter that is two in small: İ
        lowered = within.of(text)
    spans = sorted(
        (
            Span(*match.span()).moved(within.start)
            for word in anchored
            for match in _compiled(word.pattern).finditer(lowered)
        ),
        key=lambda span: (span.start, -span.end),
    )
    found: list[Span] = []
    for span in spans:
        if not found or span.start >= found[-1].end:
            found.append(_without_blanks(text, span))
    return found


def _without_blanks(text: str, span: Span) -> Span:
    return Span(span.start, span.start + len(span.of(text).rstrip()))


def _within(spans: Sequence[Span], within: Span) -> Sequence[Span]:
    """Those of ascending spans that begin in a stretch."""
    first = bisect_left(spans, within.start, key=lambda span: span.start)
    return spans[first : bisect_left(spans, within.end, key=lambda span: span.start)]


def _inside(span: Span, ascending: Sequence[Span]) -> bool:
    index = bisect_right(ascending, span.start, key=lambda one: one.start) - 1
    return index >= 0 and ascending[index].overlaps(span)


class _Reach:
    """The sentences of one block that holds hearsay, each looked at once."""

    def __init__(self, text: str, block: Block, words: Sequence[Span], named: Sequence[Span]) -> None:
        self._text = text
        self._words = words
        self._named = [span for span in named if not _inside(span, words)]
        self._links = [link.span for link in block.links]
        self._sentences = sentence_spans(text, block.span)
        self._known: dict[int, bool] = {}

    def has_source(self, word: Span) -> bool:
        """Whether a source is named in the word's sentence or beside it, or the word itself is a link."""
        if any(link.overlaps(word) for link in self._links):
            return True
        at = bisect_right(self._sentences, word.start, key=lambda sentence: sentence.start) - 1
        return any(self._source_in(index) for index in (at, at - 1, at + 1) if 0 <= index < len(self._sentences))

    def _source_in(self, index: int) -> bool:
        if index not in self._known:
            sentence = self._sentences[index]
            self._known[index] = bool(_within(self._named, sentence)) or self._somebody_says(sentence)
        return self._known[index]

    def _somebody_says(self, sentence: Span) -> bool:
        paragraph = paragraph_words(self._text, sentence, ())
        return any(
            _says(paragraph, mention)
            and not _inside(mention.span, self._words)
            and not _inside(Span(paragraph.starts[mention.cue], paragraph.ends[mention.cue]), self._words)
            for mention in mentions_of(paragraph)
        )


@cache
def _telling() -> frozenset[str]:
    doing = {form for lemma in _DOING for form in forms(lemma)}
    return frozenset(form for form, kind in cue_verbs().items() if kind is CueClass.SAY) - doing


def _says(paragraph: Paragraph, mention: Mention) -> bool:
    """Whether a mention is somebody who is said to say something; "was told" and "it is said" are nobody's saying."""
    if mention.link == "none" or paragraph.lower[mention.head] in _NOBODY:
        return False
    if mention.link == "according" or mention.kind == "other":
        return mention.link == "according"
    cue = paragraph.lower[mention.cue]
    passive = mention.link != "by" and not _BEING.isdisjoint(paragraph.lower[max(0, mention.cue - 2) : mention.cue])
    return cue in _telling() and (cue.endswith("ing") or not passive)
