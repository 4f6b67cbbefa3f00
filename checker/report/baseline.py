"""Findings that a desk has accepted: known by article, rule and words, so that they stay known when lines move.

The file has one finding a line, as JSON, sorted, without a date or a line number. So two branches that accept different
findings merge, and where git can't tell, keeping both sides' lines is always right: the order and doubles do not matter.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace

from checker.errors import SettingsError
from checker.model import Article, Finding, Judgement, Level, Report
from checker.report.fingerprint import folded_words, words_at_issue
from checker.report.jsontext import json_text


@dataclass(frozen=True, slots=True, order=True)
class Accepted:
    """One accepted finding; `words` are folded: without typography, capitals and punctuation."""

    article: str
    rule: str
    words: str


def found_in(report: Report, article: str, least: Level) -> frozenset[Accepted]:
    """What a report would have accepted from a level on; `article` is what the baseline calls the article."""
    pairs = [(judgement, finding) for judgement in report.judgements for finding in judgement.findings]
    pairs_of_all = [*pairs, *((None, finding) for finding in report.findings)]
    return frozenset(
        _accepted(report.article, article, judgement, finding)
        for judgement, finding in pairs_of_all
        if finding.level.rank >= least.rank
    )


def without(report: Report, article: str, accepted: frozenset[Accepted]) -> Report:
    """The report without its accepted findings; verdicts stay as they are."""

    def left(judgement: Judgement | None, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        return tuple(
            finding for finding in findings if _accepted(report.article, article, judgement, finding) not in accepted
        )

    judgements = tuple(replace(one, findings=left(one, one.findings)) for one in report.judgements)
    return replace(report, judgements=judgements, findings=left(None, report.findings))


def parse(text: str, name: str) -> frozenset[Accepted]:
    """The findings of a baseline's text; raises SettingsError with file:line for a line that is none."""
    found = set()
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), start=1):
        if not line.strip():
            continue
        if line.startswith(("<<<<<<<", "=======", ">>>>>>>", "|||||||")):
            raise SettingsError(
                f"{name}:{number}: a merge left its marks; keep the lines of both sides, take out the marks"
            )
        try:
            value = json.loads(line)
            entry = Accepted(value["article"], value["rule"], value["words"])
        except (ValueError, KeyError, TypeError, RecursionError):
            entry = None
        if entry is None or not all(isinstance(one, str) for one in (entry.article, entry.rule, entry.words)):
            wanted = '{"article": "…", "rule": "…", "words": "…"}'
            raise SettingsError(
                f"{name}:{number}: a line is {wanted}; write the file again with `checker baseline write`"
            )
        found.add(entry)
    return frozenset(found)


def text_of(accepted: Iterable[Accepted]) -> str:
    """The file, the same for the same findings."""
    return "".join(
        json_text({"article": one.article, "rule": one.rule, "words": one.words}, one_line=True)
        for one in sorted(set(accepted))
    )


def _accepted(article: Article, name: str, judgement: Judgement | None, finding: Finding) -> Accepted:
    return Accepted(name, finding.rule, folded_words(words_at_issue(article, judgement, finding)))
