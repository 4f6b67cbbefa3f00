"""What the documentation says is run, and what the program has is documented."""

from __future__ import annotations

import argparse
import contextlib
import doctest
import importlib
import io
import re
import shlex
from pathlib import Path

import pytest

from checker.cli import COMMANDS, build_parser, main
from checker.cli.status import Status
from checker.model import EditOp, Level, QuotationKind, Tie, Verdict

ROOT = Path(__file__).parents[1]
PAGES = [
    ROOT / "README.md",
    ROOT / "CHANGELOG.md",
    ROOT / "fixtures" / "README.md",
    *sorted((ROOT / "docs").rglob("*.md")),
]
README = (ROOT / "README.md").read_text(encoding="utf-8")
MODULES = sorted(path.relative_to(ROOT).with_suffix("") for path in (ROOT / "checker").rglob("*.py"))


def blocks(page: str, language: str) -> list[str]:
    """The fenced blocks of one language, in order."""
    return re.findall(rf"^```{language}\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)


def commands(page: str) -> list[str]:
    """Every `checker …` line of the sh blocks and consoles, without its remark."""
    lines = "\n".join(blocks(page, "sh") + blocks(page, "console")).splitlines()
    found = [line.split("  #")[0].strip().removeprefix("$ ") for line in lines]
    return [line for line in found if line.startswith("checker ")]


def output_of(command: str, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(ROOT)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        main(shlex.split(command)[1:])
    return printed.getvalue()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_leads_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8")):
        if not target.startswith(("https://", "http://")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"


def anchors(page: str) -> set[str]:
    """The headings of a page as GitHub names them."""
    headings = re.findall(r"^#+ (.+)$", page, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_into_a_page_meets_a_heading(page: Path) -> None:
    for target, anchor in re.findall(r"\]\(([^)#\s]*)#([^)\s]+)\)", page.read_text(encoding="utf-8")):
        if not target.startswith(("https://", "http://")):
            other = (page.parent / target) if target else page
            assert anchor in anchors(other.read_text(encoding="utf-8")), f"{page.name} links to {target}#{anchor}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_command_shown_is_one_that_the_program_takes(page: Path) -> None:
    for command in commands(page.read_text(encoding="utf-8")):
        words = shlex.split(command.split(" < ")[0].split(" > ")[0])[1:]
        assert build_parser(words).parse_args(words).command in COMMANDS


def test_the_readme_shows_what_is_really_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    (console,) = blocks(README, "console")
    command, _, shown = console.removeprefix("$ ").partition("\n")
    regex = "".join(r"(?:.*\n)*" if line == "...\n" else re.escape(line) for line in shown.splitlines(keepends=True))
    printed = output_of(command, monkeypatch)
    if not re.fullmatch(regex, printed):
        assert shown == printed


def test_the_library_example_of_the_readme_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    (example,) = blocks(README, "python")
    monkeypatch.chdir(ROOT)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(example, {})
    assert "distorted We will close the north quay" in printed.getvalue()


def test_the_two_commands_are_at_the_top() -> None:
    install, test = (block.strip() for block in blocks(README, "sh")[:2])
    assert install.startswith("python3 -m venv")
    assert install.endswith("checker check --demo")
    assert test.endswith("-m pytest")
    assert README.index(test) < 1000


@pytest.mark.parametrize("verdict", list(Verdict))
def test_every_verdict_is_explained(verdict: Verdict) -> None:
    assert f"| `{verdict}` |" in README
    assert f"`{verdict}` – " in (ROOT / "docs" / "verdicts.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("word", [*Tie, *Level, *EditOp, *QuotationKind])
def test_every_word_of_the_reports_is_documented(word: str) -> None:
    assert f"`{word}`" in "".join(page.read_text(encoding="utf-8") for page in (ROOT / "docs").glob("*.md"))


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_is_documented_with_its_command(command: str) -> None:
    page = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    section = page.split(f"## checker {command}\n")[1].split("\n## ")[0]
    parser = build_parser([command])
    (subparsers,) = (action for action in parser._actions if isinstance(action, argparse._SubParsersAction))
    for action in subparsers.choices[command]._actions:
        for option in action.option_strings:
            assert option in ("-h", "--help") or f"`{option}" in section, f"{command} {option}"


@pytest.mark.parametrize("status", [status for status in Status if status is not Status.CLEAN])
def test_every_exit_status_is_documented(status: Status) -> None:
    assert f"| {status.value} |" in (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")


def test_every_field_of_the_json_is_documented() -> None:
    import ast

    page = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8").split("## The JSON")[1]
    tree = ast.parse((ROOT / "checker" / "report" / "jsonform.py").read_text(encoding="utf-8"))
    keys = {
        key.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Dict)
        for key in node.keys
        if isinstance(key, ast.Constant)
    }
    assert keys
    assert not {key for key in keys if f"`{key}`" not in page}


@pytest.mark.parametrize("module", MODULES, ids=lambda module: ".".join(module.parts))
def test_the_examples_in_the_code_are_right(module: Path) -> None:
    if module.name == "__main__":
        return
    name = ".".join(module.parts).removesuffix(".__init__")
    result = doctest.testmod(importlib.import_module(name))
    assert result.failed == 0


def test_the_changelog_has_the_version() -> None:
    from checker.version import __version__

    assert f"## {__version__} " in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
