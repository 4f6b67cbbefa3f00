"""`checker ledger`: what was measured with `checker check --ledger`, outlet by outlet."""

from __future__ import annotations

import argparse
from pathlib import Path

from checker.cli.outlets import records_csv
from checker.cli.status import Status
from checker.cli.terminal import Terminal
from checker.ledger import Ledger
from checker.outlets.record import Record
from checker.report.jsontext import json_text

_EPILOG = """\
  summary  every publisher and every cited outlet: how faithfully it quotes, how often what is credited to it is there

A rate comes with its 95% interval and from 20 checked quotations on; what rests on a reconstruction is never counted.

example:
  checker ledger summary newsroom.ledger --format csv
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Only for the parser of this command."""
    parser.epilog = _EPILOG
    parser.add_argument("action", choices=("summary",), help="what to do")
    parser.add_argument("file", type=Path, metavar="FILE", help="the ledger")
    parser.add_argument("--format", choices=("text", "json", "csv"), default="text", help="default: text")


def run(options: argparse.Namespace, terminal: Terminal) -> Status:
    """An empty ledger is no failure."""
    from checker.report.profile_form import record_form

    with Ledger(options.file, create=False) as ledger:
        records = ledger.summary()
    if options.format == "json":
        terminal.print(json_text({"outlets": [record_form(record) for record in records]}))
    elif options.format == "csv":
        terminal.print(records_csv([record_form(record) for record in records]))
    else:
        terminal.print(_text(records, terminal))
    return Status.CLEAN


def _text(records: tuple[Record, ...], terminal: Terminal) -> str:
    from checker.report.layout import Ink, Page, piece
    from checker.report.profile import record_lines

    page = Page(width=terminal.width, colour=terminal.colour)
    for record in records:
        page.write([piece(record.name, Ink.STRONG), piece(f"  {record.outlet}", Ink.FAINT)], indent=1)
        for label, words in record_lines(record):
            page.write([piece(words)], indent=15, label=[(f"   {label}", Ink.FAINT)])
    return page.text() if records else "nothing recorded yet\n"
