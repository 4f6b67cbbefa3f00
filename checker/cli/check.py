"""`checker check`: articles in, reports out."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from checker.cli import report_bug
from checker.cli.articles import captures_beside, open_article
from checker.cli.demo import DEMO_NAME, demo_article
from checker.cli.output import output_for
from checker.cli.status import LEVELS, Status, combined, status_of
from checker.cli.terminal import Terminal
from checker.errors import CheckerError, UsageError
from checker.fetch import load_captures, load_given
from checker.model import Document, Report
from checker.pipeline import Originals, check

_EPILOG = """\
Originals are looked for in the folder "captures" beside each article and in every --captures DIR, with sub-folders.
This version reads captures only and opens no connection: what is linked and was not captured is "unavailable".

examples:
  checker check article.html
  checker check draft.md --original interview.txt
  checker check posts/*.md --captures originals --format json --fail-on error
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Only for the parser of this command."""
    parser.epilog = _EPILOG
    add = parser.add_argument
    add("paths", nargs="*", metavar="PATH", help="an article: HTML, Markdown or text; - is standard input")
    add("--captures", action="append", default=[], metavar="DIR", help="a folder of captured originals")
    add(
        "--original",
        action="append",
        default=[],
        metavar="FILE|DIR",
        help="what the words were taken from: a transcript",
    )
    add("--offline", action="store_true", help="fetch nothing (this version never does)")
    add("--demo", action="store_true", help="check the article that comes with the program; ends with 0")
    add("--format", choices=("text", "json", "jsonl"), default="text", help="default: text")
    add("--fail-on", choices=LEVELS, default="warning", help="exit with 1 from this level on; default: warning")
    add("--allow-incomplete", action="store_true", help="an original that could not be had does not count as a failure")
    add("--with-text", action="store_true", help="put the article's text into the JSON")
    add("-v", "--verbose", action="store_true", help="every passage, whole sentences, and how each verdict was reached")


def run(options: argparse.Namespace, terminal: Terminal) -> Status:
    """Every article is checked, whatever became of the one before; `--demo` ends with 0 unless something broke."""
    if options.demo and options.paths:
        raise UsageError("--demo checks its own article; leave out the other paths")
    if not options.demo and not options.paths:
        raise UsageError("name an article to check, or try `checker check --demo`")
    desk = _Desk(options)
    paths = [str(demo_article())] if options.demo else list(options.paths)
    output = output_for(options, terminal, several=len(paths) > 1)
    statuses = []
    for path in paths:
        try:
            report = desk.demo(path) if options.demo else desk.report_on(path)
        except CheckerError as error:
            terminal.complain(str(error))
            statuses.append(Status.MISUSE)
        except Exception as error:  # one article must not stop the others
            statuses.append(report_bug(error, terminal))
        else:
            status = status_of(report, fail_on=options.fail_on, allow_incomplete=options.allow_incomplete)
            statuses.append(Status.CLEAN if options.demo else status)
            output.add(report, statuses[-1])
    output.close(combined(statuses))
    return combined(statuses)


class _Desk:
    """The originals at hand for an article: what was given for all, and the captures beside it; read once a folder."""

    def __init__(self, options: argparse.Namespace) -> None:
        self._common = (*load_given(options.original), *load_captures(options.captures))
        self._by_folder: dict[tuple[Path, ...], Originals] = {}

    def report_on(self, path: str) -> Report:
        """One article checked."""
        article = open_article(path)
        folders = tuple(captures_beside(path))
        if folders not in self._by_folder:
            self._by_folder[folders] = Originals([*self._common, *self._beside(folders)])
        return check(article, self._by_folder[folders])

    def demo(self, path: str) -> Report:
        """The report on the article of the demonstration does not depend on where the program is installed."""
        root = Path(path).parent.as_posix()
        article = replace(open_article(path), path=DEMO_NAME + path.removeprefix(root))
        documents = [*self._common, *self._beside(captures_beside(path))]
        return check(article, [replace(one, path=one.path.replace(root, DEMO_NAME, 1)) for one in documents])

    def _beside(self, folders: Sequence[Path]) -> list[Document]:
        """Those that `--captures` did not bring already, under whatever name."""
        known = {Path(document.path).resolve() for document in self._common}
        return [one for one in load_captures(folders) if Path(one.path).resolve() not in known]
