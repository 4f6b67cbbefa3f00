"""Findings one by one with the place in the article that each is about, for formats that list them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from checker.model import Article, Finding, Judgement, Report, Span
from checker.report.fingerprint import fingerprint, words_at_issue
from checker.report.whereabouts import Region, Whereabouts

# The file of an article as text, None where it is not at hand (standard input, the web).
SourceOf = Callable[[Article], str | None]


@dataclass(frozen=True, slots=True)
class Located:
    """A finding, the quotation it belongs to (None: to the article), where that stands, and what it is known by."""

    finding: Finding
    judgement: Judgement | None
    region: Region | None
    fingerprint: str


def located(report: Report, source_of: SourceOf) -> Iterator[Located]:
    """Of the quotations in reading order, then of the article. Equal fingerprints are numbered: "…:2"."""
    where = Whereabouts(report.article, source_of(report.article))
    seen: dict[str, int] = {}
    pairs = [(judgement, finding) for judgement in report.judgements for finding in judgement.findings]
    for judgement, finding in [*pairs, *((None, finding) for finding in report.findings)]:
        words = words_at_issue(report.article, judgement, finding)
        known_by = fingerprint(report.article.name, finding.rule, words)
        seen[known_by] = seen.get(known_by, 0) + 1
        yield Located(
            finding,
            judgement,
            where.region(_span(judgement, finding)),
            f"{known_by}:{seen[known_by]}",
        )


def _span(judgement: Judgement | None, finding: Finding) -> Span:
    if judgement is not None:
        return judgement.attribution.quotation.span
    return next((evidence.span for evidence in finding.evidence if evidence.where == "article"), Span(0, 0))
