"""Levels by folder: `[per-file-rules."archive/*"]`."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from checker.cli import main

ROOT = Path(__file__).parents[2]
SETTINGS = """\
[rules]
other-speaker = "warning"

[per-file-rules."archive/*"]
other-speaker = "note"

[per-file-rules."archive/2019/*.md"]
other-speaker = "off"
"""


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for folder in ("posts", "archive", "archive/2019"):
        (tmp_path / folder).mkdir()
        shutil.copy(ROOT / "fixtures" / "street-lights" / "article.md", tmp_path / folder / "post.md")
    shutil.copytree(ROOT / "fixtures" / "street-lights" / "captures", tmp_path / "originals")
    (tmp_path / "checker.toml").write_text(SETTINGS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def levels(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, str | None]:
    main(["check", ".", "--glob", "*.md", "--captures", "originals", "--offline", "--format", "jsonl", *words])
    found: dict[str, str | None] = {}
    for line in capsys.readouterr().out.splitlines():
        report = json.loads(line)
        told = [f for quotation in report["quotations"] for f in quotation["findings"] if f["rule"] == "other-speaker"]
        found[report["article"]["path"]] = told[0]["level"] if told else None
    return found


def test_the_last_pattern_that_fits_counts(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert levels(capsys) == {"archive/2019/post.md": None, "archive/post.md": "note", "posts/post.md": "warning"}


def test_wherever_the_run_begins(
    site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(site / "archive")
    main(["check", "post.md", "--captures", "../originals", "--offline", "--fail-on", "note", "-q"])
    assert "note: other-speaker" in capsys.readouterr().out


def test_the_command_line_comes_first(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert set(levels(capsys, "--ignore", "other-speaker").values()) == {None}
    selected = levels(capsys, "--select", "other-speaker")
    assert selected["archive/2019/post.md"] == "error"  # on again, as it stands
    assert selected["archive/post.md"] == "note"


def test_they_move_no_verdict_and_count_for_the_status(site: Path) -> None:
    assert main(["check", "archive/post.md", "--captures", "originals", "--offline"]) == 0
    assert main(["check", "posts/post.md", "--captures", "originals", "--offline"]) == 1


def test_the_configuration_shows_what_holds_for_an_article(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["config", "archive/2019/post.md"]) == 0
    (line,) = [line for line in capsys.readouterr().out.splitlines() if line.startswith("rules.other-speaker")]
    assert '"off"' in line
    assert line.endswith("checker.toml:8")


def test_the_configuration_of_a_folder_lists_them(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["config"]) == 0
    printed = capsys.readouterr().out
    assert 'per-file-rules."archive/*".other-speaker' in printed
    assert 'per-file-rules."archive/2019/*.md".other-speaker' in printed


def test_an_unknown_rule_is_named_with_its_line(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "checker.toml").write_text('[per-file-rules."a/*.md"]\n\nother-speker = "off"\n', encoding="utf-8")
    assert main(["check", "posts/post.md", "--offline"]) == 2
    assert "checker.toml:3: no rule is called 'other-speker'; did you mean 'other-speaker'?" in capsys.readouterr().err
