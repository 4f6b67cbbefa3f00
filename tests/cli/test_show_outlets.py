"""`checker show` reads an article with the outlets of its own project."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from checker.cli import main


@pytest.mark.parametrize(
    ("settings", "ids"),
    [
        pytest.param("", [], id="the shipped registry alone"),
        pytest.param('[outlets]\nfile = "own.csv"\n', ["island-gazette"], id="with a file of one's own"),
    ],
)
def test_outlets_of_the_project_are_known(
    settings: str, ids: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "checker.toml").write_text(settings, encoding="utf-8")
    (tmp_path / "own.csv").write_text("id,name\nisland-gazette,The Île Gazette\n", encoding="utf-8")
    article = tmp_path / "article.txt"
    article.write_text("“We keep the boats,” Nadia Brandt told The Île Gazette on Monday.\n", encoding="utf-8")
    assert main(["show", "citations", str(article), "--format", "json"]) == 0
    shown = json.loads(capsys.readouterr().out)["citations"]
    assert [citation["outlet_id"] for citation in shown] == ids
