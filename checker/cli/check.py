"""`checker check`: articles in, reports out."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from checker.cli import report_bug
from checker.cli.demo import demo_article
from checker.cli.desk import Desk, add_source_arguments, expand
from checker.cli.hints import Hints
from checker.cli.jobs import number_of_jobs, reports_on
from checker.cli.output import FORMATS, Output
from checker.cli.progress import Progress
from checker.cli.silencing import Silencing, add_silencing_arguments
from checker.cli.status import LEVELS, Status, combined, status_of
from checker.cli.terminal import Terminal
from checker.errors import CheckerError, LedgerError, UsageError
from checker.model import Report

if TYPE_CHECKING:
    from checker.cli.baseline_file import BaselineFile

_EPILOG = """\
exit status: 0 nothing to report · 1 a finding at --fail-on · 2 a wrong argument, or a file that cannot be opened · 3 an original
is named and could not be had · 4 a bug · 130 interrupted. When several apply, the first of 4, 2, 1, 3 counts.

examples:
  checker check article.html                                 an article; what it links to is fetched
  checker check https://paper.example/article                the same from the web
  checker check draft.md --original interview.txt            a draft against what its reporter has in hand
  checker check posts --glob '*.md' --offline --jobs 2 -q    a site, a line a finding
  checker check posts/*.md --offline --output html:report.html --output sarif:report.sarif

A verdict or a rule that is not clear: `checker explain`. Settings of a project: `checker config`, docs/settings.md.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Only for the parser of this command."""
    parser.usage = "checker check [options] PATH ..."
    parser.epilog = _EPILOG
    parser.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        help="an article: HTML, Markdown, plain text or PDF, told by its content; its address; a folder, with --glob; "
        "- is standard input",
    )
    add_source_arguments(parser)
    parser.add_argument(
        "--demo", action="store_true", help="instead of a PATH the article that comes with the program; ends with 0"
    )
    _add_report_arguments(parser)
    _add_choice_arguments(parser)
    _add_memory_arguments(parser)
    parser.add_argument(
        "--jobs",
        type=number_of_jobs,
        default=1,
        metavar="N",
        help="check by so many processes, with --offline; the output is the same for any number",
    )


def _add_report_arguments(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("the report")
    add = group.add_argument
    add("--format", choices=FORMATS, default="text", metavar="FORMAT", help=f"{', '.join(FORMATS)}; default: text")
    add(
        "--output",
        action="append",
        default=[],
        metavar="FORMAT:FILE",
        help="write a report into a file as well, whole or not at all; may be given several times",
    )
    add(
        "--with-text",
        action="store_true",
        help="put the article's text into the JSON, so that positions can be looked up",
    )
    amount = group.add_mutually_exclusive_group()
    amount.add_argument(
        "-q",
        "--quiet",
        action="store_true",
        help="of the text only the findings at --fail-on, a line each, and the last line; no progress, no hints",
    )
    amount.add_argument(
        "-v",
        "--verbose",
        action="store_true",
        help="every passage that was considered, whole sentences, and how each verdict was reached",
    )


def _add_choice_arguments(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("which findings, and the exit status")
    add = group.add_argument
    add_silencing_arguments(group)
    add("--baseline", metavar="FILE", help="leave out the findings that are accepted there (`checker baseline write`)")
    add("--fail-on", choices=LEVELS, default="warning", help="exit with 1 from this level on; default: warning")
    add("--allow-incomplete", action="store_true", help="an original that could not be had does not make the status 3")


def _add_memory_arguments(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("many articles")
    add = group.add_argument
    add("--ledger", type=Path, metavar="FILE", help="remember what was checked, by outlet (`checker ledger summary`)")
    add(
        "--corpus",
        type=Path,
        metavar="DIR",
        help="look the quotations up in a corpus of articles (`checker corpus build`)",
    )


def run(options: argparse.Namespace, terminal: Terminal) -> Status:
    """Every article is checked, whatever became of the one before; `--demo` ends with 0 unless something broke."""
    if options.demo and options.paths:
        raise UsageError("--demo checks its own article; leave out the other paths")
    if not options.demo and not options.paths:
        raise UsageError("name an article to check, or try `checker check --demo`")
    if options.jobs > 1 and not options.offline:
        raise UsageError("--jobs needs --offline: several processes would not wait for each other at a host")
    paths = [str(demo_article())] if options.demo else expand(options)
    round_ = Round(options, terminal, paths)
    several = len(paths) > 1 or bool(options.glob)
    with Output(options, terminal, several=several, paths=paths, known=round_.desk.known) as output:
        status = round_.go(output)
    round_.tell()
    return status


def _baseline(path: str | None) -> BaselineFile | None:
    if path is None:
        return None
    from checker.cli.baseline_file import BaselineFile as InFile

    return InFile(path).opened()


class Round:
    """One run over all articles: what happens to each report between the desk and the output, and what is told at the end."""

    def __init__(self, options: argparse.Namespace, terminal: Terminal, paths: Sequence[str]) -> None:
        self._options, self._terminal, self._paths = options, terminal, paths
        self._silencing = Silencing.of(options, terminal)
        self.desk = Desk(options, terminal)
        self._baseline = _baseline(options.baseline)
        self._hints = Hints(options)

    def go(self, output: Output) -> Status:
        """Ctrl-C ends the run; what is done by then is a whole report on standard output."""
        statuses: list[Status] = []
        progress = Progress(self._paths, self._terminal, quiet=self._options.quiet)
        try:
            for got in progress.over(reports_on(self._paths, self.desk, self._options.jobs)):
                statuses.append(self._take(got, output))
            status = combined(statuses)
            output.close(status)
        except KeyboardInterrupt:
            after = f" after {len(statuses)} of {len(self._paths)} articles" if len(self._paths) > 1 else ""
            self._terminal.complain(f"interrupted{after}")
            status = Status.INTERRUPTED
            output.stop(status)
        return status

    def tell(self) -> None:
        """On standard error: what was left out of the reports, and what could be done next."""
        self._silencing.tell()
        if self._baseline:
            self._baseline.tell(self._terminal)
        if not self._options.quiet:
            for hint in self._hints.all():
                self._terminal.complain(f"hint: {hint}")

    def _take(self, got: Report | Exception, output: Output) -> Status:
        try:
            if isinstance(got, Exception):
                raise got
            remembered = self._remember(got)
            self._hints.add(got)
            report = self._silencing.quiet(got)
            report = self._baseline.without_accepted(report) if self._baseline else report
        except CheckerError as error:
            self._terminal.complain(str(error))
            return Status.MISUSE
        except Exception as error:  # one article must not stop the others
            return report_bug(error, self._terminal)
        status = status_of(report, fail_on=self._options.fail_on, allow_incomplete=self._options.allow_incomplete)
        status = Status.CLEAN if self._options.demo else status
        output.add(report, status)
        return combined([status, remembered])

    def _remember(self, report: Report) -> Status:
        """A ledger that cannot be written is said, and the report is given all the same; the demonstration is never kept."""
        try:
            if not self._options.demo:
                self.desk.known.remember(report)
        except LedgerError as error:
            self._terminal.complain(str(error))
            return Status.MISUSE
        return Status.CLEAN
