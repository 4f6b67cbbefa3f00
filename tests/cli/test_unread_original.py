"""An original that was handed over and cannot be read must not go unnoticed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from checker.cli import main

SAID = "“We will keep the ferry, whatever it costs the town,” Ines Brandt said."


@pytest.mark.parametrize(
    ("article", "options", "status"),
    [
        pytest.param(SAID, [], 3, id="quotations"),
        pytest.param(SAID, ["--allow-incomplete"], 0, id="allowed"),
        pytest.param("The ferry stays, says Олег.", [], 0, id="nothing to hold against it"),
    ],
)
def test_it_is_told_and_makes_the_run_incomplete(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], article: str, options: list[str], status: int
) -> None:
    (tmp_path / "a.txt").write_text(article, encoding="utf-8")
    (tmp_path / "talk.pdf").write_bytes(b"%PDF-1.7\nno more than that")
    given = str(tmp_path / "talk.pdf")
    run = ["check", str(tmp_path / "a.txt"), "--original", given, "--offline", "--format", "json", *options]
    assert main(run) == status
    printed = capsys.readouterr()
    assert f"{given}: nothing is held against this original: " in printed.err
    assert [one["path"] for one in json.loads(printed.out)["originals"]] == [given]
