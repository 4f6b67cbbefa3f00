"""Accepted findings: written, left out, told when new or unused, and merged."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from checker.cli import main
from checker.report.baseline import Accepted, parse, text_of

ROOT = Path(__file__).parents[2]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site of two articles with their captures, as the working folder."""
    for name in ("harbour-works", "street-lights"):
        shutil.copytree(ROOT / "fixtures" / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


HARBOUR, LIGHTS = "harbour-works/article.html", "street-lights/article.md"


def checker(*words: str) -> int:
    return main([*words, "--offline"])


def test_what_is_accepted_counts_no_more(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert checker("check", LIGHTS) == 1
    assert checker("baseline", "write", LIGHTS) == 0
    assert capsys.readouterr().out.endswith("checker-baseline.jsonl: 1 accepted, 1 of them new; 0 taken out\n")
    assert checker("check", LIGHTS, "--baseline", "checker-baseline.jsonl", "--format", "json") == 0
    printed = capsys.readouterr()
    report = json.loads(printed.out)
    assert report["summary"]["findings"] == {"error": 0, "warning": 0, "note": 1}
    assert report["quotations"][1]["verdict"] == "misattributed"
    assert printed.err == "checker: 1 finding that is accepted in checker-baseline.jsonl is not shown\n"


def test_a_line_has_neither_a_date_nor_a_place(site: Path) -> None:
    assert checker("baseline", "write", HARBOUR, LIGHTS) == 0
    lines = [json.loads(line) for line in (site / "checker-baseline.jsonl").read_text(encoding="utf-8").splitlines()]
    assert lines[0] == {
        "article": HARBOUR,
        "rule": "negation-changed",
        "words": "we will close the north quay before the herring season is over",
    }
    assert lines == sorted(lines, key=lambda line: (line["article"], line["rule"], line["words"]))


def test_it_holds_when_lines_move_and_from_another_folder(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert checker("baseline", "write", LIGHTS) == 0
    article = site / LIGHTS
    text = article.read_text(encoding="utf-8")
    article.write_text(text.replace("\n\n", "\n\n\n\n", 3).replace("“", '"').replace("”", '"'), encoding="utf-8")
    monkeypatch.chdir(site / "street-lights")
    assert checker("check", "article.md", "--baseline", "../checker-baseline.jsonl") == 0


def test_what_is_new_and_what_is_unused_is_told(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert checker("baseline", "write", HARBOUR, LIGHTS) == 0
    article = site / HARBOUR
    text = article.read_text(encoding="utf-8")
    article.write_text(
        text.replace("40 million", "41 million").replace("“We will close", "“We will not close"), encoding="utf-8"
    )
    capsys.readouterr()
    assert checker("baseline", "check", HARBOUR) == 1
    assert capsys.readouterr().out.splitlines() == [
        f"new     {HARBOUR}  number-changed  “the dredging will cost 41 million crowns over three years”",
        f"unused  {HARBOUR}  negation-changed  “we will close the north quay before the herring season is over”",
        f"unused  {HARBOUR}  number-changed  “the dredging will cost 40 million crowns over three years”",
    ]
    assert checker("baseline", "check", LIGHTS) == 0
    assert capsys.readouterr().out == ""


def test_writing_one_article_leaves_the_others(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert checker("baseline", "write", HARBOUR, LIGHTS) == 0
    whole = (site / "checker-baseline.jsonl").read_bytes()
    capsys.readouterr()
    assert checker("baseline", "write", LIGHTS) == 0
    assert "1 accepted, 0 of them new; 0 taken out" in capsys.readouterr().out
    assert (site / "checker-baseline.jsonl").read_bytes() == whole


def test_from_which_level_on(site: Path) -> None:
    counts = []
    for level in ("error", "warning", "note"):
        assert checker("baseline", "write", HARBOUR, "--fail-on", level, "--baseline", level) == 0
        counts.append(len((site / level).read_text(encoding="utf-8").splitlines()))
    assert counts[0] < counts[1] < counts[2]


def test_nothing_is_written_where_an_article_could_not_be_read(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert checker("baseline", "write", LIGHTS, "no-such-file.md") == 2
    assert "stays as it is" in capsys.readouterr().err
    assert not (site / "checker-baseline.jsonl").exists()


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (b"{}\n", "b:1: a line is {"),
        (b'{"article": "a", "rule": "r", "words": "w"}\n[]\n', "b:2: a line is {"),
        (b'{"article": "a", "rule": "r", "words": 1}\n', "b:1: a line is {"),
        (b"not json\n", "b:1: a line is {"),
        (b"[" * 100_000, "b:1: a line is {"),
        (b"\n<<<<<<< ours\n", "b:2: a merge left its marks"),
        (b"\xff\xfe", "b:1: it is not UTF-8"),
    ],
)
@pytest.mark.parametrize(
    "command", [["check", LIGHTS, "--baseline", "b"], ["baseline", "write", LIGHTS, "--baseline", "b"]]
)
def test_a_file_that_is_no_baseline(
    command: list[str], body: bytes, says: str, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / "b").write_bytes(body)
    assert checker(*command) == 2
    printed = capsys.readouterr()
    assert says in printed.err
    assert printed.out == ""
    assert (site / "b").read_bytes() == body


def test_a_file_that_is_not_there(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command in (["check", LIGHTS, "--baseline", "b"], ["baseline", "check", LIGHTS, "--baseline", "b"]):
        assert checker(*command) == 2
        assert "`checker baseline write` makes it" in capsys.readouterr().err


def accepted(*articles: str) -> frozenset[Accepted]:
    return frozenset(Accepted(article, rule, "we go") for article in articles for rule in ("absent", "typo"))


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
@pytest.mark.parametrize(
    ("ours", "theirs", "union"),
    [
        pytest.param(accepted("a", "c", "e"), accepted("c", "e", "g"), False, id="far apart"),
        pytest.param(accepted("c", "e", "f"), accepted("c", "e", "g"), True, id="in the same place"),
    ],
)
def test_two_branches_merge(
    tmp_path: Path, ours: frozenset[Accepted], theirs: frozenset[Accepted], union: bool
) -> None:
    """By git's own merge; at one and the same place with `merge=union`, as docs/baseline.md has it."""
    for name, entries in (("ours", ours), ("base", accepted("c", "e")), ("theirs", theirs)):
        (tmp_path / name).write_text(text_of(entries), encoding="utf-8")
    command = ["git", "merge-file", "-p", *(["--union"] if union else []), "ours", "base", "theirs"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, timeout=60)
    assert done.returncode == 0
    assert parse(done.stdout.decode("utf-8"), "merged") == ours | theirs


def test_reading_gives_what_was_written() -> None:
    entries = frozenset({Accepted("a\nb.md", "typo", "می خواهم"), Accepted("é", "r", ""), Accepted("\ud800", "r", "x")})
    assert parse(text_of(entries), "b") == entries
    assert parse("\ufeff" + text_of(entries) * 2 + "\n\n", "b") == entries
