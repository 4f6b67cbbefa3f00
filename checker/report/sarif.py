"""SARIF 2.1.0: findings as code scanners print them, for the places that show them beside the file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from checker.model import Article, Evidence, Level, Original, Passage, Report
from checker.report.fragment import page_link, web_address
from checker.report.jsontext import json_text
from checker.report.located import Located, SourceOf, located
from checker.report.rulepage import RulePage
from checker.report.whereabouts import Region
from checker.report.wording import called
from checker.text.escape import for_terminal
from checker.version import __version__

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "note"}


class SarifReport:
    """One run over all articles, written as it goes: only what could not be read is kept until the end."""

    def __init__(self, rules: Sequence[RulePage], source_of: SourceOf) -> None:
        self._rules, self._source_of = rules, source_of
        self._index = {rule.name: number for number, rule in enumerate(rules)}
        self._first = True
        self._unread: list[dict[str, Any]] = []

    def start(self) -> str:
        """Everything before the results."""
        driver = {"name": "checker", "version": __version__, "rules": [_rule_form(rule) for rule in self._rules]}
        head = f'{{"$schema": {_json(_SCHEMA)}, "version": "2.1.0", "runs": [{{"tool": {{"driver": {_json(driver)}}},\n'
        return f'{head}"columnKind": "unicodeCodePoints", "results": ['

    def report(self, report: Report) -> str:
        """The results of one article, a line each."""
        if report.article.unavailable:
            self._unread.append(_notification(report.article))
        lines = []
        for one in located(report, self._source_of):
            lines.append(("\n" if self._first else ",\n") + _json(self._result(report, one)))
            self._first = False
        return "".join(lines)

    def end(self) -> str:
        """What is about the run as a whole."""
        invocation: dict[str, Any] = {"executionSuccessful": True}
        if self._unread:
            invocation["toolExecutionNotifications"] = self._unread
        return f'\n], "invocations": {_json([invocation])}}}]}}\n'

    def _result(self, report: Report, one: Located) -> dict[str, Any]:
        finding = one.finding
        form: dict[str, Any] = {"ruleId": finding.rule}
        if finding.rule in self._index:
            form["ruleIndex"] = self._index[finding.rule]
        form |= {
            "level": _LEVELS[finding.level],
            "message": _message(finding.message),
            "locations": [{"physicalLocation": _place(_article_uri(report.article), one.region)}],
            "partialFingerprints": {"checkerWords/v1": one.fingerprint},
        }
        related = _related(report, one)
        if related:
            form["relatedLocations"] = related
        if one.judgement:
            words = for_terminal(one.judgement.attribution.quotation.words(report.article.text))
            form["properties"] = {"verdict": one.judgement.verdict.value, "quotation": words}
        return form


def _related(report: Report, one: Located) -> list[dict[str, Any]]:
    """The passages of the quotation in the originals that the finding rests on, else where the deciding one is."""
    if one.judgement is None:
        return []
    originals = {original.id: original for original in report.originals}
    named = {evidence.where for evidence in one.finding.evidence}
    passages = [p for p in one.judgement.passages if p.original in named] or list(one.judgement.passages[:1])
    shown = [(originals[p.original], p) for p in passages if p.original in originals]
    return [_original_form(original, passage, number) for number, (original, passage) in enumerate(shown, start=1)]


def _original_form(original: Original, passage: Passage, number: int) -> dict[str, Any]:
    words = Evidence(original.id, passage.span, passage.span.of(original.text)).text
    uri = _uri(page_link(original, passage)) or (_path_uri(original.path) if original.path else "about:blank")
    reconstruction = " (a reconstruction)" if original.capture and original.capture.reconstruction else ""
    return {
        "id": number,
        "message": _message(f"{called(original)}{reconstruction}: “{words}”"),
        "physicalLocation": {"artifactLocation": {"uri": uri}},
    }


def _place(uri: str, region: Region | None) -> dict[str, Any]:
    form: dict[str, Any] = {"artifactLocation": {"uri": uri}}
    if region and region.column:
        form["region"] = {
            "startLine": region.line,
            "startColumn": region.column,
            "endLine": region.end_line,
            "endColumn": region.end_column,
        }
    elif region:
        form["region"] = {"startLine": region.line, "endLine": region.end_line}
    return form


def _message(text: str) -> dict[str, str]:
    """A message may hold links, "[words](address)": here none does, so what looks like one is parted."""
    return {"text": for_terminal(re.sub(r"\](?=\()", "] ", text))}


def _article_uri(article: Article) -> str:
    return _uri(web_address(article.url)) or _path_uri(article.path or article.name)


def _uri(address: str | None) -> str | None:
    """An address as a URI is written, in ASCII; what is encoded already stays."""
    return quote(address, safe="%:/?#[]@!$&'()*+,;=-._~") if address else None


def _path_uri(path: str) -> str:
    """A path as a relative reference, with no character in it that could make it anything else."""
    pure = PurePath(path)
    uri = quote(pure.as_posix().encode("utf-8", "replace"), safe="/")
    return f"file://{uri}" if pure.is_absolute() else uri


def _rule_form(rule: RulePage) -> dict[str, Any]:
    rest = "\n\n".join(text for _, text in rule.paragraphs())
    return {
        "id": rule.name,
        "shortDescription": {"text": rule.summary},
        "help": {"text": f"{rule.summary}\n\n{rest}" if rest else rule.summary},
        "defaultConfiguration": {"level": _LEVELS[rule.level]},
    }


def _notification(article: Article) -> dict[str, Any]:
    assert article.unavailable is not None
    return {
        "level": "warning",
        "message": _message(f"could not be read: {article.unavailable.message}"),
        "locations": [{"physicalLocation": _place(_article_uri(article), None)}],
    }


def _json(value: object) -> str:
    return json_text(value, one_line=True).rstrip("\n")
