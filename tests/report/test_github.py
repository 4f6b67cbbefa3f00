"""Workflow commands: one line a finding, and nothing foreign begins a line or ends a property."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from ferry_report import REPORT
from hostile_report import BARE, HOSTILE, hostile_report

from checker.model import Level, Reason, Report, Unavailable
from checker.report.github import GithubReport

COMMAND = re.compile(r"::(error|warning|notice) ((?:\w+=[^:,\r\n]*)(?:,\w+=[^:,\r\n]*)*)::([^\r\n]*)")


def lines(report: Report) -> list[str]:
    writer = GithubReport(lambda article: None)
    return (writer.start() + writer.report(report) + writer.end()).splitlines(keepends=True)


def test_a_line_a_finding_with_its_place() -> None:
    found = lines(REPORT)
    assert found[0] == (
        "::error file=ferry.txt,line=4,endLine=4,col=2,endColumn=60,title=distorted%3A negation-changed"
        "::the original says “will not sell”; the article leaves out “not”\n"
    )
    assert len(found) == len(REPORT.all_findings())
    assert [line.split(" ")[0] for line in found] == [
        "::error",
        "::notice",
        "::warning",
        "::notice",
        "::notice",
        "::notice",
    ]


@pytest.mark.parametrize(
    ("text", "printed"), [("100%", "100%25"), ("a\nb", "a%0Ab"), ("a\r\nb", "a%0Ab"), ("a: b, c", "a: b, c")]
)
def test_the_escaping_of_a_message(text: str, printed: str) -> None:
    finding = replace(REPORT.findings[0], message=text)
    assert lines(replace(REPORT, judgements=(), findings=(finding,)))[0].endswith(f"::{printed}\n")


def test_the_escaping_of_a_property() -> None:
    report = replace(REPORT, article=replace(REPORT.article, path="a,b:c%d.txt"))
    assert lines(report)[0].startswith("::error file=a%2Cb%3Ac%25d.txt,line=4,")


def test_an_article_that_could_not_be_read_is_a_warning() -> None:
    article = replace(REPORT.article, unavailable=Unavailable(Reason.EMPTY, "the file is empty"))
    assert lines(Report(article, REPORT.reading, (), ())) == [
        "::warning file=ferry.txt,title=checker::could not be read: the file is empty\n"
    ]


@pytest.mark.parametrize("level", list(Level))
@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE.keys())
def test_every_line_is_one_command(words: str, level: Level) -> None:
    found = lines(hostile_report(words, level=level))
    assert len(found) == 2
    for line in found:
        assert COMMAND.fullmatch(line.rstrip("\n")), line
        assert not BARE.search(line)
