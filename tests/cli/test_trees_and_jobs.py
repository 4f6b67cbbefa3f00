"""Whole trees of articles: what is found in them, several processes, and a run that is stopped."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from checker.cli import main
from checker.cli.desk import Desk
from checker.cli.output import FORMATS
from checker.cli.tree import articles_in
from checker.errors import UsageError
from checker.model import Report

ROOT = Path(__file__).parents[2]
EVERY = ["fixtures", "no-such-file.md", "--glob", "article.*", "--offline"]


def planted(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("“Grüße,” she said.\n", encoding="utf-8")


@pytest.mark.parametrize(
    ("globs", "found"),
    [
        pytest.param(["*.md"], ["a.md", "b.md", "2024/ä.md", "2024/05/c.md"], id="a name, at any depth"),
        pytest.param(["*.md", "*.html"], ["a.md", "b.md", "x.html", "2024/ä.md", "2024/05/c.md"], id="two patterns"),
        pytest.param(["2024/*.md"], ["2024/ä.md", "2024/05/c.md"], id="a path"),
        pytest.param(["*.MD"], ["UPPER.MD"], id="capitals count"),
        pytest.param(["a.md"], ["a.md"], id="a whole name"),
    ],
)
def test_what_is_an_article_in_a_folder(tmp_path: Path, globs: list[str], found: list[str]) -> None:
    planted(tmp_path, "b.md", "a.md", "x.html", "UPPER.MD", ".hidden.md", "2024/ä.md", "2024/05/c.md")
    planted(tmp_path, "captures/o.md", "2024/captures/o.md", ".git/o.md", "originals/o.md")
    expected = [str(tmp_path / name) for name in found]
    assert articles_in([str(tmp_path)], globs, [str(tmp_path / "originals")]) == expected


def test_files_keep_their_place_among_folders(tmp_path: Path) -> None:
    planted(tmp_path, "posts/b.md", "posts/a.md")
    folder = str(tmp_path / "posts")
    inside = [str(tmp_path / "posts" / name) for name in ("a.md", "b.md")]
    assert articles_in(["-", folder, "z.html"], ["*.md"], []) == ["-", *inside, "z.html"]


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pipes in folders there")
def test_links_and_pipes_in_a_tree(tmp_path: Path) -> None:
    planted(tmp_path, "posts/a.md", "elsewhere/b.md")
    (tmp_path / "posts" / "up").symlink_to("..")
    (tmp_path / "posts" / "elsewhere").symlink_to("../elsewhere")
    (tmp_path / "posts" / "linked.md").symlink_to("../elsewhere/b.md")
    (tmp_path / "posts" / "nowhere.md").symlink_to("no-such-file.md")
    os.mkfifo(tmp_path / "posts" / "pipe.md")
    expected = [str(tmp_path / "posts" / name) for name in ("a.md", "linked.md", "nowhere.md")]
    assert articles_in([str(tmp_path / "posts")], ["*.md"], []) == expected


@pytest.mark.parametrize(
    ("paths", "globs", "says"),
    [(["."], ["*.nothing"], "no file in this folder is called like"), (["a.md"], ["*.md"], "name a folder")],
    ids=["nothing fits", "no folder"],
)
def test_a_slip_is_no_clean_run(paths: list[str], globs: list[str], says: str) -> None:
    with pytest.raises(UsageError, match=says):
        articles_in(paths, globs, [])


@pytest.mark.parametrize("kind", FORMATS)
def test_the_same_output_for_any_number_of_jobs(
    kind: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    runs = []
    for jobs in ("1", "2"):
        status = main(["check", *EVERY, "--format", kind, "--jobs", jobs])
        runs.append((status, *capsys.readouterr()))
    assert runs[0] == runs[1]
    assert runs[0][0] == 2
    assert "no-such-file.md: there is no such file" in runs[0][2]


def test_the_order_does_not_hang_on_the_process() -> None:
    """An outlet that one rater lists twice on one day: a set would have them in another order in every process."""
    command = [sys.executable, "-m", "checker", "outlets", "show", "globaltimes.cn", "--format", "json"]
    printed = {
        subprocess.run(
            command, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in "1234"
    }
    assert len(printed) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a second process does not have the change made here")
def test_a_process_that_is_killed_is_told_for_every_article(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(Desk, "report_on", lambda *_: os._exit(9))
    paths = [str(ROOT / "fixtures" / "street-lights" / "article.md")] * 12
    assert main(["check", *paths, "--offline", "--jobs", "2", "--format", "jsonl"]) == 4
    printed = capsys.readouterr()
    assert (printed.out, printed.err.count("this is a bug in checker")) == ("", 12)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        pytest.param(["a.md", "--jobs", "2"], "--jobs needs --offline", id="from the web"),
        pytest.param(["a.md", "--jobs", "0", "--offline"], 'a whole number from 1 to 256, not "0"', id="none"),
        pytest.param(["a.md", "--jobs", "two", "--offline"], "a whole number", id="a word"),
        pytest.param(["a.md", "--jobs", "٢", "--offline"], "a whole number", id="other digits"),
    ],
)
def test_a_number_of_jobs_that_is_none(words: list[str], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    try:
        status = main(["check", *words])
    except SystemExit as stopped:  # argparse
        status = int(str(stopped.code))
    assert status == 2
    assert says in capsys.readouterr().err


@pytest.mark.parametrize("kind", ["json", "sarif", "text", "jsonl"])
def test_a_run_that_is_stopped_keeps_what_is_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    for name in ("a", "b", "c"):
        shutil.copytree(ROOT / "fixtures" / "street-lights", tmp_path / name)
    monkeypatch.chdir(tmp_path)
    whole = Desk.report_on

    def stopped_at_the_third(desk: Desk, path: str) -> Report:
        if path.startswith("c"):
            raise KeyboardInterrupt
        return whole(desk, path)

    monkeypatch.setattr(Desk, "report_on", stopped_at_the_third)
    paths = [f"{name}/article.md" for name in ("a", "b", "c")]
    (tmp_path / "before.json").write_text("before", encoding="utf-8")
    assert main(["check", *paths, "--offline", "--format", kind, "--output", "json:before.json"]) == 130
    printed = capsys.readouterr()
    assert printed.err == "checker: interrupted after 2 of 3 articles\n"
    assert (tmp_path / "before.json").read_text(encoding="utf-8") == "before"
    if kind == "json":
        assert [report["article"]["path"] for report in json.loads(printed.out)] == paths[:2]
    elif kind == "sarif":
        assert json.loads(printed.out)["runs"][0]["results"]
    elif kind == "jsonl":
        assert len([json.loads(line) for line in printed.out.splitlines()]) == 2
    else:
        assert printed.out.endswith("exit 130 (interrupted)\n")


def test_the_settings_of_the_folder_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(ROOT / "fixtures" / "street-lights", tmp_path / "posts")
    (tmp_path / "posts" / "checker.toml").write_text('[rules]\n"other-speaker" = "off"\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["check", "posts", "--glob", "*.md", "--offline", "--format", "jsonl"]) == 0
    assert main(["baseline", "write", "posts", "--glob", "*.md", "--offline"]) == 0
    assert capsys.readouterr().out.endswith("0 accepted, 0 of them new; 0 taken out\n")
