"""The line that shows how far a run is: only on a terminal, and never in the way of what stays."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from checker.cli import main
from checker.cli.progress import Progress
from checker.cli.terminal import StatusLine, Terminal
from checker.model import Article, Reading, Report

FILES = Path(__file__).parent / "files"
ERASE = "\r\x1b[K"


class Screen(io.StringIO):
    """Standard error of somebody who looks at it."""

    def isatty(self) -> bool:
        return True


def reports(number: int) -> Iterator[Report]:
    return iter([Report(Article("a"), Reading(), (), ())] * number)


def shown(paths: list[str], **options: bool) -> str:
    screen = Screen()
    times = iter(range(0, 100, 2))
    progress = Progress(paths, Terminal(100, False, StatusLine(screen)), clock=lambda: next(times), **options)
    assert len(list(progress.over(reports(len(paths))))) == len(paths)
    return screen.getvalue()


def test_count_rate_and_what_is_next() -> None:
    assert shown(["a.md", "b.md", "c.md"]).split(ERASE) == [
        "",
        "0 of 3 articles · a.md",
        "1 of 3 articles · 0.2 a second · b.md",
        "2 of 3 articles · 0.3 a second · c.md",
        "",
    ]


@pytest.mark.parametrize(("paths", "quiet"), [(["a.md"], False), (["a.md", "b.md"], True)], ids=["one article", "-q"])
def test_nothing_to_show(paths: list[str], quiet: bool) -> None:
    assert shown(paths, quiet=quiet) == ""


def test_what_is_waited_for_stands_behind_and_goes_with_the_next_article() -> None:
    screen = Screen()
    line = StatusLine(screen)
    line.under_way("1 of 2 articles")
    line.waits_for("fetching paper.example")
    line.under_way("2 of 2 articles")
    assert screen.getvalue().split(ERASE)[1:] == [
        "1 of 2 articles",
        "1 of 2 articles · fetching paper.example",
        "2 of 2 articles",
    ]


@pytest.mark.parametrize("name", ["a\x1b[2Jb.md", "a\nb.md", "\u202egpj.md", "新" * 200, "é" * 500])
def test_a_name_cannot_leave_its_line(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    screen = Screen()
    StatusLine(screen).under_way(name)
    text = screen.getvalue().removeprefix(ERASE)
    assert len(text) < 60
    assert text.isprintable()


def test_a_line_that_stays_is_written_on_a_clean_one(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    monkeypatch.setattr("sys.stderr", screen)
    terminal = Terminal(100, False, StatusLine(screen))
    terminal.status.under_way("1 of 2 articles")
    terminal.complain("a sentence")
    assert screen.getvalue() == f"{ERASE}1 of 2 articles{ERASE}checker: a sentence\n"


def test_a_terminal_that_is_gone_is_no_error() -> None:
    class Gone(Screen):
        def write(self, text: str) -> int:
            raise OSError

    line = StatusLine(Gone())
    line.under_way("1 of 2 articles")
    line.under_way("2 of 2 articles")


def test_nothing_is_shown_where_it_is_piped(capsys: pytest.CaptureFixture[str]) -> None:
    path = str(FILES / "no-quotations.txt")
    main(["check", path, path, "--format", "jsonl", "--offline", "-q"])
    assert capsys.readouterr().err == ""
