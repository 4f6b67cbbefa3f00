"""`checker check --ledger`, `checker outlets record` and `checker ledger summary` together."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from checker.cli import main
from checker.cli.status import Status

ARTICLE = """\
“We will not leave the harbour before the ships have all come home,” Ines Brandt told Reuters.
"""
SAID = "Ines Brandt: We will not leave the harbour before the ships have all come home, I promise.\n"


@pytest.fixture
def article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "article.txt").write_text(ARTICLE, "utf-8")
    (tmp_path / "speech.txt").write_text(SAID, "utf-8")
    return tmp_path / "article.txt"


def checked(*more: str) -> int:
    return main(["check", "article.txt", "--offline", "--original", "speech.txt", "--ledger", "news.ledger", *more])


def test_what_was_checked_is_in_the_summary(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert checked() == checked() == Status.CLEAN, "the second time replaces the first"
    capsys.readouterr()
    assert main(["ledger", "summary", "news.ledger", "--format", "json"]) == Status.CLEAN
    (reuters, unknown) = json.loads(capsys.readouterr().out)["outlets"]
    assert (reuters["outlet"], reuters["credited"]["checked"]) == ("reuters-com", 0), "the speech is no page of Reuters"
    assert (unknown["name"], unknown["articles"], unknown["published"]["checked"]) == ("unknown publisher", 1, 1)
    assert unknown["faithful"] is None


def test_the_record_stands_in_the_profile_of_the_report(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    checked("--format", "json")
    (outlet,) = json.loads(capsys.readouterr().out)["outlets"]
    assert outlet["record"]["outlet"] == "reuters-com" and outlet["role"]["quotations"] == ["q1"]
    assert main(["outlets", "record", "Reuters", "--ledger", "news.ledger"]) == Status.CLEAN
    assert capsys.readouterr().out.startswith(" Reuters\n   quotes         nothing checked yet")


def test_without_the_option_nothing_is_remembered(article: Path) -> None:
    main(["check", "article.txt", "--offline"])
    assert sorted(path.name for path in article.parent.iterdir()) == ["article.txt", "speech.txt"]


def test_the_demonstration_is_never_remembered(article: Path) -> None:
    assert main(["check", "--demo", "--ledger", "demo.ledger", "--format", "json"]) == Status.CLEAN


def test_a_ledger_that_cannot_be_written_does_not_cost_the_report(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (article.parent / "news.ledger").write_text("a letter, and no ledger\n" * 50, "utf-8")
    assert checked() == Status.MISUSE
    printed = capsys.readouterr()
    assert "verbatim" in printed.out and "news.ledger: this file is no ledger; give another name" in printed.err


def test_outlets_of_ones_own_come_from_the_settings(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (article.parent / "checker.toml").write_text('[outlets]\nfile = "own.csv"\n', "utf-8")
    (article.parent / "own.csv").write_text("id,name\nquay,Quayside Evening Examiner\n", "utf-8")
    article.write_text(ARTICLE.replace("Reuters", "the Quayside Evening Examiner"), "utf-8")
    checked("--format", "json")
    (outlet,) = json.loads(capsys.readouterr().out)["outlets"]
    assert outlet["outlet_id"] == "quay"
    assert main(["outlets", "find", "the Quayside Evening Examiner said", "--format", "csv"]) == Status.CLEAN
    assert (
        capsys.readouterr().out
        == "outlet_id,name,start,end,ambiguous,candidates\nquay,Quayside Evening Examiner,4,29,false,\n"
    )


def test_a_wrong_file_of_ones_own_is_named_by_line(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (article.parent / "checker.toml").write_text('[outlets]\nfile = "own.csv"\n', "utf-8")
    (article.parent / "own.csv").write_text("id,name\nQuay!,Examiner\n", "utf-8")
    assert checked() == Status.MISUSE
    assert 'own.csv:2: "Quay!" is no id' in capsys.readouterr().err
