"""Findings that a desk does not want to hear of, or at another level. They are left out of the report; no verdict moves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from checker.model import Finding, Judgement, Level, Report
from checker.report.fingerprint import folded_words, words_at_issue
from checker.settings.levels import fits
from checker.settings.silence import Ignore

# Of a finding and the quotation it belongs to (None: to the article), whether it is left out.
Hides = Callable[[Judgement | None, Finding], bool]
OFF = "off"


def without_hidden(report: Report, hides: Hides) -> Report:
    """The report without what is hidden."""

    def left(judgement: Judgement | None, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        return tuple(finding for finding in findings if not hides(judgement, finding))

    judgements = tuple(replace(one, findings=left(one, one.findings)) for one in report.judgements)
    return replace(report, judgements=judgements, findings=left(None, report.findings))


def at_levels(report: Report, levels: Mapping[str, str]) -> Report:
    """The report with the levels of a project by rule; "off" leaves a rule's findings out."""
    if not levels:
        return report

    def set_level(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        kept = [one for one in findings if levels.get(one.rule) != OFF]
        return tuple(replace(one, level=Level(levels[one.rule])) if one.rule in levels else one for one in kept)

    def worst_first(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        return tuple(sorted(findings, key=lambda finding: (-finding.level.rank, finding.rule)))

    judgements = tuple(replace(one, findings=worst_first(set_level(one.findings))) for one in report.judgements)
    return replace(report, judgements=judgements, findings=set_level(report.findings))


def answers(entry: Ignore, report: Report, judgement: Judgement | None, finding: Finding) -> bool:
    """Whether an entry is about a finding, whatever the article; words count without typography, capitals, punctuation."""
    if entry.rule is not None and entry.rule != finding.rule:
        return False
    if entry.words is None:
        return True
    words = folded_words(words_at_issue(report.article, judgement, finding))
    return f" {folded_words(entry.words)} " in f" {words} "


def covers(entry: Ignore, article: str) -> bool:
    """Whether an entry is about an article."""
    return entry.article is None or fits(entry.article, article)
