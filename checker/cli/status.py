"""Exit status: what it is, and which one counts when several apply."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.model import Finding, Report

LEVELS = ("error", "warning", "note", "never")


class Status(IntEnum):
    """What a shell gets to see."""

    CLEAN = 0
    FINDINGS = 1
    MISUSE = 2
    INCOMPLETE = 3
    BUG = 4
    INTERRUPTED = 130


_PRECEDENCE = (Status.INTERRUPTED, Status.BUG, Status.MISUSE, Status.FINDINGS, Status.INCOMPLETE, Status.CLEAN)


def combined(statuses: Iterable[Status]) -> Status:
    """The one that counts: a bug before misuse before findings before what is incomplete."""
    return min(statuses, key=_PRECEDENCE.index, default=Status.CLEAN)


def status_of(report: Report, *, fail_on: str, allow_incomplete: bool) -> Status:
    """Of one report; an article that could not be read is as incomplete as an original that could not be had."""
    if reaches(report.all_findings(), fail_on):
        return Status.FINDINGS
    if (report.incomplete or report.article.unavailable) and not allow_incomplete:
        return Status.INCOMPLETE
    return Status.CLEAN


def reaches(findings: Iterable[Finding], fail_on: str) -> bool:
    """Whether a finding is at the level or above; none is at "never"."""
    return any(LEVELS.index(finding.level.value) <= LEVELS.index(fail_on) != 3 for finding in findings)


def meaning(status: Status, fail_on: str) -> str:
    """ "exit 1 (a finding at warning or above)" """
    above = "a finding" if fail_on == "note" else f"a finding at {fail_on}{'' if fail_on == 'error' else ' or above'}"
    nothing = "--fail-on never" if fail_on == "never" else f"no {above.removeprefix('a ')}"
    why = {
        Status.CLEAN: nothing,
        Status.FINDINGS: above,
        Status.MISUSE: "an argument is wrong or a file cannot be opened",
        Status.INCOMPLETE: "something to compare with could not be had; --allow-incomplete makes it 0",
        Status.BUG: "a bug in checker",
        Status.INTERRUPTED: "interrupted",
    }
    return f"exit {status.value} ({why[status]})"
