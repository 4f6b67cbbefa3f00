"""`checker corpus build`: articles into the tables of a corpus."""

from __future__ import annotations

import argparse
import contextlib
import json
import time
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from checker.cli.jobs import number_of_jobs
from checker.cli.status import Status
from checker.cli.terminal import Terminal
from checker.text.escape import for_terminal

if TYPE_CHECKING:
    from checker.corpus.build import Built
    from checker.corpus.sources import LeftOut

_EPILOG = """\
A PATH is an article, a folder of articles, a file of JSON lines (.jsonl, .ndjson) or a WARC file; .gz is unpacked. A line of
JSON is an article with "text" or "html", and where known "id", "url", "title", "published", "outlet", "author", "language".

An interrupted build goes on with the same command, and an article that comes again replaces what was stored of it. What is
left out is listed in DIR/left-out.jsonl.

examples:
  checker corpus build posts --into news.corpus
  checker corpus build crawl-*.warc.gz --into news.corpus --jobs 8
"""
# So many of those left out are told at once; the list has them all.
_TOLD = 20
# How often the line of progress changes, in seconds, and from when on a rate says something.
_EVERY, _SETTLED = 0.5, 3.0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Only for the parser of this command."""
    parser.epilog = _EPILOG
    add = parser.add_argument
    add("paths", nargs="+", metavar="PATH", help="an article, a folder, a file of JSON lines or a WARC file")
    add("--into", required=True, type=Path, metavar="DIR", help="the corpus; it is made where there is none")
    add(
        "--glob",
        action="append",
        default=[],
        metavar="PATTERN",
        help="of a folder the files whose name fits, as in '*.html'",
    )
    add("--jobs", type=number_of_jobs, default=1, metavar="N", help="read by so many processes")


def run(options: argparse.Namespace, terminal: Terminal) -> Status:
    """What could be read is in the corpus, whatever became of the rest; only a bug makes that a failure."""
    from checker.corpus.build import Told, build

    clock = _Clock(terminal)
    desk = _Desk(options.into, terminal)
    try:
        told = Told(desk.left_out, desk.undated, desk.bug, clock.show if terminal.status.stream else None)
        built = build(options.paths, options.into, told, globs=options.glob, jobs=options.jobs)
    finally:
        terminal.status.under_way("")
        terminal.status.clear()
        desk.close()
    terminal.print(for_terminal(_summary(built, desk.complaints, desk.path)))
    return Status.BUG if built.bugs else Status.CLEAN


class _Desk:
    """Tells what is left out: the first ones at once, all of them in a file beside the tables."""

    def __init__(self, into: Path, terminal: Terminal) -> None:
        self.complaints = 0
        self.path = into / "left-out.jsonl"
        self._terminal = terminal
        self._file: TextIO | None = None

    def left_out(self, one: LeftOut) -> None:
        self._tell(one.where, "left out: " + one.why)

    def undated(self, id: str, date: str) -> None:
        self._tell(id, f'kept without a date: "{date[:80]}" is none')

    def bug(self, one: LeftOut) -> None:
        self._tell(one.where, f"left out by a bug in checker ({one.why}); please report it with the article")

    def close(self) -> None:
        if self._file:
            with contextlib.suppress(OSError):
                self._file.close()
        elif not self.complaints:  # what a run before left out is in the corpus now
            with contextlib.suppress(OSError):
                self.path.unlink()
        if self.complaints > _TOLD:
            self._terminal.complain(f"and {self.complaints - _TOLD} more, all of them in {self.path}")

    def _tell(self, where: str, what: str) -> None:
        self.complaints += 1
        self._list(json.dumps({"where": where, "what": what}) + "\n")
        if self.complaints <= _TOLD:
            self._terminal.complain(f"{where}: {what}")

    def _list(self, line: str) -> None:
        """A list that cannot be written (the disk is full) keeps nothing out of the corpus; the build says so itself."""
        with contextlib.suppress(OSError):
            if self._file is None:
                self._file = self.path.open("w", encoding="utf-8", newline="\n")
            self._file.write(line)


class _Clock:
    """The line of progress on a terminal: how far, how fast, how long still."""

    def __init__(self, terminal: Terminal) -> None:
        self._status = terminal.status
        self._begun = self._last = time.monotonic()

    def show(self, built: Built) -> None:
        now = time.monotonic()
        if now - self._last >= _EVERY:
            self._last = now
            self._status.under_way(progress_line(built, now - self._begun))


def progress_line(built: Built, seconds: float) -> str:
    """How far, how fast, and by the share of the input's bytes how long still."""
    done = built.articles + built.same
    parts = [f"{done:,} articles", f"{built.quotations:,} quotations"]
    if seconds >= _SETTLED:
        parts.append(f"{done / seconds:,.0f} articles a second")
    if built.total and built.reach:
        share = min(1.0, built.reach / built.total)
        parts.insert(0, f"{share:.0%}")
        if seconds >= _SETTLED:
            parts.append(f"{_duration(seconds / share - seconds)} left")
    return ", ".join(parts)


def _duration(seconds: float) -> str:
    minutes, second = divmod(round(seconds), 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours} h {minute:02} min" if hours else f"{minute} min {second:02} s" if minute else f"{second} s"


def _summary(built: Built, complaints: int, listed: Path) -> str:
    lines = [
        f"{_counted(built.articles, 'article')} read, {_counted(built.quotations, 'quotation')}, "
        f"{_counted(built.citations, 'citation')} of outlets"
    ]
    if built.same:
        lines.append(f"{_counted(built.same, 'article')} stored already")
    for why, count in sorted(built.left_out.items(), key=lambda item: (-item[1], item[0]))[:10]:
        lines.append(f"{count:,} left out: {why}")
    if built.undated:
        lines.append(f"{_counted(built.undated, 'article')} kept without a date, for what is given is none")
    if built.bugs:
        lines.append(f"{_counted(built.bugs, 'article')} left out by a bug in checker")
    if complaints:
        lines.append(f"all of them are named in {listed}")
    return "\n".join(lines) + "\n"


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
