"""`checker corpus outlets`: who carries whose words after whom, who cites whom, what rests on one origin."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from checker.cli.corpus.engine import add_engine, engine_of
from checker.cli.status import Status
from checker.cli.terminal import Terminal
from checker.errors import UsageError

if TYPE_CHECKING:
    from checker.corpus.outlets_graph import OutletGraph
    from checker.corpus.tables import Corpus

FORMATS = ("text", "json", "csv", "graphml", "parquet", "html")

_EPILOG = """\
Every figure is of this corpus: "first" is the first here, and where dates are days only it may be unknown. An utterance
is carried after another outlet when that one alone had it first here.

examples:
  checker corpus outlets news.corpus
  checker corpus outlets news.corpus --format html --output outlets.html
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Only for the parser of this command."""
    parser.epilog = _EPILOG
    add = parser.add_argument
    add("corpus", type=Path, metavar="DIR", help="a corpus whose quotations are grouped")
    add("--format", choices=FORMATS, default="text", metavar="FORMAT", help=f"{', '.join(FORMATS)}; default: text")
    add("--output", metavar="FILE", help="write into a file; parquet needs one")
    add_engine(parser)
    add("--utterance", metavar="ID", help="with html: whose spread over time is drawn; default: that of most outlets")


def run(options: argparse.Namespace, terminal: Terminal) -> Status:
    """A corpus without groups has citations and origins all the same, and says so."""
    if options.format == "parquet" and not options.output:
        raise UsageError("--format parquet needs --output FILE: the bytes are not for a terminal")
    if options.utterance and options.format != "html":
        raise UsageError("--utterance chooses the picture of --format html")
    from checker.corpus.outlets_graph import outlet_graph
    from checker.corpus.tables import open_corpus
    from checker.outlets import Outlets

    corpus = open_corpus(options.corpus)
    if not corpus.rows("groups"):
        terminal.complain(
            f"{options.corpus}: no quotations are grouped yet; `checker corpus group {options.corpus}` does it"
        )
    with engine_of(options, options.corpus) as engine:
        graph = outlet_graph(corpus, Outlets.shipped(), engine)
    if options.format == "parquet":
        _write_parquet(graph, options.output)
        return Status.CLEAN
    text = _text(graph, terminal) if options.format == "text" else _formatted(graph, corpus, options)
    if options.output:
        from checker.cli.files import WholeFile

        file = WholeFile(options.output)
        try:
            file.write(text)
            file.keep()
        finally:
            file.drop()
    else:
        terminal.print(text)
    return Status.CLEAN


def _formatted(graph: OutletGraph, corpus: Corpus, options: argparse.Namespace) -> str:
    from checker.corpus import graph_formats

    if options.format == "html":
        from checker.corpus.html import outlets_page

        return outlets_page(graph, corpus, utterance=options.utterance)
    if options.format == "json":
        from checker.report.jsontext import json_text

        return json_text(graph_formats.graph_form(graph))
    return graph_formats.graph_csv(graph) if options.format == "csv" else graph_formats.graph_graphml(graph)


def _text(graph: OutletGraph, terminal: Terminal) -> str:
    from checker.corpus.graph_text import graph_text

    return graph_text(graph, width=terminal.width, colour=terminal.colour)


def _write_parquet(graph: OutletGraph, name: str) -> None:
    """Beside its place first, so that the file appears whole or not at all."""
    import pyarrow.parquet as pq

    from checker.corpus.graph_formats import graph_table

    beside = Path(name).with_name(f".{Path(name).name}.part")
    try:
        pq.write_table(graph_table(graph), beside)
        beside.replace(name)
    except OSError as error:
        raise UsageError(f"{name}: cannot be written: {error.strerror or error}") from error
    finally:
        beside.unlink(missing_ok=True)
