"""Exit status: which one, and which first."""

from __future__ import annotations

import itertools

import pytest

from checker.cli.status import Status, combined, meaning, reaches, status_of
from checker.model import (
    Article,
    Attribution,
    Finding,
    Judgement,
    Level,
    Quotation,
    QuotationKind,
    Reading,
    Reason,
    Report,
    Span,
    Unavailable,
    Verdict,
)


def finding(level: Level) -> Finding:
    return Finding("words-changed", level, "a sentence")


def report(verdict: Verdict, *levels: Level, unavailable: Unavailable | None = None) -> Report:
    span = Span(0, 1)
    attribution = Attribution(Quotation("q1", span, QuotationKind.DIRECT, (span,)))
    judgement = Judgement(attribution, verdict, tuple(finding(level) for level in levels))
    return Report(Article("a", unavailable=unavailable), Reading(), (judgement,), ())


@pytest.mark.parametrize(
    ("level", "fail_on", "reached"),
    [
        (Level.ERROR, "error", True),
        (Level.WARNING, "error", False),
        (Level.WARNING, "warning", True),
        (Level.NOTE, "warning", False),
        (Level.NOTE, "note", True),
        (Level.ERROR, "never", False),
    ],
)
def test_from_which_level_a_finding_counts(level: Level, fail_on: str, reached: bool) -> None:
    assert reaches([finding(level)], fail_on) is reached
    assert not reaches([], fail_on)


@pytest.mark.parametrize(
    ("given", "allow", "status"),
    [
        pytest.param(report(Verdict.VERBATIM, Level.NOTE), False, Status.CLEAN, id="a note"),
        pytest.param(report(Verdict.ALTERED, Level.WARNING), False, Status.FINDINGS, id="a warning"),
        pytest.param(report(Verdict.UNAVAILABLE, Level.NOTE), False, Status.INCOMPLETE, id="not to be had"),
        pytest.param(report(Verdict.UNAVAILABLE, Level.NOTE), True, Status.CLEAN, id="not to be had, allowed"),
        pytest.param(report(Verdict.UNAVAILABLE, Level.WARNING), True, Status.FINDINGS, id="allowed, and a warning"),
        pytest.param(report(Verdict.UNCITED, Level.NOTE), False, Status.CLEAN, id="nothing is named"),
        pytest.param(
            report(Verdict.UNCITED, unavailable=Unavailable(Reason.EMPTY, "the file is empty")),
            False,
            Status.INCOMPLETE,
            id="the article itself could not be read",
        ),
    ],
)
def test_the_status_of_a_report(given: Report, allow: bool, status: Status) -> None:
    assert status_of(given, fail_on="warning", allow_incomplete=allow) is status


def test_the_first_of_bug_misuse_findings_incomplete_counts() -> None:
    order = [Status.BUG, Status.MISUSE, Status.FINDINGS, Status.INCOMPLETE, Status.CLEAN]
    for first, second in itertools.combinations(order, 2):
        assert combined([second, first, second]) is first
    assert combined([]) is Status.CLEAN


def test_the_status_is_said_in_words() -> None:
    assert meaning(Status.FINDINGS, "warning") == "exit 1 (a finding at warning or above)"
    assert meaning(Status.FINDINGS, "error") == "exit 1 (a finding at error)"
    assert meaning(Status.FINDINGS, "note") == "exit 1 (a finding)"
    assert meaning(Status.CLEAN, "warning") == "exit 0 (no finding at warning or above)"
    assert meaning(Status.CLEAN, "never") == "exit 0 (--fail-on never)"
