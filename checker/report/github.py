"""Workflow commands of GitHub Actions: each finding as a line that the runner turns into a remark at the file."""

from __future__ import annotations

import re

from checker.model import Level, Report
from checker.report.located import Located, SourceOf, located
from checker.text.escape import for_terminal

_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}


class GithubReport:
    """A line a finding, notes among them; nothing else, so nothing of an article can begin a line."""

    def __init__(self, source_of: SourceOf) -> None:
        self._source_of = source_of

    def start(self) -> str:
        """Nothing stands before the first finding."""
        return ""

    def report(self, report: Report) -> str:
        """The findings of one article."""
        name = report.article.name
        lines = [_command(name, one) for one in located(report, self._source_of)]
        if report.article.unavailable:
            message = f"could not be read: {report.article.unavailable.message}"
            lines.insert(0, f"::warning file={_property(name)},title=checker::{_text(message)}\n")
        return "".join(lines)

    def end(self) -> str:
        """Nothing stands behind the last."""
        return ""


def _command(name: str, one: Located) -> str:
    properties = {"file": name}
    if one.region:
        properties["line"] = str(one.region.line)
        properties["endLine"] = str(one.region.end_line)
        # The runner takes columns only of what lies on one line.
        if one.region.column and one.region.line == one.region.end_line:
            properties |= {"col": str(one.region.column), "endColumn": str(one.region.end_column)}
    verdict = f"{one.judgement.verdict.value}: " if one.judgement else ""
    properties["title"] = verdict + one.finding.rule
    told = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{_COMMANDS[one.finding.level]} {told}::{_text(one.finding.message)}\n"


def _text(text: str) -> str:
    """The documented escaping of a command's text: what could end it, or begin another escape."""
    escapes = {"%": "%25", "\r": "%0D", "\n": "%0A"}
    return re.sub("[%\r\n]", lambda found: escapes[found[0]], for_terminal(text))


def _property(text: str) -> str:
    """Of a property: what could end the property, too."""
    return _text(text).replace(":", "%3A").replace(",", "%2C")
