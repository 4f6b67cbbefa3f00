"""`checker corpus show`: every place where an utterance stands, by time, and how its wording drifted."""

from __future__ import annotations

import argparse
from pathlib import Path

from checker.cli.status import Status
from checker.cli.terminal import Terminal

_EPILOG = """\
ASKED is some of the words (four or more), or the id of an utterance or a quotation. "First" is the first in this corpus, and
never the origin. The other wordings are held against an early and full one, which need not be the right one.

examples:
  checker corpus show news.corpus "we will close the north quay"
  checker corpus show news.corpus posts/quay.html#q3 --format json
"""
# Words may be those of several utterances: so many are shown whole, the others named.
_WHOLE = 3


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Only for the parser of this command."""
    parser.epilog = _EPILOG
    parser.add_argument("corpus", type=Path, metavar="DIR", help="a corpus")
    parser.add_argument("asked", metavar="ASKED", help="some words, or the id of an utterance or a quotation")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="default: text")


def run(options: argparse.Namespace, terminal: Terminal) -> Status:
    """Words that stand nowhere are misuse: a slip in typing must not look like an answer."""
    from checker.corpus.show import shown, shown_form
    from checker.corpus.show_text import show_text
    from checker.corpus.tables import open_corpus
    from checker.report.jsontext import json_text

    found = shown(open_corpus(options.corpus), options.asked)
    if options.format == "json":
        terminal.print(json_text({"schema": "checker-corpus-show/1", "utterances": [shown_form(one) for one in found]}))
        return Status.CLEAN
    texts = [show_text(one, width=terminal.width, colour=terminal.colour) for one in found[:_WHOLE]]
    terminal.print("\n".join(texts))
    for one in found[_WHOLE:]:
        terminal.print(f"\n also {one.id}: {len(one.places)} places\n")
    return Status.CLEAN
