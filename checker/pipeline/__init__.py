"""The stages in their order: an article and its originals in, a report out.

`check` is the whole way; `read_reading` goes as far as the article alone can tell; `compare` holds a bare quotation against
originals that were given with it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from checker.fetch import load_article
from checker.find import find_citations, find_hearsay, find_quotations
from checker.judge import findings_on_article
from checker.judge.known import Known
from checker.judge.outlet_rules import findings_on_outlets
from checker.judge.sighted import with_sightings
from checker.model import Article, Document, Finding, Judgement, Original, Reading, Report, Sighting, Unavailable
from checker.outlets import Outlets
from checker.outlets.ratings import Ratings
from checker.pipeline.comparing import Asked, compare
from checker.pipeline.holding import Holding
from checker.pipeline.linked import Fetch, with_fetched
from checker.pipeline.older import with_older
from checker.pipeline.originals import Originals
from checker.read import read
from checker.resolve import resolve

__all__ = [
    "Asked",
    "Fetch",
    "Lookup",
    "Originals",
    "article_findings",
    "check",
    "compare",
    "read_article",
    "read_reading",
]

# Of an article and its quotations: where in a corpus the words of each stand, by the quotation's id.
Lookup = Callable[[Article, Reading], Mapping[str, Sequence[Sighting]]]


def read_article(path: str | Path) -> Article:
    """The article in a file; raises ReadError where it cannot be opened. A page without prose is an Article that says so."""
    return read(load_article(str(path)), path=str(path))


def check(
    article: Article,
    documents: Sequence[Document] | Originals = (),
    *,
    fetch: Fetch | None = None,
    older: Fetch | None = None,
    ratings: Ratings | None = None,
    low: float | None = None,
    corpus: Lookup | None = None,
) -> Report:
    """Holds every quotation of an article against the originals that answer for it.

    `documents` are those at hand (`load_captures`, `load_given`). What is linked beyond them is asked of `fetch`
    (`checker.fetch.fetcher.Fetcher.linked`); without it nothing is fetched, and those pages are unavailable. Of pages that
    lack a quotation `older` (`Fetcher.older`) is asked for an archive's capture. Pass an `Originals` where several articles are
    held against the same documents: it is read and indexed once. `ratings` are the shipped ones unless given; an outlet
    that two families of raters put below `low` (0 to 1) is noted, and without `low` none is. `corpus` finds the quotations in
    other articles (`checker.corpus.lookup`); what it finds gives findings and changes no verdict.
    """
    originals = documents if isinstance(documents, Originals) else Originals(documents)
    reading = read_reading(article, originals.outlets)
    failed: Mapping[str, Unavailable] = {}
    if fetch is not None:
        originals, failed = with_fetched(article, reading, originals, fetch)
    holding = Holding(article, reading, originals, failed)
    judgements = tuple(holding.judge(attribution) for attribution in reading.attributions)
    if older is not None:
        anew = with_older(article, reading, originals, judgements, failed, older)
        originals, holding, judgements = anew or (originals, holding, judgements)
    sightings = corpus(article, reading) if corpus else {}
    judgements = tuple(
        with_sightings(article, one, sightings.get(one.attribution.quotation.id, ())) for one in judgements
    )
    shown = _shown(judgements, (*originals.originals, *holding.missing))
    known = Known(originals.outlets, ratings or Ratings(originals.outlets), judgements, shown, low, sightings)
    return Report(
        article=article,
        reading=reading,
        judgements=judgements,
        originals=shown,
        findings=(*article_findings(article, reading), *findings_on_outlets(article, reading, known)),
        at_hand=len(originals),
    )


def read_reading(article: Article, outlets: Outlets | None = None) -> Reading:
    """Quotations, citations, speakers and outlets, from the article alone."""
    outlets = Outlets.shipped() if outlets is None else outlets  # not "or": it would count them
    quotations = find_quotations(article)
    citations = find_citations(article, quotations, outlets)
    hearsay = find_hearsay(article, quotations, [citation.span for citation in citations])
    return resolve(article, quotations, citations, outlets, hearsay)


def article_findings(article: Article, reading: Reading) -> tuple[Finding, ...]:
    """What is to be said about the article itself."""
    return findings_on_article(article, reading)


def _shown(judgements: Sequence[Judgement], originals: Sequence[Original]) -> tuple[Original, ...]:
    """Those that a judgement names, and those that were handed over and cannot be read."""
    named = {tied.original for judgement in judgements for tied in judgement.originals}
    return tuple(one for one in originals if one.id in named or (one.given and one.unavailable))
