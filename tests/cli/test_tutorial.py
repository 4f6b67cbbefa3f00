"""The path of `docs/tutorial.md`, walked: a folder of posts, red, and green once what is known is accepted."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from checker.cli import main

ROOT = Path(__file__).parents[2]
TUTORIAL = (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")
COMMANDS = [
    line
    for block in re.findall(r"^```sh\n(.*?)^```$", TUTORIAL, re.MULTILINE | re.DOTALL)
    for line in block.splitlines()
]


@pytest.fixture(autouse=True)
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "posts").mkdir()
    shutil.copy(ROOT / "fixtures" / "street-lights" / "article.md", tmp_path / "posts" / "lights.md")
    (tmp_path / "posts" / "thoughts.md").write_text("Nobody is quoted here.\n", encoding="utf-8")
    shutil.copytree(ROOT / "fixtures" / "street-lights" / "captures", tmp_path / "captures")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def with_words(*words: str) -> str:
    (command,) = [line for line in COMMANDS if all(word in line for word in words)]
    return command


def run(command: str) -> int:
    return main(shlex.split(command)[1:])


def test_from_red_to_green_and_red_again(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    check, accept, again = with_words("-q"), with_words("baseline write"), with_words("--baseline")
    assert run(check) == 1
    assert "posts/lights.md:9:" in capsys.readouterr().out
    assert run(accept) == 0
    assert run(again) == 0
    post = site / "posts" / "lights.md"
    written = post.read_text(encoding="utf-8")
    assert "\neleven broken lamps" in written
    post.write_text(written.replace("\neleven broken lamps", "\ntwelve broken lamps"), encoding="utf-8")
    accepted = (site / "checker-baseline.jsonl").read_text(encoding="utf-8")
    assert '"article": "posts/lights.md"' in accepted
    capsys.readouterr()
    assert run(again) == 1
    assert "number-changed" in capsys.readouterr().out
    assert (site / "checker-baseline.jsonl").read_text(encoding="utf-8") == accepted


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        pytest.param(["posts"], 2, "this is a folder; --glob '*.md' checks the files in it", id="a folder"),
        pytest.param(["postss/lights.md"], 2, "there is no such file; check the spelling", id="a wrong path"),
        pytest.param(["posts/lights.md", "--captures", "kept"], 2, "check its name", id="no such captures"),
        pytest.param(["posts/thoughts.md"], 0, "hint: no quotation was found in posts/thoughts.md", id="no quotation"),
        pytest.param(
            ["posts/lights.md"], 3, "hint: no original is at hand; `checker capture ARTICLE --into captures`", id="none"
        ),
        pytest.param(
            ["posts", "--glob", "*.markdown"],
            2,
            "no file in this folder is called like *.markdown",
            id="a wrong pattern",
        ),
    ],
)
def test_the_first_slips_each_get_a_sentence_and_the_next_step(
    words: list[str], status: int, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", *words, "--offline"]) == status
    told = capsys.readouterr().err
    assert says in told
    assert len(told.splitlines()) == 1
