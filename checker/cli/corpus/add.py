"""`checker corpus add`: a day's articles, or quotations, against what is stored."""

from __future__ import annotations

import argparse
from pathlib import Path

from checker.cli.corpus import build, import_
from checker.cli.corpus.engine import add_engine, engine_of
from checker.cli.corpus.group import summary
from checker.cli.jobs import number_of_jobs
from checker.cli.status import Status, combined
from checker.cli.terminal import Terminal

_EPILOG = """\
What is new is read as `checker corpus build` reads articles, or with --quotations as `checker corpus import` takes tables, and
compared with what is stored. The groups are those that `checker corpus group` would give for all of it.

examples:
  checker corpus add news.corpus today/
  checker corpus add news.corpus --quotations today.parquet
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Only for the parser of this command."""
    parser.epilog = _EPILOG
    add = parser.add_argument
    add("into", type=Path, metavar="DIR", help="the corpus")
    add("paths", nargs="*", metavar="PATH", help="an article, a folder, a file of JSON lines or a WARC file")
    add("--quotations", action="append", default=[], type=Path, metavar="FILE", help="a table of quotations")
    add("--glob", action="append", default=[], metavar="PATTERN", help="of a folder the files whose name fits")
    add("--jobs", type=number_of_jobs, default=1, metavar="N", help="read by so many processes")
    add_engine(parser)


def run(options: argparse.Namespace, terminal: Terminal) -> Status:
    """Without anything new it only brings the groups up to date."""
    from checker.corpus.group import group
    from checker.corpus.tables import open_corpus

    corpus = open_corpus(options.into)
    statuses = [Status.CLEAN]
    if options.paths:
        statuses.append(build.run(options, terminal))
    if options.quotations:
        options.files = options.quotations
        statuses.append(import_.run(options, terminal))
    corpus.refresh()
    with engine_of(options, options.into) as engine:
        terminal.print(summary(group(corpus, engine, anew=False)))
    return combined(statuses)
