"""`--format` and `--output`: every format comes out whole, into files whole or not at all."""

from __future__ import annotations

import json
import os
import stat
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from checker.cli import main
from checker.cli.output import FORMATS

ROOT = Path(__file__).parents[2]
FILES = Path(__file__).parent / "files"
ARTICLE = str(ROOT / "fixtures" / "harbour-works" / "article.html")
POST = str(ROOT / "fixtures" / "street-lights" / "article.md")


def well_formed(kind: str, text: str) -> None:
    """Parses what has a parser; the others must say something of the article."""
    if kind in ("json", "sarif", "annotations"):
        json.loads(text)
    elif kind == "jsonl":
        assert all(isinstance(json.loads(line), dict) for line in text.splitlines())
    elif kind == "junit":
        ET.fromstring(text)
    elif kind == "html":
        assert text.startswith("<!DOCTYPE html>")
        assert text.endswith("</html>\n")


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("paths", [[ARTICLE], [ARTICLE, POST]], ids=["one", "two"])
def test_the_file_has_what_standard_output_has(
    kind: str, paths: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "report"
    assert main(["check", "--offline", *paths, "--format", kind, "--output", f"{kind}:{target}"]) == 1
    printed = capsys.readouterr()
    text = target.read_text(encoding="utf-8")
    assert all(line.startswith("checker: hint: ") for line in printed.err.splitlines())
    assert text == printed.out
    assert "harbour" in text
    well_formed(kind, text)


@pytest.mark.parametrize("kind", FORMATS)
def test_two_runs_give_the_same_bytes(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--demo", "--format", kind]) == 0
    first = capsys.readouterr().out
    assert main(["check", "--demo", "--format", kind]) == 0
    assert capsys.readouterr().out == first
    assert str(ROOT) not in first


def test_several_files_in_one_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wanted = {kind: tmp_path / kind for kind in FORMATS}
    outputs = [word for kind, path in wanted.items() for word in ("--output", f"{kind}:{path}")]
    assert main(["check", "--offline", ARTICLE, *outputs]) == 1
    assert "✗ distorted" in capsys.readouterr().out
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(FORMATS)
    for kind, path in wanted.items():
        well_formed(kind, path.read_text(encoding="utf-8"))


def test_lines_are_those_of_the_file(tmp_path: Path) -> None:
    """In Markdown line and column, in HTML the line."""
    assert main(["check", "--offline", ARTICLE, POST, "--output", f"sarif:{tmp_path / 's'}"]) == 1
    results = json.loads((tmp_path / "s").read_text(encoding="utf-8"))["runs"][0]["results"]
    for result in results:
        if result["ruleId"] not in ("negation-changed", "other-speaker"):
            continue
        place = result["locations"][0]["physicalLocation"]
        path = ARTICLE if place["artifactLocation"]["uri"].endswith("html") else POST
        line = Path(path).read_text(encoding="utf-8").splitlines()[place["region"]["startLine"] - 1]
        assert result["properties"]["quotation"].split()[0] in line
        assert ("startColumn" in place["region"]) is path.endswith(".md")


@pytest.mark.parametrize("kind", [kind for kind in FORMATS if kind != "text"])
def test_of_an_article_that_could_not_be_opened_nothing_is_kept(
    kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "report"
    target.write_text("of the last run", encoding="utf-8")
    assert main(["check", "no-such-file.txt", "--format", kind, "--output", f"{kind}:{target}"]) == 2
    assert capsys.readouterr().out == ""
    assert target.read_text(encoding="utf-8") == "of the last run"
    assert [path.name for path in tmp_path.iterdir()] == ["report"]


@pytest.mark.parametrize("stopped", [KeyboardInterrupt, OSError], ids=["interrupted", "broken"])
def test_a_run_that_is_stopped_leaves_what_was_there(
    stopped: type[BaseException], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop(*_: object) -> None:
        raise stopped

    target = tmp_path / "report"
    target.write_text("of the last run", encoding="utf-8")
    monkeypatch.setattr("checker.cli.check.Output.add", stop)
    assert main(["check", "--offline", ARTICLE, "--output", f"html:{target}"]) in (4, 130)
    assert target.read_text(encoding="utf-8") == "of the last run"
    assert [path.name for path in tmp_path.iterdir()] == ["report"]


@pytest.mark.parametrize(
    ("output", "says"),
    [
        ("report.html", "write FORMAT:FILE"),
        ("pdf:report.pdf", "write FORMAT:FILE, where FORMAT is one of text, json"),
        ("html:", "write FORMAT:FILE"),
        ("html:.", "this is a folder"),
        ("html:no-such-folder/report.html", "no-such-folder/report.html: cannot be written"),
    ],
)
def test_an_output_that_can_t_be(
    output: str, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["check", "--offline", ARTICLE, "--output", "json:first.json", "--output", output]) == 2
    printed = capsys.readouterr()
    assert says in printed.err
    assert printed.out == ""
    assert list(tmp_path.iterdir()) == []


def test_nothing_that_is_read_and_nothing_written_is_written_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article = tmp_path / "a.txt"
    article.write_text("“We go,” he said.", encoding="utf-8")
    assert main(["check", str(article), "--output", f"html:{tmp_path / '.' / 'a.txt'}"]) == 2
    assert "is an article to check" in capsys.readouterr().err
    twice = [f"html:{tmp_path / 'r'}", f"json:{tmp_path / 'r'}"]
    assert main(["check", str(article), "--output", twice[0], "--output", twice[1]]) == 2
    assert "is written already" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_a_file_keeps_its_permissions_and_a_link_stays_one(tmp_path: Path) -> None:
    real, link, fresh = tmp_path / "real", tmp_path / "link", tmp_path / "fresh"
    real.write_text("old", encoding="utf-8")
    real.chmod(0o640)
    link.symlink_to(real)
    before = os.umask(0o022)
    try:
        main(["check", "--offline", ARTICLE, "--output", f"json:{link}", "--output", f"json:{fresh}"])
    finally:
        os.umask(before)
    assert link.is_symlink()
    assert json.loads(real.read_text(encoding="utf-8"))
    assert (stat.S_IMODE(real.stat().st_mode), stat.S_IMODE(fresh.stat().st_mode)) == (0o640, 0o644)


def test_a_device_is_written_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--offline", ARTICLE, "--output", "html:/dev/null"]) == 1
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)
