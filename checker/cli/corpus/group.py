"""`checker corpus group`: which quotations are the same words."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from checker.cli.corpus.engine import add_engine, engine_of
from checker.cli.status import Status
from checker.cli.terminal import Terminal

if TYPE_CHECKING:
    from checker.corpus.group import Grouped

_EPILOG = """\
Writes DIR/groups.parquet (quotation_id, utterance_id, kind) and DIR/links.parquet (two wordings that are the same words,
with similarity, information in bits, and what differs). The same quotations give the same groups, byte for byte.

examples:
  checker corpus group news.corpus
  checker corpus group news.corpus --engine spark --master 'local[2]'
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Only for the parser of this command."""
    parser.epilog = _EPILOG
    parser.add_argument("corpus", type=Path, metavar="DIR", help="the corpus")
    add_engine(parser)


def run(options: argparse.Namespace, terminal: Terminal) -> Status:
    """A corpus without quotations is no failure."""
    from checker.corpus.group import group
    from checker.corpus.tables import open_corpus

    corpus = open_corpus(options.corpus)
    with engine_of(options, options.corpus) as engine:
        terminal.print(summary(group(corpus, engine)))
    return Status.CLEAN


def summary(grouped: Grouped) -> str:
    """What came of it, in two lines."""
    return (
        f"{grouped.quotations:,} quotations in {grouped.wordings:,} wordings: {grouped.utterances:,} utterances of two or "
        f"more, {grouped.single:,} quotations alone, {grouped.stock:,} stock phrases\n"
        f"{grouped.compared:,} pairs of wordings compared, {grouped.links:,} links\n"
    )
