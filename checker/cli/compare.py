"""`checker compare`: a list of quotations against originals given by hand; JSON lines in, JSON lines out."""

from __future__ import annotations

import argparse
import gc
import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from checker.cli.articles import STANDARD_INPUT
from checker.cli.credibility import Credibility
from checker.cli.status import LEVELS, Status, combined, reaches
from checker.cli.terminal import Terminal
from checker.errors import UsageError
from checker.fetch import load_article, load_given
from checker.pipeline import Asked, Originals, compare
from checker.report.jsonform import compare_form
from checker.report.jsontext import json_text

_EPILOG = """\
A line of FILE.jsonl:  {"id": …, "quotation": "…", "speaker": "…", "date": "2026-03-04", "before": "…", "after": "…"}
(only the quotation is needed; the date is the article's, before and after are its text around the quotation)
A line of TABLE.jsonl: {"path": "speeches/may.txt", "speaker": "…", "date": "…", "kind": "speech"}
(paths are relative to the table's folder)
A line of the result:  {"id": …, "verdict": "…", "findings": […], "passages": […]}, in the order of the quotations

examples:
  checker compare speech.txt --quotation "I shall not resign" --speaker "Nadia Brandt"
  checker compare transcripts/ --quotations claims.jsonl --originals transcripts/table.jsonl > verdicts.jsonl
"""
_FIELDS = ("quotation", "speaker", "date", "before", "after")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Only for the parser of this command."""
    parser.epilog = _EPILOG
    add = parser.add_argument
    add("paths", nargs="+", metavar="ORIGINAL", help="a file, or a folder with its sub-folders")
    asked = parser.add_mutually_exclusive_group(required=True)
    asked.add_argument("--quotation", metavar="TEXT", help="one quotation")
    asked.add_argument("--quotations", metavar="FILE", help="JSON lines, one a quotation; - is standard input")
    add("--speaker", metavar="NAME", help="who is credited with the words of --quotation")
    add("--originals", metavar="TABLE", type=Path, help="JSON lines that tell who speaks in which original, and when")
    add("--fail-on", choices=LEVELS, default="warning", help="exit with 1 from this level on; default: warning")


def run(options: argparse.Namespace, terminal: Terminal) -> Status:
    """A line that is wrong gets a sentence and no answer; the others get theirs."""
    if options.speaker and not options.quotation:
        raise UsageError("--speaker goes with --quotation; in --quotations every line names its own")
    outlets = Credibility.of(options, options.paths[0]).outlets
    originals = Originals(load_given(options.paths, options.originals), outlets, by_path=True, all_speech=True)
    texts = {original.id: original.text for original in originals.originals}
    # Originals and index stay to the end: nobody needs to walk through them again in search of garbage.
    gc.freeze()
    statuses = [Status.CLEAN]
    for asked in _asked(options):
        if isinstance(asked, UsageError):
            terminal.complain(str(asked))
            statuses.append(Status.MISUSE)
            continue
        judgement = compare(Asked(**asked.fields), originals)
        form = compare_form(asked.id, judgement, asked.fields["quotation"], texts)
        terminal.print(json_text(form, one_line=True))
        if reaches(judgement.findings, options.fail_on):
            statuses.append(Status.FINDINGS)
    return combined(statuses)


@dataclass(frozen=True, slots=True)
class _Line:
    """One quotation to compare: the id as it came in (null where there was none), and its texts."""

    id: object
    fields: Mapping[str, str]


def _asked(options: argparse.Namespace) -> Iterator[_Line | UsageError]:
    """What is asked for, in order; a wrong line is an error of its own and does not stop the following ones."""
    if options.quotation is not None:
        fields = {"quotation": options.quotation} | ({"speaker": options.speaker} if options.speaker else {})
        yield _Line(None, fields)
        return
    name = options.quotations
    body = sys.stdin.buffer.read() if name == STANDARD_INPUT else load_article(name)
    for number, line in enumerate(body.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
        if line.strip():
            yield _parsed(line, f"{name}:{number}")


def _parsed(line: bytes, where: str) -> _Line | UsageError:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return UsageError(f"{where}: this line is not JSON in UTF-8; a line is one object with a quotation")
    if not isinstance(value, dict) or not isinstance(value.get("quotation"), str) or not value["quotation"].strip():
        return UsageError(f'{where}: this line has no quotation; give it as {{"quotation": "the words"}}')
    for field in _FIELDS:
        if not isinstance(value.get(field), str | None):
            return UsageError(f'{where}: "{field}" must be a text')
    return _Line(value.get("id"), {field: value[field] for field in _FIELDS if value.get(field)})
