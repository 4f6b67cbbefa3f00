"""SARIF: what scanners' readers get to see, held against the part of the standard that is used."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from ferry_report import REPORT
from hostile_report import BARE, HOSTILE, hostile_report

from checker.cli.explain import rule_pages
from checker.model import Reason, Report, Unavailable
from checker.report.sarif import SarifReport

SCHEMA = json.loads(Path(__file__).with_name("sarif-used.schema.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def sarif(*reports: Report) -> Any:
    writer = SarifReport(rule_pages(), lambda article: None)
    text = writer.start() + "".join(map(writer.report, reports)) + writer.end()
    form = json.loads(text)
    VALIDATOR.validate(form)
    return form


def results(*reports: Report) -> Any:
    return sarif(*reports)["runs"][0]["results"]


def test_of_no_article_and_of_no_finding_it_is_whole() -> None:
    quiet = replace(REPORT, judgements=(), findings=())
    assert results() == results(quiet) == results(quiet, quiet) == []


def test_a_finding_stands_at_its_line_and_column() -> None:
    first = results(REPORT)[0]
    assert (first["ruleId"], first["level"]) == ("negation-changed", "error")
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "ferry.txt"
    assert place["region"] == {"startLine": 4, "startColumn": 2, "endLine": 4, "endColumn": 60}
    assert first["properties"]["verdict"] == "distorted"


def test_the_original_is_a_related_location() -> None:
    (related,) = results(REPORT)[0]["relatedLocations"]
    uri = related["physicalLocation"]["artifactLocation"]["uri"]
    assert uri.startswith("https://www.reuters.com/world/ferry-line/#:~:text=We%20will%20not%20sell,")
    assert "We will not sell the old boats" in related["message"]["text"]


def test_a_reconstruction_leads_to_its_file_and_not_to_the_page() -> None:
    (altered,) = [one for one in results(REPORT) if one["ruleId"] == "words-changed"]
    (related,) = altered["relatedLocations"]
    assert related["physicalLocation"]["artifactLocation"]["uri"] == "captures/o2.html"
    assert "(a reconstruction)" in related["message"]["text"]


def test_notes_and_findings_on_the_article_are_there() -> None:
    found = results(REPORT)
    assert [one["ruleId"] for one in found if one["level"] == "note"].count("hearsay-unsourced") == 1
    assert len(found) == len(REPORT.all_findings())


def test_rules_are_listed_and_named_by_their_place() -> None:
    run = sarif(REPORT)["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == sorted(rules)
    for result in run["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]


def _prints(report: Report) -> Sequence[str]:
    return [one["partialFingerprints"]["checkerWords/v1"] for one in results(report)]


def test_a_finding_is_known_again_when_lines_move() -> None:
    text = "A line before.\n\n" + REPORT.article.text

    def moved(report: Report) -> Report:
        judgements = []
        for one in report.judgements:
            quotation = one.attribution.quotation
            quotation = replace(
                quotation, span=quotation.span.moved(16), parts=tuple(part.moved(16) for part in quotation.parts)
            )
            judgements.append(replace(one, attribution=replace(one.attribution, quotation=quotation)))
        return replace(report, article=replace(report.article, text=text), judgements=tuple(judgements))

    assert _prints(moved(REPORT)) == _prints(REPORT)
    assert len(set(_prints(REPORT))) == len(_prints(REPORT))


def test_the_same_words_twice_are_two_findings() -> None:
    twice = replace(REPORT, judgements=(REPORT.judgements[0], REPORT.judgements[0]), findings=())
    numbers = [known_by.split(":")[1] for known_by in _prints(twice)]
    assert numbers == ["1", "1", "2", "2"]


def test_what_could_not_be_read_is_told() -> None:
    article = replace(REPORT.article, unavailable=Unavailable(Reason.EMPTY, "the file is empty"))
    (invocation,) = sarif(Report(article, REPORT.reading, (), ()))["runs"][0]["invocations"]
    assert invocation["toolExecutionNotifications"][0]["message"]["text"] == "could not be read: the file is empty"


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("posts/a b.md", "posts/a%20b.md"),
        ("/srv/posts/ä.md", "file:///srv/posts/%C3%A4.md"),
        ("javascript:alert(1)", "javascript%3Aalert%281%29"),
        ("a\nb?c#d.md", "a%0Ab%3Fc%23d.md"),
    ],
)
def test_a_path_is_a_path_and_nothing_else(path: str, uri: str) -> None:
    found = results(replace(REPORT, article=replace(REPORT.article, path=path)))
    assert found[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_words_make_no_link_and_no_control(words: str) -> None:
    """The schema forbids "](" in a message, which readers of SARIF take for a link."""
    text = json.dumps(sarif(hostile_report(words)), ensure_ascii=False)
    assert not BARE.search(text)
