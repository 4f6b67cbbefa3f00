"""`checker corpus import`: quotations that somebody else has extracted."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from checker.cli.status import Status
from checker.cli.terminal import Terminal

if TYPE_CHECKING:
    from checker.corpus.import_ import Imported

_EPILOG = """\
A FILE is Parquet (.parquet), CSV with a line of names (.csv) or JSON lines (.jsonl, .ndjson). Columns: quotation_id and text;
and where known article_id, outlet, published, speaker, cited_outlet, cited_name. Others are named and left alone.

example:
  checker corpus import quotebank-2020.parquet --into news.corpus
"""
# So many dates that are none are named.
_NAMED = 5


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Only for the parser of this command."""
    parser.epilog = _EPILOG
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="a table of quotations")
    parser.add_argument("--into", required=True, type=Path, metavar="DIR", help="the corpus; made where there is none")


def run(options: argparse.Namespace, terminal: Terminal) -> Status:
    """A row that cannot be used is told and is no failure."""
    from checker.corpus.import_ import import_quotations
    from checker.corpus.tables import open_corpus

    corpus = open_corpus(options.into, create=True)
    for path in options.files:
        told = import_quotations(corpus, path)
        for sentence in complaints(told, path):
            terminal.complain(sentence)
        terminal.print(f"{path}: {told.quotations:,} quotations of {told.articles:,} articles\n")
    return Status.CLEAN


def complaints(told: Imported, path: Path) -> list[str]:
    """What the file lacks, and what of it could not be used."""
    lines = [f'{path}: there is no column "{name}": {lost}' for name, lost in told.missing.items()]
    if told.unknown:
        lines.append(f"{path}: not used: {', '.join(told.unknown)[:200]}")
    for why, count in told.left_out.most_common():
        rows = "row" if count == 1 else "rows"
        lines.append(f"{path}: {count:,} {rows} left out: {why} (the first: {told.examples[why]})")
    if told.undated:
        named = ", ".join(f'"{text[:40]}"' for text, _ in told.undated.most_common(_NAMED))
        lines.append(
            f"{path}: {sum(told.undated.values()):,} rows have a date that is none, and count as undated: {named}"
        )
    return lines
