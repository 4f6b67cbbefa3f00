"""A citation resolved: the outlet meant, by the registry's name, and the address that leads to it."""

from __future__ import annotations

from collections.abc import Sequence

from checker.model import Article, Citation, Quotation, Source
from checker.outlets import Outlets


def resolve_sources(
    article: Article, quotations: Sequence[Quotation], citations: Sequence[Citation], outlets: Outlets
) -> tuple[Source, ...]:
    """One source for each citation, in the same order.

    An outlet that no registry knows keeps the words of the article as its name, and so does a name that may mean several:
    then `candidates` lists them and nothing is decided.
    """
    return tuple(_source(article.text, citation, outlets) for citation in citations)


def _source(text: str, citation: Citation, outlets: Outlets) -> Source:
    certain = citation.outlet_ids[0] if len(citation.outlet_ids) == 1 else None
    outlet = outlets.by_id(certain) if certain else None
    return Source(
        citation=citation,
        name=outlet.name if outlet and not citation.unnamed else citation.span.of(text),
        outlet_id=certain,
        candidates=citation.outlet_ids if len(citation.outlet_ids) > 1 else (),
        parent_name=citation.parent.of(text) if citation.parent else None,
        url=citation.url,
    )
