"""`checker check --corpus` as a command: in every format, by several processes, and without what it needs."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from corpus_rows import WORDS, at, corpus_of, place

from checker.cli import main
from checker.cli.output import FORMATS
from checker.cli.status import Status

EVIL = "<script>alert(1)</script>\x1b[2J\u202e"
ARTICLE = f"---\ntitle: The quay\ndate: 2024-05-08\npublisher: CNN\n---\n\nThe quay will be closed. “{WORDS},” Mara Lind said.\n"


@pytest.fixture
def article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    told = {"cited_name": EVIL, "cited_basis": "same-sentence", "relation": "told"}
    evil = place(f"{EVIL}-1", EVIL, at(8), f"{WORDS} {EVIL}", **told)
    corpus_of(tmp_path / "c", evil, place("2", "b.example", at(9)))
    (tmp_path / "a.md").write_text(ARTICLE, encoding="utf-8")
    return "a.md"


@pytest.mark.parametrize("kind", FORMATS)
def test_every_format_has_the_findings_and_obeys_nothing(
    article: str, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["check", article, "--offline", "--corpus", "c", "--format", kind, "--fail-on", "never"])
    printed = capsys.readouterr().out
    assert not {"\x1b", "\u202e"} & set(printed)
    if kind in ("html", "markdown"):
        assert "<script>alert(1)</script>" not in printed
    if kind != "markdown":  # which leaves notes out
        assert "lifted" in printed


def test_notes_do_not_fail_a_run(article: str) -> None:
    assert main(["check", article, "--offline", "--corpus", "c"]) == Status.CLEAN
    assert main(["check", article, "--offline", "--corpus", "c", "--fail-on", "note"]) == Status.FINDINGS


def test_a_rule_is_switched_off_as_any_other(article: str, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", article, "--offline", "--corpus", "c", "--ignore", "lifted", "--format", "json"])
    form = json.loads(capsys.readouterr().out)
    assert [one["rule"] for one in form["quotations"][0]["findings"]] == ["found-elsewhere", "uncited"]


def test_several_processes_say_the_same(article: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "b.md").write_text(ARTICLE, encoding="utf-8")
    words = ["check", article, "b.md", "--offline", "--corpus", "c", "--format", "json"]
    main(words)
    alone = capsys.readouterr().out
    main([*words, "--jobs", "2"])
    assert capsys.readouterr().out == alone


def test_a_folder_that_is_no_corpus_is_a_sentence(article: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", article, "--offline", "--corpus", "nothing"]) == Status.MISUSE
    assert "there is no corpus here" in capsys.readouterr().err


def test_without_the_extra_a_sentence_says_so(
    article: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    assert main(["check", article, "--offline", "--corpus", "c"]) == Status.MISUSE
    assert 'needs the extra "corpus"' in capsys.readouterr().err
    assert main(["corpus", "show", "c", WORDS]) == Status.MISUSE
    assert 'needs the extra "corpus"' in capsys.readouterr().err
