"""JUnit XML, as build servers read it."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest
from ferry_report import REPORT
from hostile_report import HOSTILE, hostile_report

from checker.model import Reason, Report, Unavailable
from checker.report.junit import JunitReport


def suites(*reports: Report, fail_on: str = "warning") -> list[ET.Element]:
    writer = JunitReport(fail_on, lambda article: None)
    return list(ET.fromstring((writer.start() + "".join(map(writer.report, reports)) + writer.end()).encode()))


def outcome(case: ET.Element) -> str:
    return next((child.tag for child in case if child.tag != "system-out"), "passed")


def test_a_case_a_quotation_and_one_for_the_article() -> None:
    (suite,) = suites(REPORT)
    assert [outcome(case) for case in suite] == [
        "failure",
        "passed",
        "failure",
        "skipped",
        "skipped",
        "passed",
        "passed",
    ]
    assert {key: suite.get(key) for key in ("tests", "failures", "errors", "skipped")} == {
        "tests": "7",
        "failures": "2",
        "errors": "0",
        "skipped": "2",
    }
    first = suite[0]
    assert first.get("classname") == "ferry.txt"
    assert first[0].get("message") == "distorted: negation-changed"
    assert (
        first[0].text
        == "ferry.txt:4\nerror negation-changed: the original says “will not sell”; the article leaves out “not”"
    )
    assert (
        first[1].text == "ferry.txt:4\nnote found-elsewhere: another outlet has other words: “We shall keep every boat”"
    )


@pytest.mark.parametrize(("fail_on", "failures"), [("error", "1"), ("warning", "2"), ("note", "5"), ("never", "0")])
def test_what_fails_is_what_fails_the_run(fail_on: str, failures: str) -> None:
    assert suites(REPORT, fail_on=fail_on)[0].get("failures") == failures


def test_an_article_that_could_not_be_read_is_skipped() -> None:
    article = replace(REPORT.article, unavailable=Unavailable(Reason.EMPTY, "the file is empty"))
    (suite,) = suites(Report(article, REPORT.reading, (), ()))
    assert suite[0][0].get("message") == "the file is empty"


def test_several_articles_are_several_suites() -> None:
    assert [suite.get("name") for suite in suites(REPORT, REPORT)] == ["ferry.txt", "ferry.txt"]
    assert suites() == []


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_words_are_text(words: str) -> None:
    """It can be parsed, which says that no character is in it that XML can't hold, and has the same shape."""
    (suite,) = suites(hostile_report(words))
    assert [(one.tag, sorted(one.keys())) for one in suite.iter()] == [
        (one.tag, sorted(one.keys())) for one in suites(hostile_report("plain"))[0].iter()
    ]


# What the schema of Jenkins' xUnit plugin (junit-10.xsd) lets stand; it refuses a report with anything else.
ALLOWED = {
    "testsuites": ({"testsuite"}, {"name", "time", "tests", "failures", "errors"}),
    "testsuite": ({"testcase", "properties", "system-out"}, {"name", "file", "tests", "failures", "errors", "skipped"}),
    "testcase": ({"failure", "error", "skipped", "system-out"}, {"name", "classname", "time", "group"}),
    "failure": (set(), {"type", "message"}),
    "skipped": (set(), {"type", "message"}),
    "system-out": (set(), set()),
}


@pytest.mark.parametrize(
    "report", [REPORT, hostile_report("".join(HOSTILE.values()))], ids=["every kind of line", "hostile"]
)
def test_nothing_that_the_strictest_reader_refuses(report: Report) -> None:
    writer = JunitReport("note", lambda article: None)
    tree = ET.fromstring((writer.start() + writer.report(report) + writer.end()).encode())
    for element in tree.iter():
        children, attributes = ALLOWED[element.tag]
        assert {child.tag for child in element} <= children
        assert set(element.keys()) <= attributes
    for suite in tree:
        assert set(suite.keys()) >= {"name", "tests", "failures", "errors"}
