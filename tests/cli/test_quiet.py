"""`-q`: the findings that count, a line each, and the last line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from checker.cli import main

ROOT = Path(__file__).parents[2]
PAGE = "fixtures/harbour-works/article.html"
POST = "fixtures/street-lights/article.md"


@pytest.fixture(autouse=True)
def at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def lines(capsys: pytest.CaptureFixture[str], *words: str) -> list[str]:
    main(["check", "--offline", "-q", *words])
    printed = capsys.readouterr()
    assert printed.err == ""
    return printed.out.splitlines()


def test_a_line_a_finding_and_the_last_line(capsys: pytest.CaptureFixture[str]) -> None:
    *findings, last = lines(capsys, PAGE)
    assert [re.match(r"[^:]+:\d+: (\w+): ([\w-]+): ", line).groups() for line in findings] == [  # type: ignore[union-attr]
        ("error", "negation-changed"),
        ("error", "number-changed"),
        ("warning", "words-changed"),
    ]
    assert last.startswith("7 quotations: 2 distorted")
    assert last.endswith("exit 1 (a finding at warning or above)")


def test_line_and_column_lead_to_the_words(capsys: pytest.CaptureFixture[str]) -> None:
    finding, _ = lines(capsys, POST)
    place = re.match(rf"{re.escape(POST)}:(\d+):(\d+): error: other-speaker: ", finding)
    assert place
    line = Path(POST).read_text(encoding="utf-8").splitlines()[int(place[1]) - 1]
    assert line[int(place[2]) - 2] in '“"'


@pytest.mark.parametrize(("fail_on", "number"), [("error", 2), ("warning", 3), ("note", 5), ("never", 0)])
def test_those_that_count(capsys: pytest.CaptureFixture[str], fail_on: str, number: int) -> None:
    *findings, _ = lines(capsys, PAGE, "--fail-on", fail_on)
    assert len([line for line in findings if ": outlet-unknown: " not in line]) == number


def test_one_last_line_for_several_articles(capsys: pytest.CaptureFixture[str]) -> None:
    *findings, last = lines(capsys, POST, PAGE)
    assert {line.partition(":")[0] for line in findings} == {POST, PAGE}
    assert last.startswith("2 articles, 11 quotations: ")


def test_an_article_that_cannot_be_read_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a\x1b[2J.txt"
    path.write_bytes(b"")
    first, last = lines(capsys, str(path))
    assert ": could not be read: " in first
    assert "\x1b" not in first
    assert "exit 3" in last


def test_quiet_and_verbose_exclude_each_other(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["check", POST, "-q", "-v"])
    assert "not allowed with" in capsys.readouterr().err
