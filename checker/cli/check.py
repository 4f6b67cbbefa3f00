"""`checker check`: articles in, reports out."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from checker.cli import report_bug
from checker.cli.articles import captures_beside, open_article
from checker.cli.baseline_file import BaselineFile
from checker.cli.credibility import Credibility
from checker.cli.demo import DEMO_NAME, demo_article
from checker.cli.fetching import Web, add_fetch_arguments, is_address
from checker.cli.jobs import number_of_jobs, reports_on
from checker.cli.output import FORMATS, Output
from checker.cli.silencing import Silencing, add_silencing_arguments
from checker.cli.status import LEVELS, Status, combined, status_of
from checker.cli.terminal import Terminal
from checker.cli.tree import articles_in
from checker.errors import CheckerError, LedgerError, UsageError
from checker.fetch import load_captures, load_given
from checker.model import Document, Report
from checker.pipeline import Originals, check

_EPILOG = """\
Originals are looked for in the folder "captures" beside each article and in every --captures DIR, with sub-folders. What is
linked and not there is fetched and kept in the cache (`checker cache path`), unless --offline; settings: docs/settings.md.

examples:
  checker check article.html
  checker check https://paper.example/article
  checker check draft.md --original interview.txt
  checker check posts/*.md --captures originals --format json --fail-on error
  checker check posts --glob '*.md' --offline --jobs 2 --format jsonl
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Only for the parser of this command."""
    parser.epilog = _EPILOG
    add = parser.add_argument
    add(
        "paths",
        nargs="*",
        metavar="PATH",
        help="an article: HTML, Markdown or text, or its address; - is standard input",
    )
    add_source_arguments(parser)
    add("--demo", action="store_true", help="check the article that comes with the program; ends with 0")
    add("--format", choices=FORMATS, default="text", metavar="FORMAT", help=f"{', '.join(FORMATS)}; default: text")
    add("--output", action="append", default=[], metavar="FORMAT:FILE", help="write a report into a file as well")
    add("--baseline", metavar="FILE", help="leave out the findings that are accepted there (`checker baseline write`)")
    add_silencing_arguments(parser)
    add("--ledger", type=Path, metavar="FILE", help="remember what was checked, by outlet (`checker ledger summary`)")
    add("--fail-on", choices=LEVELS, default="warning", help="exit with 1 from this level on; default: warning")
    add("--allow-incomplete", action="store_true", help="an original that could not be had does not count as a failure")
    add("--with-text", action="store_true", help="put the article's text into the JSON")
    add("--jobs", type=number_of_jobs, default=1, metavar="N", help="check by so many processes; needs --offline")
    add("-v", "--verbose", action="store_true", help="every passage, whole sentences, and how each verdict was reached")


def add_source_arguments(parser: argparse.ArgumentParser) -> None:
    """Where originals come from: the same for every command that checks articles."""
    add = parser.add_argument
    add(
        "--glob",
        action="append",
        default=[],
        metavar="PATTERN",
        help="the articles in a folder given as PATH: files whose name fits, as in '*.md'",
    )
    add("--captures", action="append", default=[], metavar="DIR", help="a folder of captured originals")
    add(
        "--original",
        action="append",
        default=[],
        metavar="FILE|DIR",
        help="what the words were taken from: a transcript",
    )
    add("--offline", action="store_true", help="open no connection, and leave the cache aside")
    add("--max-age", metavar="AGE", help="fetch again what was fetched longer ago than this: 12h, 30d")
    add_fetch_arguments(parser)


def run(options: argparse.Namespace, terminal: Terminal) -> Status:
    """Every article is checked, whatever became of the one before; `--demo` ends with 0 unless something broke."""
    if options.demo and options.paths:
        raise UsageError("--demo checks its own article; leave out the other paths")
    if not options.demo and not options.paths:
        raise UsageError("name an article to check, or try `checker check --demo`")
    if options.jobs > 1 and not options.offline:
        raise UsageError("--jobs needs --offline: several processes would not wait for each other at a host")
    paths = [str(demo_article())] if options.demo else expand(options)
    silencing = Silencing.of(options, terminal)
    desk = Desk(options, terminal)
    baseline = BaselineFile(options.baseline).opened() if options.baseline else None
    several = len(paths) > 1 or bool(options.glob)
    with Output(options, terminal, several=several, paths=paths, known=desk.known) as output:
        status = _check_all(paths, desk, silencing, baseline, output, options, terminal)
    silencing.tell()
    if baseline:
        baseline.tell(terminal)
    return status


def expand(options: argparse.Namespace) -> list[str]:
    """The articles that the paths and `--glob` name; they take the place of the paths."""
    options.paths = articles_in(options.paths, options.glob, [*options.captures, *options.original])
    paths: list[str] = options.paths
    return paths


def _check_all(
    paths: Sequence[str],
    desk: Desk,
    silencing: Silencing,
    baseline: BaselineFile | None,
    output: Output,
    options: argparse.Namespace,
    terminal: Terminal,
) -> Status:
    """Ctrl-C ends the run; what is done by then is a whole report on standard output."""
    statuses: list[Status] = []
    try:
        for got in reports_on(paths, desk, options.jobs):
            statuses.append(_take(got, desk, silencing, baseline, output, options, terminal))
        status = combined(statuses)
        output.close(status)
    except KeyboardInterrupt:
        after = f" after {len(statuses)} of {len(paths)} articles" if len(paths) > 1 else ""
        terminal.complain(f"interrupted{after}")
        status = Status.INTERRUPTED
        output.stop(status)
    return status


def _take(
    got: Report | Exception,
    desk: Desk,
    silencing: Silencing,
    baseline: BaselineFile | None,
    output: Output,
    options: argparse.Namespace,
    terminal: Terminal,
) -> Status:
    try:
        if isinstance(got, Exception):
            raise got
        remembered = _remember(got, desk.known, terminal) if not options.demo else Status.CLEAN
        report = silencing.quiet(got)
        report = baseline.without_accepted(report) if baseline else report
    except CheckerError as error:
        terminal.complain(str(error))
        return Status.MISUSE
    except Exception as error:  # one article must not stop the others
        return report_bug(error, terminal)
    status = status_of(report, fail_on=options.fail_on, allow_incomplete=options.allow_incomplete)
    status = Status.CLEAN if options.demo else status
    output.add(report, status)
    return combined([status, remembered])


def _remember(report: Report, known: Credibility, terminal: Terminal) -> Status:
    """A ledger that cannot be written is said, and the report is given all the same."""
    try:
        known.remember(report)
    except LedgerError as error:
        terminal.complain(str(error))
        return Status.MISUSE
    return Status.CLEAN


class Desk:
    """The originals at hand for an article: what was given for all, and the captures beside it; read once a folder."""

    def __init__(self, options: argparse.Namespace, terminal: Terminal) -> None:
        self._web = Web(options, terminal)
        self.known = Credibility.of(options, options.paths[0] if options.paths else None)
        self._demo = bool(getattr(options, "demo", False))
        self._common = (*load_given(options.original), *load_captures(options.captures))
        self._by_folder: dict[tuple[Path, ...], Originals] = {}

    def report_on(self, path: str) -> Report:
        """One article checked."""
        if self._demo:
            return self._demonstration(path)
        article = self._web.article(path) if is_address(path) else open_article(path)
        folders = () if is_address(path) else tuple(captures_beside(path))
        if folders not in self._by_folder:
            self._by_folder.clear()  # a tree may have captures in every folder, and is walked folder by folder
            self._by_folder[folders] = Originals([*self._common, *self._beside(folders)], self.known.outlets)
        return check(
            article,
            self._by_folder[folders],
            fetch=self._web.linked,
            older=self._web.older,
            ratings=self.known.ratings,
            low=self.known.low,
        )

    def _demonstration(self, path: str) -> Report:
        """The report on the article of the demonstration does not depend on where the program is installed."""
        root = Path(path).parent.as_posix()
        article = replace(open_article(path), path=DEMO_NAME + path.removeprefix(root))
        documents = [*self._common, *self._beside(captures_beside(path))]
        return check(article, [replace(one, path=one.path.replace(root, DEMO_NAME, 1)) for one in documents])

    def _beside(self, folders: Sequence[Path]) -> list[Document]:
        """Those that `--captures` did not bring already, under whatever name."""
        known = {Path(document.path).resolve() for document in self._common}
        return [one for one in load_captures(folders) if Path(one.path).resolve() not in known]
