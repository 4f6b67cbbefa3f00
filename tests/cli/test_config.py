"""`checker config`: every value with where it comes from."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from checker.cli import main
from checker.settings.kinds import KINDS

TEXT = """\
[fetch]
contact = "desk@paper.example"
seconds = 2.5
cache = "kept"
max-age = "14d"
allow-host = ["bücher.internal"]

[rules]
typo = "off"

[[ignore]]
rule = "absent"
words = "„Größe“"
reason = "as agreed"
until = 2999-01-31
"""


def rows(capsys: pytest.CaptureFixture[str]) -> dict[str, tuple[str, str]]:
    lines = [re.split(r" {2,}", line) for line in capsys.readouterr().out.splitlines()]
    return {name: (value, where) for name, value, where in lines}


def test_every_value_with_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "checker.toml").write_text(TEXT, encoding="utf-8")
    (tmp_path / "posts").mkdir()
    monkeypatch.chdir(tmp_path)
    assert main(["config", "posts"]) == 0
    shown = rows(capsys)
    file = (tmp_path.resolve() / "checker.toml").as_posix()
    assert shown.keys() > KINDS.keys()
    assert shown["fetch.contact"] == ('"desk@paper.example"', f"{file}:2")
    assert shown["fetch.seconds"] == ("2.5", f"{file}:3")
    assert shown["fetch.cache"] == (f'"{(tmp_path.resolve() / "kept").as_posix()}"', f"{file}:4")
    assert shown["fetch.max-age"] == ('"2w"', f"{file}:5")
    assert shown["fetch.allow-host"] == ('["bücher.internal"]', f"{file}:6")
    assert shown["fetch.hops"] == ("5", "unless set")
    assert shown["fetch.pdf-bytes"] == ("20971520", "unless set")
    assert shown["outlets.low"] == ("none", "unless set")
    assert shown["rules.typo"] == ('"off"', f"{file}:9")
    assert shown["rules.absent"][1] == "unless set"
    assert shown["ignore"] == ('rule "absent", words "„Größe“", until 2999-01-31: as agreed', f"{file}:11")


def test_without_a_file_the_defaults(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["config"]) == 0
    assert {where for _, where in rows(capsys).values()} == {"unless set"}


@pytest.mark.parametrize(
    ("words", "text", "says"),
    [
        pytest.param(
            ["config"], "[rules]\ntypoo = 'off'\n", "checker.toml:2: no rule is called 'typoo'", id="no such rule"
        ),
        pytest.param(["config"], "[fetch]\nhopps = 2\n", 'did you mean "fetch.hops"?', id="no such key"),
        pytest.param(["config", "nowhere"], "", "nowhere: there is no such file or folder", id="no such file"),
    ],
)
def test_what_is_wrong_is_said(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: list[str],
    text: str,
    says: str,
) -> None:
    (tmp_path / "checker.toml").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(words) == 2
    assert says in capsys.readouterr().err


def test_a_value_cannot_move_the_cursor(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "checker.toml").write_text('[[ignore]]\nrule = "typo"\nreason = "\\u001b[2J"\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["config"]) == 0
    assert "\x1b" not in capsys.readouterr().out
