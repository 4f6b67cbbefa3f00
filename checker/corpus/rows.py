"""An article that was read, as rows of the three tables."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from checker.corpus.moments import Moment, moment_of
from checker.corpus.signature import signature_of
from checker.corpus.wire import wire_of
from checker.model import Article, Attribution, QuotationKind, Reading, Source
from checker.outlets import Outlet, Outlets

Row = dict[str, object]

_DOMAIN = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?", re.IGNORECASE)
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Rows:
    """What one article brings; `undated` is what it gives as its date, where that is no date to the day."""

    article: Row
    quotations: tuple[Row, ...]
    citations: tuple[Row, ...]
    undated: str | None = None

    @property
    def id(self) -> str:
        """The article's."""
        return str(self.article["article_id"])


def rows_of(
    article: Article, reading: Reading, outlets: Outlets, *, id: str, digest: str, outlet: str | None = None
) -> Rows:
    """`outlet` is the publisher as somebody names it from outside: an id, a domain or a name."""
    publisher, name = publisher_of(article, outlets, outlet)
    published = article.metadata.published
    moment = moment_of(published)
    when = _when(moment)
    wire = wire_of(article, outlets)
    row: Row = {
        "article_id": id,
        "outlet": publisher,
        "outlet_name": name,
        "published": published,
        **when,
        "title": article.metadata.title,
        "url": article.url or article.metadata.canonical,
        "path": article.path,
        "language": article.metadata.language,
        "dateline": wire.dateline,
        "credit": wire.credit,
        "digest": digest,
        "text_signature": signature_of(prose(article)),
        "words": len(_WORD.findall(article.text)),
    }
    common: Row = {"article_id": id, "outlet": publisher}
    quotations = tuple(
        {**common, "published": published, **when, **_quotation(attribution, article, id)}
        for attribution in reading.attributions
    )
    citations = tuple(
        {**common, "published_at": when["published_at"], **_citation(source, article)} for source in reading.sources
    )
    rows = (row, *quotations, *citations)
    for one in rows:
        one.update({name: storable(value) for name, value in one.items() if isinstance(value, str)})
    return Rows(row, quotations, citations, published if published and moment is None else None)


def storable(text: str) -> str:
    """Half a surrogate pair, which a JSON line or the name of a file may have, is in no table; it stays to be seen."""
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode()


def publisher_of(article: Article, outlets: Outlets, given: str | None = None) -> tuple[str | None, str | None]:
    """The publisher's id and name: the registry's, else the domain, else the name as the page gives it."""
    if given:
        known = outlets.by_id(given) or (outlets.by_url(given) if _DOMAIN.fullmatch(given) else None)
        known = known or _named(given, outlets)
        return (known.id, known.name) if known else (given, given)
    known = outlets.publisher_of(article)
    if known:
        return known.id, known.name
    for address in (article.metadata.canonical, article.url):
        host = _host(address) if address else None
        if host:
            return host, article.metadata.publisher or host
    return article.metadata.publisher, article.metadata.publisher


def _named(name: str, outlets: Outlets) -> Outlet | None:
    """The outlet that a name means as a whole; a name all in small letters may be a data set's short form ("nyt")."""
    for written in (name, name.title(), name.upper()) if name.islower() else (name,):
        found = [mention for mention in outlets.find_names(written) if len(mention.reach) >= 0.8 * len(name)]
        only = found[0].outlet_id if len(found) == 1 else None
        if only:
            return outlets.by_id(only)
    return None


def _host(address: str) -> str | None:
    try:
        host = urlsplit(address).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def _when(moment: Moment | None) -> Mapping[str, object]:
    return {"published_at": moment.at if moment else None, "precision": moment.precision if moment else None}


def prose(article: Article) -> str:
    """The text of the article itself, without what else is on its page."""
    return "\n".join(block.span.of(article.text) for block in article.blocks if block.main) or article.text


def _quotation(attribution: Attribution, article: Article, id: str) -> Row:
    quotation = attribution.quotation
    first = attribution.credits[0] if attribution.credits else None
    return {
        "quotation_id": f"{id}#{quotation.id}",
        "start": quotation.span.start,
        "end": quotation.span.end,
        "text": quotation.words(article.text),
        # A speaker who is only "he" or "a spokesman" is nobody that two articles could agree on.
        "speaker": attribution.speaker.name if attribution.speaker else None,
        "cited_outlet": first.source.outlet_id if first else None,
        "cited_name": _name(first.source) if first else None,
        "cited_basis": first.basis.value if first else None,
        "marked": quotation.kind is not QuotationKind.BLOCK,
        "term": quotation.kind is QuotationKind.TERM,
    }


def _name(source: Source) -> str:
    """The same for two articles that write it within a sentence and at its beginning."""
    return source.name if source.outlet_id else re.sub(r"^[Tt]he\s+", "", source.name)


def _citation(source: Source, article: Article) -> Row:
    citation = source.citation
    return {
        "cited_outlet": source.outlet_id,
        "cited_name": _name(source),
        "relation": citation.relation.value,
        "start": citation.span.start,
        "end": citation.span.end,
        "words": citation.span.of(article.text),
    }
