"""The command line, case by case: every file in `cases/` is a command with what it prints and its exit status.

A case is its reason, the command after "$ ", and the sections "--- stdin", "--- stdout", "--- stderr", "--- status"; a
section that is left out is empty (status: 0). A line "..." stands for any lines. Commands run in `files/`.
After a wanted change run with CHECKER_CASES=write, and read what `git diff` shows.
"""

from __future__ import annotations

import io
import os
import re
import shlex
from dataclasses import dataclass
from pathlib import Path

import pytest

from checker.cli import main

HERE = Path(__file__).parent
CASES = sorted((HERE / "cases").glob("*.case"))


@dataclass(frozen=True)
class Case:
    about: str
    command: str
    stdin: str
    stdout: str
    stderr: str
    status: int

    @classmethod
    def parse(cls, text: str) -> Case:
        head, *rest = re.split(r"^--- (\w+)\n", text, flags=re.MULTILINE)
        about, command = head.split("\n$ ")
        sections = dict(zip(rest[::2], rest[1::2], strict=True))
        assert sections.keys() <= {"stdin", "stdout", "stderr", "status"}, sections.keys()
        texts = (sections.get(name, "") for name in ("stdin", "stdout", "stderr"))
        return cls(about, command.strip(), *texts, int(sections.get("status", "0")))

    def write(self) -> str:
        parts = [f"{self.about}\n$ {self.command}\n"]
        for name in ("stdin", "stdout", "stderr"):
            if getattr(self, name):
                parts.append(f"--- {name}\n{getattr(self, name)}")
        return "".join(parts) + (f"--- status\n{self.status}\n" if self.status else "")


def fits(pattern: str, text: str) -> bool:
    """Equal, line by line; "..." in the pattern stands for any lines."""
    regex = "".join(r"(?:.*\n)*" if line == "...\n" else re.escape(line) for line in pattern.splitlines(keepends=True))
    return re.fullmatch(regex, text) is not None


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_case(path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    case = Case.parse(path.read_text(encoding="utf-8"))
    name, *arguments = shlex.split(case.command)
    assert name == "checker"
    monkeypatch.chdir(HERE / "files")
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(case.stdin.encode()), encoding="utf-8"))
    try:
        status = main(arguments)
    except SystemExit as ended:
        assert isinstance(ended.code, int)
        status = ended.code
    printed = capsys.readouterr()
    if os.environ.get("CHECKER_CASES") == "write":
        got = Case(case.about, case.command, case.stdin, printed.out, printed.err, int(status))
        keep = fits(case.stdout, got.stdout) and fits(case.stderr, got.stderr) and status == case.status
        path.write_text(case.write() if keep else got.write(), encoding="utf-8")
        return
    assert status == case.status, printed.err
    if not fits(case.stdout, printed.out):
        assert printed.out == case.stdout
    if not fits(case.stderr, printed.err):
        assert printed.err == case.stderr


def test_the_cases_are_read_as_they_are_written() -> None:
    assert CASES
    for path in CASES:
        text = path.read_text(encoding="utf-8")
        assert Case.parse(text).write() == text, path.name


def test_every_file_of_the_cases_is_used() -> None:
    commands = "\n".join(path.read_text(encoding="utf-8") for path in CASES)
    for entry in (HERE / "files").iterdir():
        assert entry.name in commands, f"{entry.name}: no case uses it"
