"""The article as a row of sentences, each with the quotations, the sources and the people in it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from checker.model import Article, Block, BlockKind, Person, Quotation, Source, Span
from checker.text.sentences import sentence_spans

_PRONOUNS = frozenset("he she they him her them who it we i".split())


@dataclass(slots=True, eq=False)
class Place:
    """One sentence: `paragraph` counts blocks of prose; `words` is its text with quoted words blanked out."""

    span: Span
    paragraph: int
    heading: bool
    words: str = ""
    quotations: list[Quotation] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)
    people: set[str] = field(default_factory=set)


def prose(article: Article) -> tuple[Block, ...]:
    """The blocks that count; the whole text where none were told apart."""
    if not article.blocks and article.unavailable is None:
        return (Block(Span(0, len(article.text))),)
    return tuple(block for block in article.blocks if block.main)


def empty_places(article: Article) -> list[Place]:
    """All sentences of the prose in reading order."""
    return [
        Place(span, number, block.kind is BlockKind.HEADING)
        for number, block in enumerate(prose(article))
        for span in sentence_spans(article.text, block.span)
    ]


def fill(
    places: list[Place],
    article: Article,
    quotations: Sequence[Quotation],
    sources: Sequence[Source],
    people: Sequence[Person],
) -> None:
    """Puts into each sentence what stands in it."""
    starts = [place.span.start for place in places]
    parts = sorted(part for quotation in quotations for part in quotation.parts)
    for place in places:
        place.words = _blanked(article.text, place.span, parts)
    for quotation in quotations:
        for place in _touched(places, starts, quotation.parts):
            place.quotations.append(quotation)
    for source in sources:
        for place in _touched(places, starts, (source.citation.span,)):
            place.sources.append(source)
    for person in people:
        for place in _touched(places, starts, person.mentions):
            place.people.add(person.id)


def _touched(places: list[Place], starts: list[int], spans: Sequence[Span]) -> list[Place]:
    """The sentences that the spans begin in, each once."""
    found: list[Place] = []
    for span in spans:
        index = bisect_right(starts, span.start) - 1
        if index >= 0 and span.start < places[index].span.end and places[index] not in found[-1:]:
            found.append(places[index])
    return found


def _blanked(text: str, span: Span, parts: Sequence[Span]) -> str:
    pieces: list[str] = []
    at = span.start
    for index in range(bisect_left(parts, span.start, key=lambda p: p.end), len(parts)):
        part = parts[index]
        if part.start >= span.end:
            break
        start, end = max(part.start, at), min(part.end, span.end)
        if end > at:
            pieces += [text[at:start], "¤" * (end - start)]
            at = end
    return "".join(pieces) + text[at : span.end]


def speaker_keys(
    text: str, quotations: Sequence[Quotation], speakers: Mapping[str, Person | None]
) -> dict[str, str | None]:
    """One key for each quotation's speaker: the person, else the last word of the name; None for an unresolved pronoun."""
    keys: dict[str, str | None] = {}
    for quotation in quotations:
        person = speakers.get(quotation.id)
        words = quotation.speaker.of(text).split() if quotation.speaker else []
        if person is not None:
            keys[quotation.id] = person.id
        else:
            named = bool(words) and words[-1].lower() not in _PRONOUNS
            keys[quotation.id] = re.sub(r"['’]s?$|\W+$", "", words[-1]).casefold() if named else None
    return keys
