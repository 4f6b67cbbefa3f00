"""`checker corpus build` as a command: what it prints, what it names, how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import build_articles as made
import pytest

from checker.cli import main
from checker.cli.corpus.build import progress_line
from checker.cli.status import Status
from checker.corpus import workers
from checker.corpus.build import Built
from checker.corpus.tables import open_corpus


def test_what_was_read_is_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = made.lines(tmp_path / "some.jsonl", 3)
    assert main(["corpus", "build", str(lines), "--into", str(tmp_path / "c")]) == Status.CLEAN
    captured = capsys.readouterr()
    assert captured.out == "3 articles read, 6 quotations, 3 citations of outlets\n"
    assert captured.err == ""
    assert main(["corpus", "build", str(lines), "--into", str(tmp_path / "c")]) == Status.CLEAN
    assert "3 articles stored already" in capsys.readouterr().out


def test_what_is_left_out_is_named_at_once_and_in_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "some.jsonl"
    path.write_text("{no json \x1b[2J\n" * 25 + made.article(1), encoding="utf-8")
    assert main(["corpus", "build", str(path), "--into", str(tmp_path / "c")]) == Status.CLEAN
    captured = capsys.readouterr()
    assert captured.err.count("this line is no JSON") == 20
    assert "and 5 more, all of them in" in captured.err
    assert "\x1b" not in captured.err
    assert "25 left out: this line is no JSON" in captured.out
    listed = [json.loads(line) for line in (tmp_path / "c" / "left-out.jsonl").read_text().splitlines()]
    assert [one["where"] for one in listed] == [f"{path}:{number}" for number in range(1, 26)]
    path.write_text(made.article(1))
    main(["corpus", "build", str(path), "--into", str(tmp_path / "c")])
    assert not (tmp_path / "c" / "left-out.jsonl").exists()


def test_a_bug_in_one_article_is_named_and_the_rest_goes_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    real = workers.read_piece

    def broken(piece: workers.Piece, *more: object) -> object:
        if piece.where.endswith(":2"):
            raise RuntimeError("what nobody foresaw")
        return real(piece, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(workers, "read_piece", broken)
    lines = made.lines(tmp_path / "some.jsonl", 3)
    assert main(["corpus", "build", str(lines), "--into", str(tmp_path / "c")]) == Status.BUG
    assert "RuntimeError: what nobody foresaw" in capsys.readouterr().err
    assert open_corpus(tmp_path / "c").rows("articles") == 2


def test_ctrl_c_keeps_what_was_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "_ARTICLES", 1)
    real = workers.read_piece

    def interrupted(piece: workers.Piece, *more: object) -> object:
        if piece.where.endswith(":3"):
            raise KeyboardInterrupt
        return real(piece, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(workers, "read_piece", interrupted)
    lines = made.lines(tmp_path / "some.jsonl", 5)
    assert main(["corpus", "build", str(lines), "--into", str(tmp_path / "c")]) == Status.INTERRUPTED
    assert "interrupted" in capsys.readouterr().err
    assert open_corpus(tmp_path / "c").rows("articles") == 2


@pytest.mark.parametrize(
    ("words", "why"),
    [
        pytest.param(["nothing.jsonl", "--into", "c"], "there is no such file or folder", id="no input"),
        pytest.param(["empty", "--into", "c"], "no file of articles is in this folder", id="an empty folder"),
        pytest.param(
            ["empty", "--glob", "*.html", "--into", "c"], "called like *.html", id="a pattern that fits nothing"
        ),
        pytest.param(
            ["some.jsonl", "--into", "full"], "no corpus; give a new or an empty one", id="a folder of other things"
        ),
        pytest.param(["some.jsonl", "--into", "some.jsonl"], "nothing could be written", id="a file"),
    ],
)
def test_misuse_is_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, words: list[str], why: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "notes.txt").write_text("mine")
    made.lines(tmp_path / "some.jsonl", 1)
    assert main(["corpus", "build", *words]) == Status.MISUSE
    assert why in capsys.readouterr().err


@pytest.mark.parametrize(
    ("built", "seconds", "line"),
    [
        pytest.param(Built(), 0.1, "0 articles, 0 quotations", id="at the beginning"),
        pytest.param(
            Built(total=1000, reach=250, articles=90, quotations=400, same=10),
            10.0,
            "25%, 100 articles, 400 quotations, 10 articles a second, 30 s left",
            id="after a quarter",
        ),
        pytest.param(
            Built(total=10**9, reach=10**6, articles=1000, quotations=5000),
            100.0,
            "0%, 1,000 articles, 5,000 quotations, 10 articles a second, 27 h 45 min left",
            id="a long way",
        ),
    ],
)
def test_the_line_of_progress(built: Built, seconds: float, line: str) -> None:
    assert progress_line(built, seconds) == line
