"""The command as a process: streams, signals, locale, and that nothing is imported or opened without need."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from checker.cli import main
from checker.cli.terminal import Terminal

ROOT = Path(__file__).parents[2]
FILES = Path(__file__).parent / "files"


def checker(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "checker", *arguments],
        capture_output=True,
        cwd=FILES,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        timeout=120,
    )


def test_the_same_captures_give_the_same_bytes() -> None:
    for form in ("text", "json"):
        first = checker("check", "draft.md", "--original", "interview.txt", "--format", form, PYTHONHASHSEED="1")
        second = checker("check", "draft.md", "--original", "interview.txt", "--format", form, PYTHONHASHSEED="2")
        assert first.stdout
        assert first.stdout == second.stdout


def test_the_demonstration_gives_the_same_bytes_from_every_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In every format, and with the status 0."""
    for form in ("text", "json", "jsonl"):
        monkeypatch.chdir(ROOT)
        assert main(["check", "--demo", "--format", form]) == 0
        here = capsys.readouterr().out
        monkeypatch.chdir(tmp_path)
        assert main(["check", "--demo", "--format", form]) == 0
        assert capsys.readouterr().out == here
        assert str(ROOT) not in here


def test_standard_output_is_utf_8_whatever_the_locale() -> None:
    done = checker("check", "kept/article.txt", LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert "“We will keep every boat,”".encode() in done.stdout


def test_without_a_terminal_there_is_no_colour() -> None:
    assert b"\x1b" not in checker("check", "draft.md", "--original", "interview.txt").stdout


@pytest.mark.parametrize(
    ("on_a_terminal", "environment", "colour"),
    [
        (True, {"TERM": "xterm"}, True),
        (True, {"TERM": "xterm", "NO_COLOR": "1"}, False),
        (True, {"TERM": "xterm", "NO_COLOR": ""}, True),
        (True, {"TERM": "dumb"}, False),
        (False, {"TERM": "xterm"}, False),
    ],
)
def test_when_there_is_colour(
    on_a_terminal: bool, environment: dict[str, str], colour: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.stdout.isatty", lambda: on_a_terminal, raising=False)
    assert Terminal.of_this_process().colour is colour


@pytest.mark.parametrize(("columns", "width"), [("72", 72), ("300", 120)])
def test_the_report_is_as_wide_as_the_terminal_but_not_wider_than_a_page(
    columns: str, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    assert Terminal.of_this_process().width == width


def test_a_reader_that_goes_away_is_no_error() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "checker", "check", "draft.md", "draft.md", "--original", "interview.txt"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=FILES,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert process.stdout
    assert process.stderr
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait(timeout=120) == 1


def test_an_interrupt_ends_with_130(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("checker.cli.desk.check", lambda *_, **__: signal.raise_signal(signal.SIGINT))
    assert main(["check", str(FILES / "draft.md")]) == 130
    assert capsys.readouterr() == ("", "checker: interrupted\n")


def test_a_bug_gets_a_sentence_and_does_not_stop_the_other_articles(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import checker.cli.desk as module

    real, seen = module.check, []

    def falters(*arguments: object, **options: object) -> object:
        seen.append(arguments)
        if len(seen) == 1:
            raise ZeroDivisionError("\x1b[31mdivision")
        return real(*arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "check", falters)
    monkeypatch.delenv("CHECKER_TRACEBACK", raising=False)
    paths = [str(FILES / "draft.md"), str(FILES / "no-quotations.txt")]
    assert main(["check", *paths, "--format", "jsonl"]) == 4
    printed = capsys.readouterr()
    assert json.loads(printed.out)["article"]["path"].endswith("no-quotations.txt")
    assert "bug in checker" in printed.err
    assert "Traceback" not in printed.err
    assert "\x1b" not in printed.err
    seen.clear()
    monkeypatch.setenv("CHECKER_TRACEBACK", "1")
    assert main(["check", *paths]) == 4
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_offline_opens_no_socket(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr("socket.socket", refused)
    monkeypatch.setattr("socket.create_connection", refused)
    monkeypatch.setattr("socket.getaddrinfo", refused)
    article = ROOT / "fixtures" / "harbour-works" / "article.html"
    assert main(["check", str(article), "--offline", "--format", "json"]) == 1


def test_help_imports_nothing_that_is_heavy() -> None:
    code = (
        "import sys\n"
        "from checker.cli import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit:\n    pass\n"
        "heavy = {'bs4', 'lxml', 'rapidfuzz', 'requests', 'yaml', 'markdown_it', 'charset_normalizer', 'json'}\n"
        "sys.exit(' '.join(sorted(heavy & sys.modules.keys())) or 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, cwd=ROOT, timeout=120)
    assert (done.returncode, done.stderr) == (0, b"")
    for command in (b"check", b"show", b"compare", b"exit status"):
        assert command in done.stdout


def test_the_package_imports_nothing_until_a_name_is_used() -> None:
    code = "import sys, checker; sys.exit(sum(name.startswith('checker.') for name in sys.modules) != 1)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, timeout=120).returncode == 0


def test_every_public_name_can_be_had() -> None:
    import checker as package

    for name in package.__all__:
        assert getattr(package, name) is not None
    assert set(package.__all__) == set(dir(package))
    with pytest.raises(AttributeError, match="no attribute 'misquote'"):
        _ = package.misquote  # type: ignore[attr-defined]
