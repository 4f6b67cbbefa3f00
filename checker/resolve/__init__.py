"""Who is meant, which outlet, and on what basis: quotations and citations become attributions and sources."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from checker.model import Article, Attribution, Citation, Credit, Hearsay, Quotation, Reading, Span
from checker.outlets import Outlets
from checker.resolve.credits import credits_of
from checker.resolve.occasions import translated
from checker.resolve.places import empty_places
from checker.resolve.sources import resolve_sources

__all__ = ["credits_of", "resolve", "resolve_sources"]

# "…, he said, according to a translation": how far from the words it is said that they were translated.
_NEAR = 200


def resolve(
    article: Article,
    quotations: Sequence[Quotation],
    citations: Sequence[Citation],
    outlets: Outlets,
    hearsay: Sequence[Hearsay] = (),
) -> Reading:
    """All that can be told of an article's quotations from the article alone, in reading order."""
    from checker.resolve.people import resolve_people

    names = [citation.span for citation in citations if not citation.by_link and not citation.unnamed]
    people, speakers = resolve_people(article, quotations, names)
    sources = resolve_sources(article, quotations, citations, outlets)
    places = empty_places(article)
    credited = credits_of(article, quotations, sources, speakers, people, places)
    sentences = tuple(place.span for place in places)
    attributions = tuple(
        Attribution(
            quotation,
            speakers.get(quotation.id),
            credited.get(quotation.id, ()),
            _translated(article, quotation, credited.get(quotation.id, ()), sentences),
        )
        for quotation in quotations
    )
    return Reading(attributions, sources, people, tuple(hearsay), sentences)


def _translated(article: Article, quotation: Quotation, credits: Sequence[Credit], sentences: Sequence[Span]) -> bool:
    """Whether the article says that the words, or the report they come from, were translated."""
    if any(credit.source.citation.translated for credit in credits[:1]):
        return True
    index = bisect_right(sentences, quotation.span.start, key=lambda span: span.start) - 1
    if index < 0:
        return False
    around = sentences[index]
    before = article.text[max(around.start, quotation.span.start - _NEAR) : quotation.span.start]
    after = article.text[quotation.span.end : min(around.end, quotation.span.end + _NEAR)]
    return bool(translated().search(before) or translated().search(after))
