"""Links that lead to an outlet: the address of a citation that stands beside one, or the whole citation."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from checker.find.citation_context import Sentences
from checker.model import Block, Citation, Link, Relation, Span
from checker.outlets import Outlets

# Where anybody posts, the place is no outlet.
NO_OUTLET = frozenset({"platform"})


@cache
def _credits() -> re.Pattern[str]:
    """Words of an anchor that credit the page it leads to."""
    return re.compile(
        r"\b(?:(?P<told>told|telling|speaking to)|(?P<interview>interview\w*)|(?P<according>according to)"
        r"|report(?:s|ed|ing|edly)?|sa(?:id|ys)|wrote|writes|writing|published|revealed|noted|quoted|stor(?:y|ies)|article"
        r"|investigation|analysis|announced|claimed|stated|explained|tweeted|argued|found|confirmed|op-ed|column|editorial)\b",
        re.IGNORECASE,
    )


def address(citation: Citation, links: Sequence[Link], sentences: Sentences, outlets: Outlets) -> str | None:
    """The link of a named citation: the one on its name, else one of its sentence that leads to the same outlet."""
    sentence = sentences.at(citation.span.start)
    near = _within(links, sentence)
    for link in near:
        if link.span.overlaps(citation.span):
            return link.url
    for link in near if citation.outlet_ids else ():
        outlet = outlets.by_url(link.url)
        if outlet and outlet.id in citation.outlet_ids:
            return link.url
    return None


def _within(links: Sequence[Link], sentence: Span) -> Sequence[Link]:
    """The links that touch a sentence; links ascend and do not overlap."""
    first = bisect_right(links, sentence.start, key=lambda link: link.span.end)
    last = bisect_left(links, sentence.end, key=lambda link: link.span.start)
    return links[first:last]


def linked_citations(
    block: Block, named: Sequence[Citation], sentences: Sentences, outlets: Outlets, publisher: str | None
) -> Iterator[Citation]:
    """Links whose own words credit an outlet that the sentence does not name.

    "Rubio <told> reporters" is a citation of the page's outlet, and so is a link over a whole quotation; a link on a
    person's name leaves its page at hand.
    """
    taken = {sentences.at(citation.span.start) for citation in named}
    for link in block.links:
        outlet = outlets.by_url(link.url)
        if outlet is None or outlet.type in NO_OUTLET or outlet.id == publisher or not len(link.span):
            continue
        if sentences.at(link.span.start) in taken:
            continue
        found = _credits().search(link.span.of(sentences.text))
        if sentences.quotes(link.span):
            yield Citation(link.span, Relation.REPORTED, (outlet.id,), url=link.url, by_link=True)
        elif found and not sentences.in_quotation(link.span):
            yield Citation(link.span, _relation(found), (outlet.id,), url=link.url, by_link=True)


def _relation(found: re.Match[str]) -> Relation:
    if found["told"]:
        return Relation.TOLD
    if found["interview"]:
        return Relation.INTERVIEW
    return Relation.ACCORDING_TO if found["according"] else Relation.REPORTED
