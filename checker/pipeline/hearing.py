"""Who speaks where in an original, and whether it is speech at all: the rooms that read the article read the original.

Speaker tags come before what is known of the document from outside, and that before a guess.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from checker.find import find_citations, find_quotations
from checker.find.turns import Turns, turns_of
from checker.model import (
    Article,
    Attribution,
    Block,
    BlockKind,
    Format,
    Original,
    Passage,
    QuotationKind,
    Reading,
    Source,
    Span,
)  # fmt: skip
from checker.outlets import Outlets
from checker.resolve import resolve
from checker.resolve.ties import page_of, publishes
from checker.text.late import late
from checker.text.names import same_person
from checker.text.sentences import sentence_around

_SPEECH_KINDS = frozenset(
    "speech interview debate statement transcript remarks letter hearing testimony address press-conference town-hall".split()
)
# An original longer than this is read around its passages only, so many code points to either side.
_WHOLE, _AROUND = 60_000, 15_000
# From this share of the passage on inside quotation marks it is speech; below the second it is prose; between, it cannot be told.
_SPOKEN, _PROSE = 0.9, 0.1
_FIRST_PERSON = late(r"\b(?:I|we|We|my|My|our|Our)\b(?!\.)")
_MARKS = late(r"[\"“”„«»]|''|(?<!\w)['‘]\w")


class Credited(NamedTuple):
    """To whom an article credits a quotation, as far as prose of an original may answer for it.

    `person` is the speaker where one is known, `prose` whether the words may be the original's own (they are credited to
    the outlet, a document or an author), None where nobody is named.
    """

    person: str | None = None
    prose: bool | None = False


class Hearing:
    """One original listened to."""

    def __init__(self, original: Original, outlets: Outlets, *, all_speech: bool = False) -> None:
        self.original = original
        self._outlets = outlets
        self._all_speech = all_speech
        self._readings: dict[tuple[int, int], Reading] = {}

    @cached_property
    def turns(self) -> Turns:
        """The speaker tags."""
        return turns_of(self.original.text)

    @cached_property
    def speech_throughout(self) -> bool | None:
        """Whether every line is somebody's speech; None where that cannot be told."""
        original, article = self.original, self.original.article
        if self._all_speech or original.speaker or (original.kind or "").lower() in _SPEECH_KINDS or self.turns:
            return True
        if article is None:
            return None
        if article.metadata.declared_speech:
            return True
        if article.metadata.declared_article:
            return False
        if self._reads_as_article():
            return False
        return True if article.format in (Format.TEXT, Format.MARKDOWN) else None

    def _reads_as_article(self) -> bool:
        """It credits a quotation to a speaker, and no first person stands outside its marks."""
        reading = self._reading(Span(0, 0))
        if not any(a.quotation.speaker for a in reading.attributions if a.quotation.kind is QuotationKind.DIRECT):
            return False
        text, at, outside = self.original.text[:_WHOLE], 0, []
        for attribution in reading.attributions:
            outside.append(text[at : attribution.quotation.span.start])
            at = attribution.quotation.span.end
        return not _FIRST_PERSON.search("".join([*outside, text[at:]]))

    def speakers(self) -> tuple[str, ...]:
        """Everybody who is known to speak in it."""
        if self.speech_throughout:
            return self.turns.speakers() or tuple(filter(None, (self._outside_speaker(),)))
        reading = self._reading(Span(0, 0))
        return tuple(dict.fromkeys(name for a in reading.attributions if (name := self._name(a))))

    def _outside_speaker(self) -> str | None:
        """Who speaks, by the sidecar or the table; a list of people is nobody in particular."""
        speaker = self.original.speaker
        return None if speaker is None or ";" in speaker or speaker.lower() == "various" else speaker

    def hear(self, passages: Sequence[Passage], credited: Credited) -> list[Passage]:
        """Of places that answer equally the named speaker's, else all, with all that is known of who says it there."""
        heard = [self._hear(passage, credited) for passage in passages]
        mine = [p for p in heard if credited.person and p.speaker and same_person(credited.person, p.speaker)]
        if len(heard) == 1:
            return heard
        speakers = tuple(_different(passage.speaker for passage in heard))
        return [replace(passage, speakers=speakers) for passage in mine or heard]

    def _hear(self, passage: Passage, credited: Credited) -> Passage:
        article = self.original.article
        block = article.block_at(passage.span.start) if article else None
        pages = article.pages_of(passage.span) if article else ()
        passage = replace(passage, main=block.main if block else True, pages=pages, time=block.time if block else None)
        if self.speech_throughout:
            passage = replace(passage, speech=True, speaker=self._speaker_at(passage.span.start))
        else:
            passage = self._in_article(passage, credited, block)
        # Who is named near matters where somebody else speaks.
        others = credited.person and passage.speaker and not same_person(credited.person, passage.speaker)
        return replace(passage, near=self._near(passage)) if others else passage

    def _speaker_at(self, position: int) -> str | None:
        turn = self.turns.at(position)
        return turn.speaker if turn else self._outside_speaker()

    def speaker_changes(self, span: Span) -> bool:
        """Whether somebody else takes over within a stretch."""
        return self.turns.at(span.start) != self.turns.at(max(span.start, span.end - 1))

    def _near(self, passage: Passage) -> str:
        """The passage's sentence and the one before it, speaker tags left out."""
        text = self.original.text
        before = sentence_around(text, Span(max(0, passage.sentence.start - 2), passage.sentence.start))
        start, end = min(before.start, passage.sentence.start), max(passage.sentence.end, passage.span.end)
        words = text[start:end]
        at = bisect_left(self.turns.turns, start, key=lambda turn: turn.start)
        for turn in self.turns.turns[at:]:
            if turn.start >= end:
                break
            tag = text[turn.start : text.find(":", turn.start)]
            words = words.replace(tag, "", 1)
        return words

    # -- an original that is an article itself --------------------------------------------------------------------

    def _in_article(self, passage: Passage, credited: Credited, block: Block | None) -> Passage:
        reading = self._reading(passage.span)
        covered, attribution = _covering(reading, passage.span)
        if block is not None and block.kind is BlockKind.QUOTATION and covered < _SPOKEN:
            return replace(passage, speech=True)
        if attribution is not None and covered >= _SPOKEN:
            return replace(
                passage, speech=True, speaker=self._name(attribution), credited=self._handed_on(attribution, reading)
            )
        if covered > _PROSE or credited.prose is None or self._marks_near(passage):
            return passage
        if credited.prose or self._is_author(credited.person):
            return replace(passage, speech=True)
        return replace(passage, speech=False) if self.speech_throughout is False else passage

    def _marks_near(self, passage: Passage) -> bool:
        """Whether quotation marks stand in the sentence, so that speech was perhaps not recognised as such."""
        return bool(_MARKS.search(passage.sentence.of(self.original.text)))

    def _is_author(self, person: str | None) -> bool:
        author = self.original.article.metadata.author if self.original.article else None
        return bool(person and author) and same_person(person or "", author or "") is True

    def _name(self, attribution: Attribution) -> str | None:
        if attribution.speaker is not None:
            return attribution.speaker.name
        span = attribution.quotation.speaker
        return span.of(self.original.text) if span else None

    def _handed_on(self, attribution: Attribution, reading: Reading) -> tuple[str, ...]:
        """The outlets that the original has the words from; not itself ("told this newspaper")."""
        page = page_of(self.original, self._outlets)
        sources = [credit.source for credit in attribution.credits if not publishes(page, credit.source)]
        return tuple(dict.fromkeys(_called(source, self.original.text) for source in sources))

    def _reading(self, span: Span) -> Reading:
        """What find and resolve make of the original, or of the blocks around the span where it is long."""
        article = self.original.article or Article("")
        reach = (0, len(article.text))
        if len(article.text) > _WHOLE:
            middle = span.start // _AROUND * _AROUND
            reach = (max(0, middle - _AROUND), span.end + 2 * _AROUND)
        if reach not in self._readings:
            blocks = tuple(b for b in article.blocks if b.span.end > reach[0] and b.span.start < reach[1])
            part = replace(article, blocks=blocks)
            quotations = find_quotations(part)
            citations = find_citations(part, quotations, self._outlets)
            self._readings[reach] = resolve(part, quotations, citations, self._outlets)
        return self._readings[reach]


def _covering(reading: Reading, span: Span) -> tuple[float, Attribution | None]:
    """How much of a stretch stands inside quotation marks, and the quotation that has most of it."""
    total, best, most = 0, None, 0
    for attribution in reading.attributions:
        whole = attribution.quotation.span
        if whole.start >= span.end:
            break
        if whole.overlaps(span):
            shared = min(whole.end, span.end) - max(whole.start, span.start)
            total += shared
            if shared > most:
                best, most = attribution, shared
    return total / max(1, len(span)), best


def _called(source: Source, text: str) -> str:
    """The outlet's name, with the country that stands before one without a name ("Iranian state television")."""
    if not source.citation.unnamed:
        return source.name
    start = source.citation.span.start
    before = re.search(r"\b([A-Z]\w+(?:n|ish|ese|ch))\s$", text[max(0, start - 20) : start])
    return f"{before[1]} {source.name}" if before else source.name


def _different(names: Iterator[str | None]) -> Iterator[str]:
    """Each person once, under the first name."""
    kept: list[str] = []
    for name in names:
        if name and not any(same_person(name, other) is not False for other in kept):
            kept.append(name)
            yield name
