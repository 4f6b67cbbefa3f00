"""JUnit XML: a suite an article, a case a quotation; what every build server can show."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from checker.model import Finding, Judgement, Level, Report, Verdict
from checker.report.located import SourceOf
from checker.report.whereabouts import Region, Whereabouts
from checker.text.escape import for_terminal

# So many characters of a quotation name its case.
_NAME = 80
_SKIPPED = {Verdict.UNAVAILABLE, Verdict.TRANSLATED, Verdict.AMBIGUOUS}
_RANKS = {level.value: level.rank for level in Level} | {"never": 3}


class JunitReport:
    """A case fails where a finding reaches `fail_on`; what could not be compared is skipped, with the reason."""

    def __init__(self, fail_on: str, source_of: SourceOf) -> None:
        self._rank, self._source_of = _RANKS[fail_on], source_of

    def start(self) -> str:
        """The head of the file."""
        return '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="checker">\n'

    def report(self, report: Report) -> str:
        """The suite of one article; findings on the article as a whole are its last case."""
        where = Whereabouts(report.article, self._source_of(report.article))
        name = report.article.name
        cases = []
        for judgement in report.judgements:
            span = judgement.attribution.quotation.span
            words = " ".join(judgement.attribution.quotation.words(report.article.text).split())
            shown = words if len(words) <= _NAME else f"{words[: _NAME - 1]}…"
            cases.append(self._case(name, f"“{shown}”", where.region(span), judgement.findings, judgement))
        if report.article.unavailable:
            skipped = f"<skipped message={_attribute(report.article.unavailable.message)}/>"
            cases.append(_testcase(name, "the article", [skipped]))
        elif report.findings:
            cases.append(self._case(name, "the article", None, report.findings, None))
        failures = sum("<failure" in case for case in cases)
        skips = sum("<skipped" in case for case in cases)
        counts = f'tests="{len(cases)}" failures="{failures}" errors="0" skipped="{skips}"'
        return f"<testsuite name={_attribute(name)} file={_attribute(name)} {counts}>\n{''.join(cases)}</testsuite>\n"

    def end(self) -> str:
        """The end of the file."""
        return "</testsuites>\n"

    def _case(
        self,
        article: str,
        name: str,
        region: Region | None,
        findings: tuple[Finding, ...],
        judgement: Judgement | None,
    ) -> str:
        failing = [finding for finding in findings if finding.level.rank >= self._rank]
        rest = [finding for finding in findings if finding not in failing]
        inside = []
        if failing:
            rules = ", ".join(dict.fromkeys(finding.rule for finding in failing))
            message = f"{judgement.verdict.value}: {rules}" if judgement else rules
            kind = _attribute(failing[0].rule)
            said = f"{_place(article, region)}{_sentences(failing)}"
            inside.append(f"<failure type={kind} message={_attribute(message)}>{said}</failure>")
        elif judgement and judgement.verdict in _SKIPPED:
            inside.append(f"<skipped message={_attribute(judgement.verdict.value)}/>")
        if rest:
            inside.append(f"<system-out>{_place(article, region)}{_sentences(rest)}</system-out>")
        return _testcase(article, name, inside)


def _testcase(article: str, name: str, inside: list[str]) -> str:
    # No place among the attributes: the schema of Jenkins' xUnit plugin refuses a whole report for one that it does not know.
    head = f"<testcase classname={_attribute(article)} name={_attribute(name)}"
    return f"{head}>{''.join(inside)}</testcase>\n" if inside else f"{head}/>\n"


def _place(article: str, region: Region | None) -> str:
    return escape(f"{_clean(article)}:{region.line}\n") if region else ""


def _sentences(findings: list[Finding]) -> str:
    return escape("\n".join(f"{one.level.value} {one.rule}: {_clean(one.message)}" for one in findings))


def _attribute(text: str) -> str:
    return quoteattr(_clean(text))


def _clean(text: str) -> str:
    """XML can't hold most controls, not even as references; nor the two that are no characters at all."""
    return for_terminal(text).replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")
