"""A line a finding, for people who want no more: where it is, how bad, which rule, and the sentence."""

from __future__ import annotations

from checker.model import Article, Level, Report, Span
from checker.report.located import Located, SourceOf, located
from checker.report.wording import place
from checker.text.escape import for_terminal


def brief_lines(report: Report, least: Level | None, source_of: SourceOf) -> str:
    """The findings from a level on (None: none), in reading order; an article that could not be read says so.

    A place is "article.md:14:3", as editors and terminals open it; in what has no lines, such as a page from the web, the
    paragraph stands behind the name.
    """
    article = report.article
    if article.unavailable:
        return _line(f"{article.name}: could not be read: {article.unavailable.message}")
    if least is None:
        return ""
    found = (one for one in located(report, source_of) if one.finding.level.rank >= least.rank)
    return "".join(
        _line(f"{_where(article, one)}: {one.finding.level.value}: {one.finding.rule}: {one.finding.message}")
        for one in found
    )


def _where(article: Article, one: Located) -> str:
    if one.region:
        return f"{article.name}:{one.region.line}" + (f":{one.region.column}" if one.region.column else "")
    span = one.judgement.attribution.quotation.span if one.judgement else Span(0, 0)
    paragraph = place(article, span.start) if len(span) else ""
    return f"{article.name}, {paragraph}" if paragraph else article.name


def _line(text: str) -> str:
    return for_terminal(" ".join(text.split())) + "\n"
